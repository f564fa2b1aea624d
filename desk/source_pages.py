"""Pages of those who speak and publish: speakers, outlets and documents."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from desk.copies import QuotedSentence, folded
from desk.grouping import Groups
from desk.kept_pages import stamp_of
from desk.links import WITH_PAGE, document_page, outlet_page, speaker_page
from desk.list_pages import document_cells
from desk.marks import Mark, marked, marks_of
from desk.page_metadata import linked_document
from desk.page_partitions import ALL, PagePartition
from desk.site import Site
from desk.speaker_disputes import MOST_DISPUTES, disputes_by_speaker
from desk.stored_copies import copies_of
from desk.wording import HARMS, as_written
from schemas import Basis
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.document_rows import DocumentLine, DocumentRow, OutletLine, SpeakerLine
from warehouse.read_models.event_rows import EventRow
from warehouse.read_models.reader import Reader
from warehouse.read_models.run_rows import Rejected

MOST_CLAIMS, MOST_DOCUMENTS, MOST_CHARACTERS = 300, 500, 1_000_000
MOST_FIGURES, UNFOLDED = 4, 5
"""Figures of an event in one line, and events whose sentences are in sight."""


@dataclass(frozen=True)
class Told:
    """What a speaker said on one event."""

    event: EventRow | None
    quotes: list[QuotedSentence]

    @property
    def figures(self) -> str:
        """The figures in a line: "4 killed, at least 8 killed and 2 more"."""
        claims = [each.claim for each in self.quotes]
        numbered = [claim for claim in claims if claim.basis != Basis.PLURAL]
        said = ((claim.figure, claim.harm) for claim in numbered or claims)
        told = [f"{figure} {HARMS.get(harm, harm).lower()}" for figure, harm in dict.fromkeys(said)]
        more = f" and {len(told) - MOST_FIGURES:,} more" if len(told) > MOST_FIGURES else ""
        return ", ".join(told[:MOST_FIGURES]) + more

    @property
    def latest(self) -> date:
        """The event's last day, by which what a speaker said is put in order."""
        event = self.event
        return (event.date_to or event.date_from if event else None) or date.min


def write_speakers(reader: Reader, site: Site, share: PagePartition = ALL) -> None:
    """Write the page of every speaker of a share."""
    events = {event.event_id: event for event in reader.rows(EventRow)}
    disputes = disputes_by_speaker(reader)
    claims = Groups(
        reader.claims(
            f"speaker is not null and {share.condition('holder_id')}",
            "holder_id, event_id nulls last, harm, claim_id",
        ),
        lambda row: row.holder_id or "",
    )
    ours = f"{share.condition('speaker_id')} and {WITH_PAGE}"
    for speaker in reader.rows(SpeakerLine, ours, "speaker_id"):
        told, left_out = claims.of(speaker.speaker_id, MOST_CLAIMS)
        by_event = groupby(told, attrgetter("event_id"))
        groups = sorted(
            (Told(events.get(event_id or ""), folded(group)) for event_id, group in by_event),
            key=attrgetter("latest"),
            reverse=True,
        )
        apart = disputes.get(speaker.speaker_id, [])
        page, stamp = speaker_page(speaker.speaker_id), stamp_of(speaker, groups, left_out, apart)
        if site.keeps(page, stamp):
            continue
        site.write(
            "speaker.html",
            page,
            "speakers.html",
            stamp,
            speaker=speaker,
            groups=groups,
            unfolded=UNFOLDED,
            left_out=left_out,
            disputes=apart[:MOST_DISPUTES],
            more_disputes=max(len(apart) - MOST_DISPUTES, 0),
        )


def write_outlets(reader: Reader, site: Site) -> None:
    """Write the page of every outlet."""
    documents = Groups(
        reader.rows(
            DocumentLine, "outlet is not null", "outlet, published desc nulls last, document_id"
        ),
        lambda row: row.outlet or "",
    )
    for outlet in reader.rows(OutletLine, order="outlet"):
        published, left_out = documents.of(outlet.outlet, MOST_DOCUMENTS)
        site.write(
            "outlet.html",
            outlet_page(outlet.outlet),
            "outlets.html",
            outlet=outlet,
            rows=[document_cells(line, "../") for line in published],
            left_out=left_out,
        )


def write_documents(reader: Reader, site: Site, share: PagePartition = ALL) -> None:
    """Write the page of every document of a share."""
    ours = share.condition("document_id")
    claims = Groups(
        reader.claims(ours, "document_id, quantity_start, claim_id"),
        lambda row: row.document_id,
    )
    rejections = Groups(
        reader.rows(Rejected, "document_id is not null", "document_id, rejection_id"),
        lambda row: row.document_id or "",
    )
    paged, copies = reader.speakers_with_page(), copies_of(reader)
    for document in reader.rows(DocumentRow, ours, "document_id"):
        found, _ = claims.of(document.document_id)
        refused, _ = rejections.of(document.document_id)
        linked = sorted(paged.intersection(claim.holder_id for claim in found if claim.holder_id))
        page = document_page(document.document_id)
        stamp = stamp_of(document, found, refused, linked, copies.get(document.document_id))
        if site.keeps(page, stamp):
            continue
        marks: list[Mark] = []
        for number, claim in enumerate(found, 1):
            marks += marks_of(claim, number, evidence=True)
        site.write(
            "document.html",
            page,
            "documents.html",
            stamp,
            document=document,
            linked=linked_document(document, found),
            body=marked(document.text[:MOST_CHARACTERS], marks),
            is_cut=len(document.text) > MOST_CHARACTERS,
            claims=found,
            event_id=only_event(found),
            sureness=common_sureness(found),
            checked=sum(claim.standing == "reviewed" for claim in found),
            paged=paged,
            stored=copies,
            rejections=refused,
        )


def common_sureness(claims: list[MarkedClaim]) -> str:
    """How surely the text was read, in words, where that is alike for all claims."""
    told = {as_written(claim.confidence) for claim in claims}
    return told.pop() if len(told) == 1 else ""


def only_event(claims: list[MarkedClaim]) -> str | None:
    """The event of all claims, where they have but one."""
    events = {claim.event_id for claim in claims}
    return events.pop() if len(events) == 1 else None
