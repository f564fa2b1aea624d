"""One event: what belongs to it, and what does not."""

from fastapi import Response

from desk.maps import PRECISION, locator_map, world_map
from desk.review.call import Call
from desk.review.decision_words import history_of
from desk.review.error_pages import NotFoundError
from desk.review.event_search import near_event, read_event
from desk.review.forms import FormError, day, words
from desk.review.queue_pages import reviewers_of
from desk.wording import GRADES
from warehouse import Grade, VerdictKind
from warehouse.read_models.event_rows import AssignedReview, Graded, LocatedEvent

MOST_CLAIMS = 500


def show_event(call: Call) -> Response:
    """An event with its claims."""
    event_id = call.path("event_id")
    with call.store.reading() as reader:
        event = read_event(reader, event_id)
        if event is None:
            raise NotFoundError("This event is not there, or was merged into another.")
        claims = list(
            reader.claims("event_id = ?", f"harm, low, claim_id limit {MOST_CLAIMS}", event_id)
        )
        comparisons = list(reader.comparisons("event_id = ?", "figures desc", event_id))
        near = near_event(call, reader, event)
        graded = next(reader.rows(Graded, "event_id = ?", "1", event_id), None)
        history = history_of(reader, "? in (event_id, into_event_id)", event_id)
        assigned = next(reader.rows(AssignedReview, "event_id = ?", "1", event_id), None)
        names = reviewers_of(reader, call.reviewer)
        location = next(reader.rows(LocatedEvent, "event_id = ?", "1", event_id), None)
    return call.page(
        "event.html",
        event=event,
        claims=claims,
        comparisons=comparisons,
        near=near,
        location=location,
        graded=graded,
        assigned=assigned,
        names=names,
        grades=GRADES,
        levels=tuple(PRECISION.items()),
        ground=locator_map(location) if location else world_map(),
        typed=call.query("q"),
        history=history,
    )


def describe(call: Call) -> Response:
    """Say what the event is called, and when it was."""
    event_id, given = call.path("event_id"), call.fields()
    with call.store.reading() as reader:
        event = read_event(reader, event_id)
    if event is None:
        raise NotFoundError("This event is not there, or was merged into another.")
    label = words(given, "label")
    first, last = day(given, "date_from"), day(given, "date_to")
    decided: dict[VerdictKind, dict[str, object]] = {}
    if label and label != event.label:
        decided[VerdictKind.RENAME] = {"label": label}
    if first and (first, last or first) != (event.date_from, event.date_to):
        decided[VerdictKind.REDATE] = {"date_from": first, "date_to": last or first}
    if not decided:
        raise FormError("Nothing was changed.")
    call.store.decide_at_once(call.reviewer, decided, event_id=event_id)
    return call.go(f"/events/{event_id}", "Kept, for texts to come, too.")


def merge(call: Call) -> Response:
    """Fold the event into another."""
    event_id, target = call.path("event_id"), target_of(call)
    call.store.decide(VerdictKind.MERGE, call.reviewer, event_id=event_id, into_event_id=target)
    return call.go(f"/events/{target}", "Merged.")


def split(call: Call) -> Response:
    """Found an event of the claims that were chosen."""
    chosen = tuple(name for name in call.form.get("claim", []) if isinstance(name, str))
    if not chosen:
        raise FormError("Choose the claims that belong to another event.")
    event_id = call.path("event_id")
    call.store.decide(VerdictKind.SPLIT, call.reviewer, event_id=event_id, claim_ids=chosen)
    return call.go(f"/events/{event_id}", "Split.")


def move(call: Call) -> Response:
    """Pin a claim to another event."""
    claim_id, target = call.path("claim_id"), target_of(call)
    call.store.decide(VerdictKind.PIN, call.reviewer, claim_ids=(claim_id,), into_event_id=target)
    return call.go(f"/claims/{claim_id}", "Moved to the other event.")


def grade(call: Call) -> Response:
    """Say how far the event is established."""
    chosen = call.field("grade")
    if chosen not in set(Grade):
        raise FormError("Choose a grade.")
    note = words(call.fields(), "note")
    event_id = call.path("event_id")
    call.store.decide(
        VerdictKind.GRADE, call.reviewer, event_id=event_id, grade=Grade(chosen), note=note
    )
    return call.go(f"/events/{event_id}", "Graded.")


def target_of(call: Call) -> str:
    """The event that was chosen."""
    target = call.field("into_event_id")
    if not target:
        raise FormError("Choose the event.")
    return target
