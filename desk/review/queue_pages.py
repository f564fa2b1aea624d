"""The queue: what waits for a decision, what matters most first."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from fastapi import Response

from desk.review.call import Call
from desk.review.changes import latest_changes
from desk.review.decision_words import in_words
from desk.review.queue_filter import VIEWS, QueueFilter
from desk.review.reasons import REASONS
from desk.review.second_readings import agreement_of, blind_tasks, compared
from desk.wording import HARMS, counted
from warehouse import VerdictKind
from warehouse.read_models.claim_rows import Decision, Waiting
from warehouse.read_models.event_rows import AssignedReview
from warehouse.read_models.reader import Reader

A_PAGE = 100
AHEAD = 4
"""So many claims are loaded before they are asked for."""


@dataclass(frozen=True)
class Share:
    """What one reviewer is to review.

    Attributes:
        assigned: Claims that are assigned to them.
        decided: How many of these somebody has decided on.
    """

    assigned: int
    decided: int


PAGES = {
    VerdictKind.UNITE: "/speakers",
    VerdictKind.CLASSIFY: "/speakers",
    VerdictKind.GROUP: "/groups",
    VerdictKind.PLACE: "/added-places",
    VerdictKind.DISTINCT: "/near-pairs",
}
"""Where decisions are taken that are of no single claim or event."""


def show_queue(call: Call) -> Response:
    """The list of claims that wait."""
    asked = QueueFilter.of(call)
    with call.store.reading() as reader:
        items = list(asked.rows(reader))
        shares = shares_of(reader)
        names = reviewers_of(reader, call.reviewer)
        totals = reader.totals()
    call.session.queue = tuple(item.claim_id for item in items)
    return call.page(
        "queue.html",
        asked=asked,
        views=VIEWS,
        items=items[:A_PAGE],
        found=len(items),
        left=max(len(items) - A_PAGE, 0),
        totals=totals,
        harms=HARMS,
        reasons=REASONS,
        names=names,
        share=shares.get(call.reviewer),
    )


def shares_of(reader: Reader) -> dict[str, Share]:
    """How much is assigned to each reviewer, and how much of that is decided."""
    found: dict[str, Share] = {}
    for item in reader.rows(Waiting, "assignee is not null"):
        share = found.get(item.assignee or "", Share(0, 0))
        is_decided = item.standing != "machine"
        found[item.assignee or ""] = Share(share.assigned + 1, share.decided + is_decided)
    return found


def reviewers_of(reader: Reader, reviewer: str) -> list[str]:
    """Everybody who has decided something or has claims to review, and who asks."""
    decided = {decision.reviewer for decision in reader.rows(Decision)}
    assigned = {each.assignee for each in reader.rows(AssignedReview)}
    return sorted(decided | assigned | {reviewer})


def coming_claims(call: Call, reader: Reader, after: str, more: int = 0) -> list[str]:
    """The next claims of the reviewer's queue that nobody has decided on meanwhile.

    Args:
        call: Who asks.
        reader: The warehouse.
        after: The claim that is shown.
        more: How many of the next ones can be decided on together with it.
    """
    queue = call.session.queue
    place = queue.index(after) + 1 if after in queue else 0
    coming = [*queue[place:], *queue[:place]]
    decided = reader.decided(coming)
    return [name for name in coming if name not in decided and name != after][: AHEAD + more]


def undo(call: Call) -> Response:
    """Take back the reviewer's last step."""
    undone = call.store.undo(call.reviewer)
    if not undone:
        return call.go("/", "There is nothing of yours to undo.")
    first, claims = undone[0], {each.claim_id for each in undone if each.claim_id}
    if len(claims) > 1:
        return call.go("/", f"Undone: {in_words(first)} ({counted(len(claims), 'claim')}).")
    return call.go(place_of(first), f"Undone: {in_words(first)}.")


def place_of(decision: Decision) -> str:
    """The page of what a decision was about."""
    if decision.kind == VerdictKind.ADD:
        return f"/add/{quote(decision.document_id)}" if decision.document_id else "/"
    if decision.claim_id:
        return f"/claims/{decision.claim_id}"
    if decision.kind in PAGES:
        return PAGES[VerdictKind(decision.kind)]
    return f"/events/{decision.event_id}" if decision.event_id else "/"


def show_reviewers(call: Call) -> Response:
    """Who decided what, and how far reviewers agree."""
    with call.store.reading() as reader:
        decisions = list(reader.rows(Decision, order="decided desc, verdict_id"))
        readings = compared(reader)
        waiting = len(blind_tasks(reader, call.reviewer))
        shares, names = shares_of(reader), reviewers_of(reader, call.reviewer)
        changes = latest_changes(reader, decisions[:A_PAGE])
    counts = [
        (
            name,
            sum(each.reviewer == name for each in decisions),
            shares.get(name),
            last_day(decisions, name),
        )
        for name in names
    ]
    return call.page(
        "reviewers.html",
        counts=counts,
        agreement=agreement_of(readings),
        waiting=waiting,
        decisions=decisions[:A_PAGE],
        in_words=in_words,
        changes=changes,
    )


def last_day(decisions: list[Decision], reviewer: str) -> datetime | None:
    """When a reviewer last decided."""
    return max((each.decided for each in decisions if each.reviewer == reviewer), default=None)
