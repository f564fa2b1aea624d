"""One claim in its text: accept it, correct it, reject it, or add one that was missed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from operator import attrgetter

from fastapi import Response
from fastapi.responses import JSONResponse

from desk.marks import Mark, marked, marks_of
from desk.review import forms, repeats
from desk.review.call import Call
from desk.review.changes import history_changes, values_of
from desk.review.claim_form import claim_form, read_document
from desk.review.decision_words import history_of
from desk.review.elsewhere import told_elsewhere
from desk.review.error_pages import NotFoundError
from desk.review.event_search import near_claim
from desk.review.part_words import CLAIM_PARTS
from desk.review.queue_pages import coming_claims
from desk.review.reasons import REASONS
from warehouse import VerdictKind
from warehouse.explanation import LinkExplanation, link_of
from warehouse.read_models.blind_rows import UnreviewedClaim
from warehouse.read_models.claim_contracts import claim_of
from warehouse.read_models.claim_rows import Decision, MarkedClaim
from warehouse.read_models.document_rows import DocumentRow
from warehouse.read_models.event_rows import NearEvent
from warehouse.read_models.reader import Reader

ON_CLAIM = "claim_id = ? or list_contains(claim_ids, ?)"
"""Decisions on a claim, also those on where it belongs and on who is to review it."""
MOST_SENTENCES = 5
"""More of a text, beside the one that is asked for, are not in sight at once."""


@dataclass(frozen=True)
class ClaimView:
    """A claim with what surrounds it."""

    row: MarkedClaim
    document: DocumentRow
    others: list[MarkedClaim]
    history: list[tuple[Decision, str]]
    near: list[NearEvent]
    changes: dict[str, list[str]]
    link: LinkExplanation | None
    ahead: list[str]

    @property
    def beside(self) -> list[MarkedClaim]:
        """The other claims of its sentence on which nobody has decided."""
        return [each for each in waiting_with(self.row, self.others) if is_beside(each, self.row)]

    @property
    def rest(self) -> list[list[MarkedClaim]]:
        """Such claims of the other sentences of its text, where they are few enough to be seen."""
        others = (x for x in waiting_with(self.row, self.others) if not is_beside(x, self.row))
        found = [list(group) for _, group in groupby(others, attrgetter("evidence_start"))]
        return found if len(found) <= MOST_SENTENCES else []


def show_claim(call: Call) -> Response:
    """A claim in its text."""
    with call.store.reading() as reader:
        scene = read_scene(call, reader)
    return claim_page(call, scene, values_of(claim_of(scene.row)))


def claim_page(
    call: Call, scene: ClaimView, values: Mapping[str, str], problem: str = "", status: int = 200
) -> Response:
    """The page of a claim, with the form filled in."""
    queue = call.session.queue
    name = scene.row.claim_id
    place = queue.index(name) if name in queue else None
    together = (scene.row, *scene.beside, *chain(*scene.rest))
    marks = [mark for each in together for mark in marks_of(each, evidence=True)]
    return call.page(
        "claim.html",
        status,
        **claim_form(
            scene.document, [*others_marks(scene), *marks], scene.others, values, problem, scene.row
        ),
        reasons=REASONS,
        claim_parts=CLAIM_PARTS,
        history=scene.history,
        changes=scene.changes,
        near=scene.near,
        typed=call.query("q"),
        link=scene.link,
        ahead=scene.ahead,
        beside=scene.beside,
        rest=scene.rest,
        elsewhere=[
            (each.part, marked(scene.document.text, [each.mark], each.start, each.end))
            for each in told_elsewhere(together, scene.document.text)
        ],
        repeats=repeats.in_words(call.session.repeats),
        place=None if place is None else place + 1,
        length=len(queue),
        before=queue[place - 1] if place else None,
        after=queue[place + 1] if place is not None and place + 1 < len(queue) else None,
    )


def read_scene(call: Call, reader: Reader) -> ClaimView:
    """Read a claim with what surrounds it.

    Raises:
        NotFoundError: There is no such claim now.
    """
    claim_id = call.path("claim_id")
    row = next(reader.claims("claim_id = ?", "origin desc", claim_id), None)
    if row is None:
        raise NotFoundError("This claim is not there, or no longer: it may have been read anew.")
    history = history_of(reader, ON_CLAIM, claim_id, claim_id)
    taken = [decision for decision, _ in history]
    others = list(reader.claims("document_id = ?", "quantity_start", row.document_id))
    machine = None
    if any(decision.corrected for decision in taken):
        machine = next(reader.rows(UnreviewedClaim, "claim_id = ?", "1", claim_id), None)
    return ClaimView(
        row=row,
        document=read_document(reader, row.document_id),
        others=others,
        history=history,
        changes=history_changes(taken, claim_of(machine) if machine else None),
        near=near_claim(call, reader, row) if "q" in call.request.query_params else [],
        link=link_of(reader, row),
        ahead=coming_claims(call, reader, claim_id, len(waiting_with(row, others))),
    )


def waiting_with(row: MarkedClaim, others: Iterable[MarkedClaim]) -> list[MarkedClaim]:
    """Claims of the same text that wait for a decision as this one does."""
    return [
        other
        for other in others
        if other.claim_id != row.claim_id and other.standing == row.standing == "machine"
    ]


def is_beside(claim: MarkedClaim, row: MarkedClaim) -> bool:
    """Whether two claims stand in one sentence."""
    return claim.evidence_start == row.evidence_start


def others_marks(scene: ClaimView) -> list[Mark]:
    """The figures of the document's other claims."""
    shown = {each.claim_id for each in (scene.row, *scene.beside, *chain(*scene.rest))}
    return [
        Mark(other.quantity_start, other.quantity_end, "other")
        for other in scene.others
        if other.claim_id not in shown
    ]


def accept(call: Call) -> Response:
    """The claim is right as it stands."""
    return decided(call, VerdictKind.ACCEPT, "Accepted.")


def reject(call: Call) -> Response:
    """The claim is none."""
    reason = call.field("reason")
    if reason not in REASONS:
        raise forms.FormError("Choose a reason.")
    note = forms.words(call.fields(), "note")
    return decided(call, VerdictKind.REJECT, f"Rejected: {reason}.", reason=reason, note=note)


def note(call: Call) -> Response:
    """Say something about the claim without deciding."""
    words = forms.words(call.fields(), "note")
    if words is None:
        raise forms.FormError("The note is empty.")
    claim_id = call.path("claim_id")
    call.store.decide(VerdictKind.NOTE, call.reviewer, claim_id=claim_id, note=words)
    return call.go(f"/claims/{claim_id}", "Noted.")


def decided(call: Call, kind: VerdictKind, message: str, **fields: object) -> Response:
    """Record a decision and go on to the next claim; the page's script has gone on by itself."""
    claim_id = call.path("claim_id")
    seen = call.field("seen") or None
    call.store.decide(kind, call.reviewer, claim_id=claim_id, seen=seen, **fields)
    if call.field("background"):
        return JSONResponse({"repeats": repeats.in_words(call.session.repeats)})
    with call.store.reading() as reader:
        following = coming_claims(call, reader, claim_id)
    return call.go(f"/claims/{following[0]}" if following else "/", message)
