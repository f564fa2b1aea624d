"""The quality gate: whether a report may be published."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from desk.quality_page import last_checks
from warehouse.read_models.reader import reading

EVERYTHING = "all"


@dataclass(frozen=True)
class Gate:
    """Whether a report may be published.

    Attributes:
        is_open: Whether it may.
        reasons: Why not, one sentence for each expectation that is in the way.
    """

    is_open: bool
    reasons: tuple[str, ...] = ()


def may_publish(database: Path, expectations: Collection[str]) -> Gate:
    """Hold a report back where named expectations failed in the last checked run.

    Args:
        database: The warehouse.
        expectations: Names of the expectations that must have passed; `all` stands for every one.

    Returns:
        An open gate where all passed. An expectation that was never checked keeps it shut, since
        a name that is misspelt must not let everything through.
    """
    if not expectations:
        return Gate(is_open=True)
    with reading(database) as reader:
        checks = last_checks(reader)
    wanted = set(expectations) - {EVERYTHING}
    known = {check.expectation for check in checks}
    failed = [
        f"{check.expectation}: {check.message} ({check.failed:,} of {check.checked:,} rows failed)"
        for check in checks
        if not check.passed and (check.expectation in wanted or EVERYTHING in expectations)
    ]
    missing = [
        f"{name}: this expectation was not checked in the last run"
        for name in sorted(wanted - known)
    ]
    if not checks:
        missing = missing or ["no expectation has been checked on this warehouse yet"]
    reasons = (*failed, *missing)
    return Gate(is_open=not reasons, reasons=reasons)
