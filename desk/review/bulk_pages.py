"""Decide on several claims in one step, which one undo takes back; or give them to a reviewer."""

from collections.abc import Callable

from fastapi import Response
from fastapi.responses import JSONResponse

from desk.review.call import Call
from desk.review.forms import FormError, words
from desk.review.queue_filter import QueueFilter
from desk.review.reasons import REASONS
from desk.wording import counted
from warehouse import VerdictKind

MOST_AT_ONCE = 1_000
LONGEST_NAME = 60


def decide_bulk(call: Call) -> Response:
    """Do with the chosen claims what was asked."""
    action = ACTIONS.get(call.field("decision"))
    if action is None:
        raise FormError("Say what is to be done with the claims.")
    told = action(call, chosen(call))
    if call.field("background"):
        return JSONResponse({"message": told})
    return call.go(QueueFilter.of(call).address(), told)


def chosen(call: Call) -> list[str]:
    """The claims that were chosen, one by one or as all that a search finds.

    Raises:
        FormError: They are none, too many, or others than were shown.
    """
    claims = [name for name in call.form.get("claim", []) if isinstance(name, str)]
    if call.field("all"):
        with call.store.reading() as reader:
            claims = [item.claim_id for item in QueueFilter.of(call).rows(reader)]
        if str(len(claims)) != call.field("all"):
            raise FormError(
                f"The list has changed: it has {counted(len(claims), 'claim')} now. Look again."
            )
    if not claims:
        raise FormError("Choose claims first.")
    if len(claims) > MOST_AT_ONCE:
        raise FormError(f"{len(claims):,} are too many: at most {MOST_AT_ONCE:,} in one step.")
    return list(dict.fromkeys(claims))


def accept(call: Call, claims: list[str]) -> str:
    """Accept them."""
    return decide(call, VerdictKind.ACCEPT, claims, "Accepted")


def reject(call: Call, claims: list[str]) -> str:
    """Reject them, for one reason."""
    if call.field("reason") not in REASONS:
        raise FormError("Choose a reason.")
    return decide(call, VerdictKind.REJECT, claims, "Rejected", reason=call.field("reason"))


def decide(call: Call, kind: VerdictKind, claims: list[str], done: str, **fields: object) -> str:
    """Decide alike on claims on which nobody has decided meanwhile.

    Returns:
        What was done, in words.
    """
    with call.store.reading() as reader:
        decided = reader.decided(claims)
    waiting = [name for name in claims if name not in decided]
    call.store.decide_alike(kind, call.reviewer, waiting, **fields)
    left = f"; {counted(len(decided), 'other')} had been decided on" if decided else ""
    return f"{done} {counted(len(waiting), 'claim')}{left}."


def assign(call: Call, claims: list[str]) -> str:
    """Give them to a reviewer, or to nobody."""
    assignee = assignee_of(call)
    call.store.decide(VerdictKind.ASSIGN, call.reviewer, assignee=assignee, claim_ids=tuple(claims))
    return f"{counted(len(claims), 'claim')} to be reviewed by {assignee or 'nobody'}."


def assign_event(call: Call) -> Response:
    """Give an event, with all claims that it has or will have, to a reviewer."""
    event_id, assignee = call.path("event_id"), assignee_of(call)
    call.store.decide(VerdictKind.ASSIGN, call.reviewer, assignee=assignee, event_id=event_id)
    return call.go(f"/events/{event_id}", f"To be reviewed by {assignee or 'nobody'}.")


def assignee_of(call: Call) -> str | None:
    """The reviewer who was named, as they sign in."""
    return (words(call.fields(), "assignee") or "")[:LONGEST_NAME] or None


ACTIONS: dict[str, Callable[[Call, list[str]], str]] = {
    "accept": accept,
    "reject": reject,
    "assign": assign,
}
