"""Check what is in the warehouse, and keep the outcome."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from warehouse.connect import open_warehouse
from warehouse.quality.catalogue import checks, suites
from warehouse.quality.check_result import CheckResult, Outcome
from warehouse.quality.check_results import keep
from warehouse.quality.expectations import RELATIONS, Validator
from warehouse.quality.offline import make_offline, published_in, write_front_page
from warehouse.quality.past_runs import carry_over, read_outcomes
from warehouse.quality.sql_checks import ask_checks, read_frame


def check_quality(
    database: Path,
    run_id: str,
    docs_folder: Path | None = None,
    *,
    groups: Collection[str] = (),
) -> tuple[CheckResult, ...]:
    """Check all that counts in the warehouse now, and keep the outcome under the run's name.

    The database is read, closed while Great Expectations works, and opened again for one short
    transaction. Checking a run again replaces its outcome.

    Args:
        database: The warehouse.
        run_id: The run after which it is checked.
        docs_folder: Where Data Docs are written, in place of what is there; null for none.
        groups: The known groups of victims; without, that expectation is left out.

    Returns:
        The outcome of every expectation, failures first.

    Raises:
        WarehouseError: The warehouse cannot be opened.
    """
    moment = datetime.now(UTC).replace(tzinfo=None)
    with open_warehouse(database, read_only=True) as connection:
        frames = {name: read_frame(connection, name) for name in suites()}
        findings = ask_checks(connection, checks())
        before = read_outcomes(connection, run_id)
    with published_in(docs_folder) as draft:
        validator = Validator(run_id, draft)
        outcomes = {name: validator.columns(name, frame, groups) for name, frame in frames.items()}
        outcomes[RELATIONS] = validator.relations(findings)
        results = sorted(results_of(run_id, moment, outcomes), key=by_weight)
        if draft and docs_folder:
            validator.build_docs()
            make_offline(draft)
            carry_over(docs_folder, draft)
            write_front_page(draft, results, before)
    keep(database, run_id, results)
    return tuple(results)


def failing_query(expectation: str) -> str:
    """The question that shows which rows failed an expectation in the last run."""
    return f"from failing_rows where expectation = '{expectation}'"


def by_weight(result: CheckResult) -> tuple[bool, str, int, str]:
    """Failures first, errors before warnings, the most rows first."""
    return result.passed, result.severity, -result.failed, result.expectation


def results_of(
    run_id: str, moment: datetime, outcomes: dict[str, dict[str, Outcome]]
) -> Iterator[CheckResult]:
    """The outcomes with what the catalogue says of their expectations."""
    for suite, entries in suites().items():
        for entry in entries:
            if entry.name in outcomes[suite]:
                yield CheckResult(
                    run_id=run_id,
                    suite=suite,
                    expectation=entry.name,
                    subject=suite,
                    column_name=entry.column,
                    severity=entry.severity,
                    message=entry.expects,
                    query=failing_query(entry.name),
                    checked_at=moment,
                    **asdict(outcomes[suite][entry.name]),
                )
    for check in checks():
        yield CheckResult(
            run_id=run_id,
            suite=RELATIONS,
            expectation=check.name,
            subject=check.subject,
            column_name=None,
            severity=check.severity,
            message=check.expects,
            query=check.query,
            checked_at=moment,
            **asdict(outcomes[RELATIONS][check.name]),
        )


def failed(results: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """The expectations that the data do not meet."""
    return tuple(result for result in results if not result.passed)
