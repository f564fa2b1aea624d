"""Pages written by several processes, a partition of events, speakers or documents each."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from desk.site import Site
from warehouse.read_models.reader import Reader, reading

ENOUGH_CLAIMS = 3_000
"""With fewer claims a second process takes longer to start than it saves."""


@dataclass(frozen=True)
class PagePartition:
    """A part of all pages of a kind.

    Attributes:
        number: Which part, from 0 on.
        of: How many parts there are.
    """

    number: int = 0
    of: int = 1

    def condition(self, column: str) -> str:
        """What rows of this part meet, by a column of ours."""
        return "true" if self.of == 1 else f"hash({column}) % {self.of} = {self.number}"


ALL = PagePartition()
Writer = Callable[[Reader, Site, PagePartition], None]


@dataclass(frozen=True)
class Workers:
    """Processes that write partitions.

    Attributes:
        pool: What runs a function in one of them.
        number: How many there are.
    """

    pool: Executor
    number: int


def write_partitions(
    database: Path,
    reader: Reader,
    site: Site,
    writers: Sequence[Writer],
    workers: Workers | None = None,
) -> None:
    """Write pages with several processes where there are many pages, else in this one.

    Args:
        database: The warehouse, which each process opens for itself.
        reader: The same, opened.
        site: Where the pages go.
        writers: Functions of importable modules.
        workers: The processes, if there are any.
    """
    if workers is None or workers.number == 1 or reader.totals().claims < ENOUGH_CLAIMS:
        for write in writers:
            write(reader, site, ALL)
        return
    partitions = [PagePartition(number, workers.number) for number in range(workers.number)]
    waiting = [
        workers.pool.submit(write_partition, database, site, write, partition)
        for write in writers
        for partition in partitions
    ]
    for each in waiting:
        each.result()


def write_partition(database: Path, site: Site, write: Writer, partition: PagePartition) -> None:
    """Write the pages of one partition."""
    with reading(database) as reader:
        reader.sparingly(lambda: write(reader, site, partition))
