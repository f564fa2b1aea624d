"""The queue: what waits for a decision, what matters most first."""

from dataclasses import dataclass
from urllib.parse import quote

from fastapi import Response

from desk.cards import plain
from desk.review.call import Call
from desk.review.decision_words import in_words
from desk.review.second_readings import agreement_of, blind_tasks, compared
from desk.wording import HARMS
from warehouse import VerdictKind
from warehouse.read_models.claim_rows import Decision, Waiting
from warehouse.read_models.reader import Reader

A_PAGE = 100
AHEAD = 4
"""So many claims are loaded before they are asked for."""
OF_ITS_TEXT = "over (partition by document_id) desc"
URGENCY = (
    f"bool_or(is_conflict) {OF_ITS_TEXT}, bool_or(is_failed) {OF_ITS_TEXT}, "
    f"bool_or(is_doubtful) {OF_ITS_TEXT}, min(event_id) over (partition by document_id), "
    "document_id, quantity_start, claim_id"
)
"""Text by text, so that none is left and opened again; what conflicts comes first."""


PAGES = {
    VerdictKind.UNITE: "/speakers",
    VerdictKind.CLASSIFY: "/speakers",
    VerdictKind.GROUP: "/groups",
    VerdictKind.PLACE: "/added-places",
    VerdictKind.DISTINCT: "/near-pairs",
}
"""Where decisions are taken that are of no single claim or event."""


@dataclass(frozen=True)
class View:
    """A selection of the queue."""

    name: str
    title: str
    where: str
    order: str = URGENCY


VIEWS = (
    View("waiting", "All that wait", "standing = 'machine'"),
    View("conflicts", "In conflict", "standing = 'machine' and is_conflict"),
    View("failed", "Failed a check", "standing = 'machine' and is_failed"),
    View("doubtful", "In doubt", "standing = 'machine' and is_doubtful", "confidence, claim_id"),
    View("new", "Newest", "standing = 'machine'", "learned desc, claim_id"),
    View("decided", "Decided", "standing <> 'machine'", "decided desc, claim_id"),
)


def view_named(name: str) -> View:
    """The view of a name; the first where there is none."""
    return next((view for view in VIEWS if view.name == name), VIEWS[0])


def show_queue(call: Call) -> Response:
    """The list of claims that wait."""
    view = view_named(call.query("view"))
    with call.store.reading() as reader:
        items = [item for item in reader.rows(Waiting, view.where, view.order) if fits(call, item)]
        totals = reader.totals()
    call.session.queue = tuple(item.claim_id for item in items)
    return call.page(
        "queue.html",
        view=view,
        views=VIEWS,
        items=items[:A_PAGE],
        left=max(len(items) - A_PAGE, 0),
        totals=totals,
        typed=call.query("q"),
        harm=call.query("harm"),
        harms=HARMS,
    )


def fits(call: Call, item: Waiting) -> bool:
    """Whether a claim has all words that were typed, and the harm that was chosen."""
    if call.query("harm") not in {"", item.harm}:
        return False
    typed = plain(call.query("q")).split()
    if not typed:
        return True
    told = (item.figure, item.victim_group, item.speaker, item.evidence_text, item.event)
    words = plain(" ".join(filter(None, told)))
    return all(word in words for word in typed)


def coming_claims(call: Call, reader: Reader, after: str) -> list[str]:
    """The next claims of the reviewer's queue that nobody has decided on meanwhile."""
    queue = call.session.queue
    place = queue.index(after) + 1 if after in queue else 0
    coming = [*queue[place:], *queue[:place]]
    decided = reader.decided(coming)
    return [name for name in coming if name not in decided and name != after][:AHEAD]


def undo(call: Call) -> Response:
    """Take back the reviewer's last decision."""
    last = call.store.undo(call.reviewer)
    if last is None:
        return call.go("/", "There is nothing of yours to undo.")
    return call.go(place_of(last), f"Undone: {last.kind}.")


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
    reviewers = sorted({decision.reviewer for decision in decisions})
    counts = [
        (name, sum(d.reviewer == name for d in decisions), last_day(decisions, name))
        for name in reviewers
    ]
    return call.page(
        "reviewers.html",
        counts=counts,
        agreement=agreement_of(readings),
        waiting=waiting,
        decisions=decisions[:A_PAGE],
        in_words=in_words,
    )


def last_day(decisions: list[Decision], reviewer: str) -> object:
    """When a reviewer last decided."""
    return max(decision.decided for decision in decisions if decision.reviewer == reviewer)
