"""The outcome of an expectation."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

SAMPLE = 1000
"""Most names of failing rows that are kept of one expectation."""


class Severity(StrEnum):
    """What a failure means."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What Great Expectations says of one expectation."""

    passed: bool
    checked: int
    failed: int
    failing_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of one expectation in one run.

    Attributes:
        run_id: The run after which it was checked.
        suite: The suite that holds it: a frame's name, or `relations` for checks in SQL.
        expectation: Its name.
        subject: The table whose rows it is about.
        column_name: The column, where it is about one.
        severity: Whether a failure is an error or a warning.
        passed: Whether the data meet it.
        checked: How many rows there were.
        failed: How many of them fail.
        failing_ids: Names of failing rows, at most a thousand.
        message: What is expected, as a sentence.
        query: SQL that shows the failing rows.
        checked_at: When it was checked (UTC).
    """

    run_id: str
    suite: str
    expectation: str
    subject: str
    column_name: str | None
    severity: Severity
    passed: bool
    checked: int
    failed: int
    failing_ids: tuple[str, ...]
    message: str
    query: str
    checked_at: datetime
