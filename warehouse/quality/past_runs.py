"""The runs that were checked, each with its pages, for as long as the pages are kept."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

import duckdb

MOST_RUNS = 10
OUTCOMES = """
select run_id, checked_at, suite,
    count(*) as expectations, count(*) filter (where not passed) as failed
from quality_results
where run_id <> ?
group by run_id, checked_at, suite
order by checked_at desc, run_id, suite
"""


@dataclass(frozen=True)
class SuiteOutcome:
    """How the expectations of one suite fared after one run.

    Attributes:
        run_id: The run.
        checked_at: When its checks were made.
        suite: The suite, which is named like the rows it looks at.
        expectations: How many expectations it has.
        failed: How many of them failed.
    """

    run_id: str
    checked_at: datetime
    suite: str
    expectations: int
    failed: int


@dataclass(frozen=True)
class CheckedRun:
    """A run with the page of each of its suites.

    Attributes:
        run_id: The run.
        checked_at: When its checks were made.
        suites: Each outcome with the page that tells it, where it is kept.
    """

    run_id: str
    checked_at: datetime
    suites: tuple[tuple[SuiteOutcome, str], ...]


def read_outcomes(connection: duckdb.DuckDBPyConnection, run_id: str) -> list[SuiteOutcome]:
    """What other runs than this one found, the latest first."""
    return [SuiteOutcome(*row) for row in connection.execute(OUTCOMES, [run_id]).fetchall()]


def carry_over(old: Path, new: Path) -> None:
    """Take the pages of the latest runs over from the folder that is replaced.

    Args:
        old: The folder of before; it may be missing.
        new: The folder that takes its place.
    """
    pages = sorted(old.glob("validations/*/*/*"), key=lambda page: page.name, reverse=True)
    runs = list(dict.fromkeys(page.parent.name for page in pages))[: MOST_RUNS - 1]
    for page in pages:
        target = new / page.relative_to(old)
        if page.parent.name in runs and not target.parent.exists():
            shutil.copytree(page, target)


def checked_runs(folder: Path, outcomes: Iterable[SuiteOutcome]) -> Sequence[CheckedRun]:
    """The runs whose pages a folder holds.

    Args:
        folder: The pages.
        outcomes: What was found, the latest run first.
    """
    pages = {
        (page.parents[2].name, page.parents[1].name): page.relative_to(folder).as_posix()
        for page in sorted(folder.glob("validations/*/*/*/*.html"))
    }
    kept = [(each, pages[key]) for each in outcomes if (key := (each.suite, each.run_id)) in pages]
    found = [list(group) for _, group in groupby(kept, lambda each: each[0].run_id)]
    return [
        CheckedRun(suites[0][0].run_id, suites[0][0].checked_at, tuple(suites)) for suites in found
    ]
