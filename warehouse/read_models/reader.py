"""Read what the desk shows: one query a kind of row, streamed in the order of the pages."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from warehouse.ask import first_row
from warehouse.connect import open_warehouse
from warehouse.errors import WarehouseLockedError
from warehouse.ledger import SEARCH_PATH
from warehouse.memory_limit import within
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.comparison_rows import Comparison, Line, PositionHolder, Side
from warehouse.read_models.event_rows import EventSearch, NearEvent
from warehouse.read_models.models import read_model, source_of
from warehouse.read_models.page_rows import StoredPage
from warehouse.read_models.run_rows import Totals

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Row = TypeVar("Row")
Result = TypeVar("Result")
FETCH = 2_000
LITTLE_MEMORY = "150MB"
COLUMNS = {"kind": "class", "lines": "positions"}
"""Columns of `discrepancies` that a `Comparison` calls otherwise."""
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 1.0


class Reader:
    """An open warehouse, asked for rows; every stream has a cursor of its own."""

    def __init__(self, connection: "DuckDBPyConnection") -> None:
        self.connection = connection

    def rows(
        self, kind: type[Row], where: str = "true", order: str = "1", *values: object
    ) -> Iterator[Row]:
        """Stream rows of a kind.

        Args:
            kind: One of the classes of `warehouse.read_models`.
            where: A condition of ours, with `?` for each value.
            order: Columns of ours to sort by.
            *values: What the condition's `?` stand for.
        """
        names = ", ".join(field.name for field in fields(kind))  # type: ignore[arg-type]
        query = f"select {names} from ({source_of(kind)}) where {where} order by {order}"  # noqa: S608 -- all parts are ours
        for row in self.stream(query, values):
            yield kind(*map(frozen, row))

    def comparisons(
        self, where: str = "true", order: str = "event_id", *values: object
    ) -> Iterator[Comparison]:
        """Stream the figures side by side; arguments as of `rows`."""
        asked = f"where {where} order by {order}, harm, victim_group nulls last"
        query = f"{read_model('comparisons')}\n{asked}"
        for row in self.stream(query, values):
            yield comparison(row)

    def claims(self, where: str, order: str, *values: object) -> Iterator[MarkedClaim]:
        """Stream claims; arguments as of `rows`."""
        return self.rows(MarkedClaim, where, order, *values)

    def near_events(self, search: EventSearch) -> list[NearEvent]:
        """The events that are nearest to what is asked for, of those that hold all words typed."""
        values = asdict(search) | {"typed": list(search.typed)}
        rows = self.stream(read_model("event_candidates"), values)
        return [NearEvent(*row) for row in rows]

    def sparingly(self, work: Callable[[], None]) -> None:
        """Read on one core with little memory, as one of many processes.

        Args:
            work: What reads; done again with more memory where it cannot do with little.
        """
        self.connection.execute("set threads = 1")
        within(self.connection, LITTLE_MEMORY, work)

    def totals(self) -> Totals:
        """How much there is."""
        row = first_row(self.connection, read_model("totals"))
        assert row is not None
        return Totals(*row)

    def decided(self, claims: Sequence[str]) -> set[str]:
        """Which of these claims somebody has decided on."""
        query = """
        select claim_id from reviews
        where superseded is null and claim_id in (select unnest(?))
        """
        return {row[0] for row in self.stream(query, [list(claims)])}

    def speakers_with_page(self) -> set[str]:
        """The holders who are named, or to whom more than one claim is attributed."""
        query = """
        select holder_id from current_claims
        where speaker_id is not null
        group by holder_id
        having bool_or(is_named) or count(*) > 1
        """
        return {row[0] for row in self.stream(query)}

    def stored_page(self, page_id: str) -> StoredPage | None:
        """A page as it was read, if there is one of that name."""
        names = ", ".join(field.name for field in fields(StoredPage))
        query = f"select {names} from pages where page_id = ?"  # noqa: S608 -- all parts are ours
        return next((StoredPage(*row) for row in self.stream(query, [page_id])), None)

    def documents_with_copy(self, most_bytes: int) -> Iterator[tuple[str, str]]:
        """The documents whose page is copied, each with the page, where copies are bounded."""
        query = f"""
        select document_id, page_id from documents
        where superseded is null and page_id in (
            select page_id from ({source_of(StoredPage)}) where size_so_far <= {most_bytes}
        )
        """  # noqa: S608 -- all parts are ours
        yield from self.stream(query)

    def count(self, view: str, where: str = "true") -> int:
        """How many rows of a view of ours meet a condition of ours."""
        row = first_row(self.connection, f"select count(*) from {view} where {where}")  # noqa: S608 -- all parts are ours
        return int(row[0]) if row else 0

    def stream(
        self, query: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> Iterator[tuple[Any, ...]]:
        """Stream the rows of a query, a few thousand at a time."""
        cursor = self.connection.cursor()
        try:
            cursor.execute(SEARCH_PATH)
            cursor.execute(query, dict(values) if isinstance(values, Mapping) else list(values))
            while rows := cursor.fetchmany(FETCH):
                yield from rows
        finally:
            cursor.close()


@contextmanager
def reading(path: Path | str, *, patience: float = 10.0) -> Iterator[Reader]:
    """Open a warehouse for the desk's reads.

    Args:
        path: The DuckDB file.
        patience: For how many seconds to wait while somebody else writes.

    Raises:
        WarehouseLockedError: Somebody wrote for longer than that.
    """
    with ExitStack() as stack:
        connection = patiently(
            lambda: stack.enter_context(open_warehouse(path, read_only=True)), patience
        )
        yield Reader(connection)


def patiently(work: Callable[[], Result], patience: float) -> Result:
    """Do what needs the file, waiting while somebody else has it open.

    Args:
        work: What to do; it changes nothing where the file is in use.
        patience: For how many seconds to try.

    Raises:
        WarehouseLockedError: Somebody had it open for longer than that.
    """
    deadline, pause = time.monotonic() + patience, FIRST_PAUSE
    while True:
        try:
            return work()
        except WarehouseLockedError:
            if time.monotonic() + pause > deadline:
                raise
        time.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)


def frozen(value: Any) -> Any:
    """A value of a row; lists become tuples."""
    return tuple(value) if isinstance(value, list) else value


def comparison_of(row: Mapping[str, Any]) -> Comparison:
    """A row of `discrepancies`, by the names of its columns."""
    return comparison(row[COLUMNS.get(field.name, field.name)] for field in fields(Comparison))


def comparison(cells: Iterable[Any]) -> Comparison:
    """A row of `discrepancies`, its columns in the order of the fields."""
    values = dict(zip((field.name for field in fields(Comparison)), cells, strict=True))
    values["parting"] = tuple(Side(**side) for side in values["parting"])
    values["lines"] = tuple(map(line, values["lines"]))
    return Comparison(**values)


def line(struct: Mapping[str, Any]) -> Line:
    """One figure of a comparison."""
    return Line(
        **{
            **struct,
            "holders": tuple(map(holder, struct["holders"])),
            "denied_by": tuple(map(holder, struct["denied_by"])),
        }
    )


def holder(struct: dict[str, Any]) -> PositionHolder:
    """Somebody who holds or denies a figure."""
    return PositionHolder(**{name: frozen(value) for name, value in struct.items()})
