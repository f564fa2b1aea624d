"""The outcome of checks in the warehouse, and the rows behind a failure."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from warehouse.columns import CHECK_RESULT, insert_rows
from warehouse.connect import open_warehouse
from warehouse.errors import QueryError
from warehouse.quality.catalogue import checks, suites
from warehouse.quality.check_result import CheckResult
from warehouse.transaction import transaction


def keep(database: Path, run_id: str, results: Sequence[CheckResult]) -> None:
    """Keep the outcome of a run's checks, in place of what was kept of that run."""
    with open_warehouse(database) as connection, transaction(connection):
        connection.execute("delete from quality_results where run_id = ?", [run_id])
        insert_rows(connection, map(asdict, results), CHECK_RESULT)


def failing_rows(
    database: Path, expectation: str
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The rows that do not meet an expectation.

    A check in SQL is asked again; of an expectation on a column the rows of the last run are
    shown.

    Args:
        database: The warehouse.
        expectation: Name of the expectation.

    Returns:
        Names of the columns, and the rows.

    Raises:
        QueryError: There is no such expectation.
    """
    queries = {check.name: check.query for check in checks()}
    columns = {entry.name for entries in suites().values() for entry in entries}
    with open_warehouse(database, read_only=True) as connection:
        if expectation in queries:
            found = connection.execute(queries[expectation])
        elif expectation in columns:
            found = connection.execute(
                "from failing_rows where expectation = ? order by id", [expectation]
            )
        else:
            known = ", ".join(sorted(queries.keys() | columns))
            raise QueryError(f"there is no expectation {expectation!r}; there are {known}")
        names = tuple(column[0] for column in found.description or ())
        return names, found.fetchall()
