"""A page an event: what was said of it, by whom, and in which words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from markupsafe import Markup

from desk.camps import EARLIER, NUMBERLESS, Camp, Row, camps_of
from desk.copies import QuotedSentence, folded
from desk.event_csv import figures_csv
from desk.event_picture import event_picture
from desk.event_summary import matrix_of, sentence_of
from desk.grouping import Groups
from desk.interval_strip import scale_numbers
from desk.kept_pages import stamp_of
from desk.links import event_page
from desk.page_metadata import linked_figures
from desk.page_partitions import ALL, PagePartition
from desk.print_room import lines_of, printed
from desk.site import Site
from desk.stored_copies import copies_of
from desk.timeline import Entry, timeline
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.comparison_rows import Comparison
from warehouse.read_models.event_rows import Blame, EventRow, Graded, LocatedEvent
from warehouse.read_models.reader import Reader

MOST_CLAIMS = 300
NAMED = {"named", "article"}


@dataclass(frozen=True)
class Section:
    """One harm and kind of victims.

    Attributes:
        comparison: The figures side by side.
        camps: The same, those together that can all be true.
        days: How they moved.
        is_first: Whether it is the event's first, of which a picture is drawn.
    """

    comparison: Comparison
    camps: list[Camp]
    days: list[tuple[date | None, list[Entry]]]
    is_first: bool

    @property
    def numbers(self) -> Markup | None:
        """The numbers of the scale on which its figures lie."""
        return scale_numbers(line for line in self.comparison.lines if line.stands)

    @property
    def length(self) -> int:
        """How many printed lines it takes."""
        return lines_of([row for camp in self.camps for row in camp.rows], len(self.days))

    @property
    def bounded(self) -> int:
        """How many camps exclude one another."""
        return sum(camp.title not in {NUMBERLESS, EARLIER} for camp in self.camps)

    @property
    def lone(self) -> Row | None:
        """Its figure where it has but one."""
        rows = [row for camp in self.camps for row in camp.rows]
        return rows[0] if len(rows) == 1 else None


@dataclass(frozen=True)
class Source:
    """A document of an event.

    Attributes:
        claim: One of its claims, which tells what it is.
        claims: How many it has.
    """

    claim: MarkedClaim
    claims: int


@dataclass(frozen=True)
class EventParts:
    """What an event's page is made of.

    Attributes:
        event: The event.
        location: Where it happened, where that is known.
        graded: How sure it is, where reviewers said so.
        rows: Its figures side by side, in the order of their rank.
        claims: Its claims, as many as a page shows.
        left_out: How many claims it has besides.
        blames: Whom its claims hold responsible.
    """

    event: EventRow
    location: LocatedEvent | None
    graded: Graded | None
    rows: list[Comparison]
    claims: list[MarkedClaim]
    left_out: int
    blames: list[Blame]


def write_events(reader: Reader, site: Site, share: PagePartition = ALL) -> None:
    """Write the page of every event of a share."""
    ours = share.condition("event_id")
    comparisons = Groups(reader.comparisons(ours, "event_id"), attrgetter("event_id"))
    claims = Groups(
        reader.claims(
            f"event_id is not null and {ours}", "event_id, harm, low nulls last, claim_id"
        ),
        lambda row: row.event_id or "",
    )
    blames = Groups(
        reader.rows(Blame, ours, "event_id, documents desc, holder, agent"), attrgetter("event_id")
    )
    grades = {each.event_id: each for each in reader.rows(Graded, ours)}
    places = {each.event_id: each for each in reader.rows(LocatedEvent, ours)}
    paged, copies = reader.speakers_with_page(), copies_of(reader)
    for event in reader.rows(EventRow, ours, "event_id"):
        told, left_out = claims.of(event.event_id, MOST_CLAIMS)
        write_event(
            site,
            EventParts(
                event=event,
                location=places.get(event.event_id),
                graded=grades.get(event.event_id),
                rows=sorted(comparisons.of(event.event_id)[0], key=attrgetter("rank")),
                claims=told,
                left_out=left_out,
                blames=blames.of(event.event_id)[0],
            ),
            paged,
            copies,
        )


def write_event(site: Site, parts: EventParts, paged: set[str], copies: Mapping[str, str]) -> None:
    """Write the page of an event and its table of figures, unless the last report has them.

    Args:
        site: The report.
        parts: What the page is made of.
        paged: Speakers who have a page.
        copies: Stored copies by document.
    """
    event, rows, told = parts.event, parts.rows, parts.claims
    page = event_page(event.event_id)
    csv = page.replace(".html", ".csv")
    copied = {claim.document_id: copies.get(claim.document_id) for claim in told}
    stamp = stamp_of(parts, sorted(paged & holders_of(rows)), copied)
    if site.keeps(page, stamp, csv):
        return
    sections, sources, matrix = sections_of(rows, told), sources_of(told), matrix_of(rows)
    beside = len(sources) + len(parts.blames) + 3 * len(matrix.rows)
    (site.folder / csv).write_text(figures_csv(rows), "utf-8")
    site.write(
        "event.html",
        page,
        "events.html",
        stamp,
        event=event,
        location=parts.location,
        graded=parts.graded,
        paged=paged,
        stored=copies,
        checked=sum(claim.standing == "reviewed" for claim in told),
        summary=sentence_of(rows),
        linked=linked_figures(event, parts.location, rows),
        matrix=matrix,
        sections=sections,
        picture=event_picture(event.label, rows[0], sections[0].camps) if rows else None,
        blames=parts.blames,
        named=named_victims(told),
        quotes=others_of(sections, told),
        sources=sources,
        printed=printed([each.length for each in sections], beside),
        left_out=parts.left_out,
        csv=csv.rpartition("/")[2],
    )


def sections_of(rows: Iterable[Comparison], claims: Sequence[MarkedClaim]) -> list[Section]:
    """A section a harm and kind of victims."""
    return [
        Section(row, camps_of(row, claims), timeline(row), is_first=number == 0)
        for number, row in enumerate(rows)
    ]


def holders_of(rows: Iterable[Comparison]) -> set[str]:
    """Everybody who holds or denies a figure."""
    lines = [line for row in rows for line in row.lines]
    return {each.holder_id for line in lines for each in (*line.holders, *line.denied_by)}


def others_of(sections: Iterable[Section], claims: Iterable[MarkedClaim]) -> list[QuotedSentence]:
    """The sentences that stand beside no figure above."""
    rows = (row for section in sections for camp in section.camps for row in camp.rows)
    quoted = [quote for row in rows for quote in row.quotes]
    shown = {claim.claim_id for quote in quoted for claim in (quote.claim, *quote.copies)}
    return folded(
        claim for claim in claims if claim.standing != "rejected" and claim.claim_id not in shown
    )


def named_victims(claims: Iterable[MarkedClaim]) -> list[MarkedClaim]:
    """Victims who are told one by one, by name or as single people."""
    found = {
        (claim.harm, claim.victims_text): claim
        for claim in claims
        if claim.basis == "named" and claim.victims_text and claim.standing != "rejected"
    }
    return list(found.values())


def sources_of(claims: Iterable[MarkedClaim]) -> list[Source]:
    """The documents, in the order of their publication."""
    by_document: dict[str, list[MarkedClaim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document_id, []).append(claim)
    found = [Source(told[0], len(told)) for told in by_document.values()]
    undated = date.max
    return sorted(
        found,
        key=lambda each: (
            each.claim.published.date() if each.claim.published else undated,
            each.claim.document_id,
        ),
    )
