"""Pages written by several processes at once, each a share of the events, speakers or documents."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.processes import start_processes
from desk.site import Site
from warehouse.desk_read import Reader, reading

ENOUGH_CLAIMS = 3_000
"""With fewer claims a second process takes longer to start than it saves."""


@dataclass(frozen=True)
class Share:
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


ALL = Share()
Writer = Callable[[Reader, Site, Share], None]


def write_shares(database: Path, reader: Reader, site: Site, writers: Sequence[Writer]) -> None:
    """Write pages on all cores where there are many of them, else in this process.

    Args:
        database: The warehouse, which each process opens for itself.
        reader: The same, opened.
        site: Where the pages go.
        writers: Functions of importable modules.
    """
    processes = os.cpu_count() or 1
    if processes == 1 or reader.totals().claims < ENOUGH_CLAIMS:
        for write in writers:
            write(reader, site, ALL)
        return
    shares = [Share(number, processes) for number in range(processes)]
    with start_processes(processes) as pool:
        waiting = [
            pool.submit(write_share, database, site, write, share)
            for write in writers
            for share in shares
        ]
        for each in waiting:
            each.result()


def write_share(database: Path, site: Site, write: Writer, share: Share) -> None:
    """Write the pages of one share."""
    with reading(database) as reader:
        reader.sparingly(lambda: write(reader, site, share))
