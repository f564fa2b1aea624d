"""Find another event as one types: the nearest in place, days and wording first."""

from fastapi import Response

from desk.review.call import Call
from desk.review.error_pages import NotFoundError
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.event_rows import EventRow, EventSearch, NearEvent
from warehouse.read_models.reader import Reader

LONGEST_WORDS = 200


def show_near(call: Call) -> Response:
    """The events to choose from, as a piece of the page that asks for them."""
    with call.store.reading() as reader:
        if claim_id := call.query("claim"):
            row = next(reader.claims("claim_id = ?", "origin desc", claim_id), None)
            found = near_claim(call, reader, row) if row else None
        else:
            event = read_event(reader, call.query("event"))
            found = near_event(call, reader, event) if event else None
    if found is None:
        raise NotFoundError("What you look at is not there, or no longer.")
    return call.page("near_events.html", near=found)


def read_event(reader: Reader, event_id: str | None) -> EventRow | None:
    """An event, if there is one of that name now."""
    return next(reader.rows(EventRow, "event_id = ?", "1", event_id), None)


def near_claim(call: Call, reader: Reader, claim: MarkedClaim) -> list[NearEvent]:
    """Events near to what a claim tells of, or else to the event that it is linked to."""
    event = read_event(reader, claim.event_id)
    is_dated = claim.event_date_from is not None or event is None
    search = EventSearch(
        event_id=claim.event_id,
        place=claim.event_where or (event.place if event else None),
        date_from=claim.event_date_from if is_dated or event is None else event.date_from,
        date_to=claim.event_date_to if is_dated or event is None else event.date_to,
        wording=f"{claim.title or ''} {claim.evidence_text}",
        typed=typed(call),
    )
    return reader.near_events(search)


def near_event(call: Call, reader: Reader, event: EventRow) -> list[NearEvent]:
    """Events near to another."""
    titles = {claim.title for claim in reader.claims("event_id = ?", "1", event.event_id)}
    search = EventSearch(
        event_id=event.event_id,
        place=event.place,
        date_from=event.date_from,
        date_to=event.date_to,
        wording=" ".join(filter(None, (event.label, *sorted(filter(None, titles))))),
        typed=typed(call),
    )
    return reader.near_events(search)


def typed(call: Call) -> tuple[str, ...]:
    """The words that the reviewer typed."""
    return tuple(call.query("q")[:LONGEST_WORDS].split())
