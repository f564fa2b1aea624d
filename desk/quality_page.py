"""The data-quality page: expectations, runs, and what was rejected."""

from itertools import islice

from markupsafe import Markup

from desk.links import document_page, event_page, speaker_page
from desk.site import Site
from desk.wording import shortened
from warehouse.desk_read import Reader
from warehouse.desk_rows import Check, Rejected, RunLine

MOST_RUNS, MOST_REJECTIONS, MOST_ROWS = 30, 200, 50
PAGES = {"document_id": document_page, "event_id": event_page, "speaker_id": speaker_page}


def last_checks(reader: Reader) -> list[Check]:
    """The outcomes of the run that was checked last, failures first."""
    newest = next(reader.rows(Check, "true", "checked_at desc"), None)
    if newest is None:
        return []
    return list(reader.rows(Check, "run_id = ?", "passed, failed desc, expectation", newest.run_id))


def write_quality(reader: Reader, site: Site) -> None:
    """Write the data-quality page."""
    checks = last_checks(reader)
    rejections = reader.rows(Rejected, "true", "rejected_at desc, rejection_id")
    shown = list(islice(rejections, MOST_REJECTIONS))
    site.write(
        "quality.html",
        "quality.html",
        checks=checks,
        failed=[check for check in checks if not check.passed],
        failing=[failing_rows(reader, check) for check in checks],
        docs=None,
        trend=None,
        trend_words="",
        runs=list(islice(reader.rows(RunLine, "true", "started desc"), MOST_RUNS)),
        rejections=shown,
        rejections_left=reader.count("rejections") - len(shown),
    )


def failing_rows(reader: Reader, check: Check) -> list[Markup]:
    """Links to the rows that failed a check."""
    del reader
    return [
        Markup("<code>{}</code>").format(shortened(name)) for name in check.failing_ids[:MOST_ROWS]
    ]
