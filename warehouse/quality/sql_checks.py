"""What the checks read: frames of the tables, and the rows that offend a check in SQL."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warehouse.ask import first_row
from warehouse.quality.catalogue import COUNTS, Check, frame_query
from warehouse.quality.check_result import SAMPLE

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check in SQL found.

    Attributes:
        check: The check.
        ids: Names of offending rows, the first thousand.
        failed: How many rows offend.
        checked: How many rows there are of the check's subject.
    """

    check: Check
    ids: tuple[str, ...]
    failed: int
    checked: int


def read_frame(connection: "DuckDBPyConnection", name: str) -> "pd.DataFrame":
    """The rows that a suite checks."""
    return connection.execute(frame_query(name)).df()


def ask_checks(connection: "DuckDBPyConnection", checks: Iterable[Check]) -> list[Finding]:
    """Ask each question of the database."""
    sizes: dict[str, int] = {}
    found = []
    for check in checks:
        if check.subject not in sizes:
            sizes[check.subject] = count(connection, COUNTS[check.subject])
        found.append(ask(connection, check, sizes[check.subject]))
    return found


def ask(connection: "DuckDBPyConnection", check: Check, checked: int) -> Finding:
    """Ask one question; a row that offends in two ways is one."""
    names = f"select distinct {check.key} as id from ({check.query})"  # noqa: S608 -- our files
    rows = connection.execute(f"{names} order by id limit {SAMPLE}").fetchall()
    failed = len(rows) if len(rows) < SAMPLE else count(connection, f"from ({names})")
    return Finding(check, tuple(str(row[0]) for row in rows), failed, checked)


def count(connection: "DuckDBPyConnection", source: str) -> int:
    """How many rows there are."""
    row = first_row(connection, f"select count(*) {source}")
    return int(row[0]) if row else 0


def findings_frame(findings: Iterable[Finding]) -> "pd.DataFrame":
    """Names of offending rows, a column for each check; one without any has an empty cell."""
    import pandas as pd  # noqa: PLC0415 -- takes a second to import

    columns = {finding.check.name: finding.ids or (None,) for finding in findings}
    length = max(map(len, columns.values()), default=1)
    padded = {name: [*ids, *[None] * (length - len(ids))] for name, ids in columns.items()}
    return pd.DataFrame(padded, dtype=object)
