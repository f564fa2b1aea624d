"""Same event? Two events of one place and time, side by side, to be put together or told apart."""

from dataclasses import dataclass

from fastapi import Response

from desk.review.call import Call
from desk.review.forms import FormError
from warehouse import VerdictKind
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.comparison_rows import Comparison
from warehouse.read_models.event_rows import EventRow, NearPair
from warehouse.read_models.reader import Reader

SHOWN, MOST_SENTENCES = 10, 3
NEAREST = "days, not is_same_place, claims desc, event_id, other_id"
ANSWERS = {"same": VerdictKind.MERGE, "different": VerdictKind.DISTINCT}


@dataclass(frozen=True)
class PairedEvent:
    """One of two events.

    Attributes:
        event: The event.
        comparisons: Its figures side by side.
        claims: Some of its claims, whose sentences tell what happened.
    """

    event: EventRow
    comparisons: list[Comparison]
    claims: list[MarkedClaim]


def show_pairs(call: Call) -> Response:
    """The pairs that wait for an answer, the nearest first."""
    with call.store.reading() as reader:
        pairs = list(reader.rows(NearPair, order=NEAREST))
        sides = read_sides(reader, pairs[:SHOWN])
    shown = [(pair, (sides[pair.event_id], sides[pair.other_id])) for pair in pairs[:SHOWN]]
    return call.page("near_pairs.html", pairs=shown, waiting=len(pairs))


def read_sides(reader: Reader, pairs: list[NearPair]) -> dict[str, PairedEvent]:
    """The events of some pairs."""
    names = sorted({name for pair in pairs for name in (pair.event_id, pair.other_id)})
    ours = "list_contains(?, event_id)"
    comparisons = list(reader.comparisons(ours, "event_id, figures desc", names))
    claims = list(reader.claims(ours, "event_id, confidence desc, claim_id", names))
    return {
        event.event_id: PairedEvent(
            event,
            [each for each in comparisons if each.event_id == event.event_id][:MOST_SENTENCES],
            [each for each in claims if each.event_id == event.event_id][:MOST_SENTENCES],
        )
        for event in reader.rows(EventRow, ours, "event_id", names)
    }


def answer(call: Call) -> Response:
    """Say whether two events are one."""
    kind = ANSWERS.get(call.field("answer"))
    if kind is None:
        raise FormError("Say whether they are the same event.")
    # The event of which less is told is the one that is merged away.
    call.store.decide(
        kind, call.reviewer, event_id=call.field("other_id"), into_event_id=call.field("event_id")
    )
    done = "One event now." if kind is VerdictKind.MERGE else "Two events; nobody is asked again."
    return call.go("/near-pairs", done)
