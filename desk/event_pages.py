"""A page an event: the positions side by side, and the sentences behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from markupsafe import Markup

from desk.charts import position_chart, time_chart
from desk.grouping import Groups
from desk.links import event_page
from desk.page_partitions import ALL, PagePartition
from desk.site import Site
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.comparison_rows import Comparison
from warehouse.read_models.event_rows import EventRow, LocatedEvent
from warehouse.read_models.reader import Reader

MOST_CLAIMS = 300
UNDISPUTED = {"agreement", "one_source"}


@dataclass(frozen=True)
class Pictured:
    """A comparison with its pictures."""

    comparison: Comparison
    picture: Markup | None
    timeline: Markup | None


def write_events(reader: Reader, site: Site, share: PagePartition = ALL) -> None:
    """Write the page of every event of a share."""
    ours = share.condition("event_id")
    comparisons = Groups(reader.comparisons(ours, "event_id"), lambda row: row.event_id)
    claims = Groups(
        reader.claims(
            f"event_id is not null and {ours}", "event_id, harm, low nulls last, claim_id"
        ),
        lambda row: row.event_id or "",
    )
    places = {each.event_id: each for each in reader.rows(LocatedEvent, ours)}
    for event in reader.rows(EventRow, ours, "event_id"):
        sentences, left_out = claims.of(event.event_id, MOST_CLAIMS)
        side_by_side, _ = comparisons.of(event.event_id)
        site.write(
            "event.html",
            event_page(event.event_id),
            "events.html",
            event=event,
            location=places.get(event.event_id),
            comparisons=[
                pictured(item, sentences) for item in sorted(side_by_side, key=attrgetter("rank"))
            ],
            claims=sentences,
            left_out=left_out,
        )


def pictured(comparison: Comparison, claims: Iterable[MarkedClaim]) -> Pictured:
    """Draw a comparison; the renderer has escaped all words in its pictures."""
    subject = comparison.harm, comparison.victim_group
    picture = position_chart(comparison)
    told = (claim for claim in claims if (claim.harm, claim.victim_group) == subject)
    timeline = time_chart(told) if picture and comparison.kind not in UNDISPUTED else None
    return Pictured(
        comparison,
        Markup(picture) if picture else None,  # noqa: S704 -- the renderer escapes
        Markup(timeline) if timeline else None,  # noqa: S704 -- the renderer escapes
    )
