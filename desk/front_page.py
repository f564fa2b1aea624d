"""The front page: what conflicts, what is new, what failed, what waits."""

from itertools import islice

from markupsafe import Markup

from desk.charts import position_chart
from desk.list_pages import CONFLICT_ORDER
from desk.quality_page import last_checks
from desk.site import Site
from warehouse.read_models.event_rows import EventRow
from warehouse.read_models.reader import Reader
from warehouse.read_models.run_rows import RunLine

MOST_CONFLICTS, MOST_EVENTS, MOST_WAITING = 12, 8, 5


def write_front(reader: Reader, site: Site) -> None:
    """Write the front page."""
    run = next(reader.rows(RunLine, "true", "started desc"), None)
    checks = last_checks(reader)
    conflicts = reader.comparisons("class in ('conflict', 'who_died')", CONFLICT_ORDER)
    shown = list(islice(conflicts, MOST_CONFLICTS))
    picture = position_chart(shown[0]) if shown else None
    waiting = reader.claims("standing = 'machine'", "confidence, claim_id")
    newest = reader.rows(EventRow, order="learned desc, claims desc, event_id")
    site.write(
        "index.html",
        "index.html",
        totals=reader.totals(),
        run=run,
        conflicts=shown,
        picture=Markup(picture) if picture else None,  # noqa: S704 -- the renderer escapes
        conflict_count=reader.count("discrepancies", "class in ('conflict', 'who_died')"),
        new_events=list(islice(newest, MOST_EVENTS)),
        checked=bool(checks),
        failed=[check for check in checks if not check.passed],
        waiting=list(islice(waiting, MOST_WAITING)),
    )
