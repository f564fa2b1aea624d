"""The quality of what is in the warehouse, as a run tells of it."""

import logging
from pathlib import Path

from flows.summary import FailedCheck


def prepare() -> None:
    """Import what checks need, which takes seconds, while others still load."""
    from warehouse.quality import expectations  # noqa: PLC0415 -- see above

    expectations.quiet_context()


def check_quality(
    database: Path, run_id: str, data_docs: Path
) -> tuple[int, tuple[FailedCheck, ...]]:
    """Check what is in the warehouse.

    Returns:
        How many checks there are, and those that failed.
    """
    from extractors.victims.known_groups import known_groups  # noqa: PLC0415 -- reads word lists
    from warehouse.quality import run as quality  # noqa: PLC0415 -- takes seconds

    # It remarks on its temporary folders at a level of its own; warnings still come through.
    logging.getLogger("great_expectations").propagate = False
    results = quality.check_quality(database, run_id, data_docs, groups=known_groups())
    found = tuple(
        FailedCheck.of(result.expectation, result.severity.value, result.failed, result.message)
        for result in quality.failed(results)
    )
    return len(results), found
