"""A second reviewer reads claims as the machine had them, and sees no first decision."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Response

from desk.marks import marks_of
from desk.review import forms
from desk.review.call import Call
from desk.review.changes import values_of
from desk.review.claim_form import claim_form, read_document
from desk.review.error_pages import NotFoundError
from desk.review.reasons import REASONS
from desk.review.related_claims import refuse_wrong_relations
from desk.review.second_readings import agreement_of, blind_tasks, compared
from schemas import Claim
from warehouse import VerdictKind
from warehouse.read_models.blind_rows import UnreviewedClaim
from warehouse.read_models.claim_contracts import claim_of, document_of
from warehouse.read_models.document_rows import DocumentRow
from warehouse.read_models.reader import Reader


@dataclass(frozen=True)
class BlindTaskView:
    """A claim to be read blind, with its text."""

    claim: UnreviewedClaim
    document: DocumentRow
    others: list[UnreviewedClaim]
    waiting: int


def begin(call: Call) -> Response:
    """Go to the first claim of the sample."""
    with call.store.reading() as reader:
        tasks = blind_tasks(reader, call.reviewer)
    if not tasks:
        return call.go("/adjudication", "Nothing waits for a blind reading of yours.")
    return call.go(f"/blind/{tasks[0].claim_id}")


def read_scene(call: Call, reader: Reader) -> BlindTaskView:
    """Read a claim of the sample.

    Raises:
        NotFoundError: It is not one that this reviewer can read blind.
    """
    tasks = blind_tasks(reader, call.reviewer)
    name = call.path("claim_id")
    task = next((task for task in tasks if task.claim_id == name), None)
    if task is None:
        raise NotFoundError("This claim is not one for you to read blind.")
    others = list(
        reader.rows(UnreviewedClaim, "document_id = ?", "quantity_start", task.document_id)
    )
    (claim,) = (other for other in others if other.claim_id == name)
    return BlindTaskView(claim, read_document(reader, task.document_id), others, len(tasks))


def show(call: Call) -> Response:
    """A claim to be read blind."""
    with call.store.reading() as reader:
        scene = read_scene(call, reader)
    return blind_page(call, scene, values_of(claim_of(scene.claim)))


def blind_page(
    call: Call,
    scene: BlindTaskView,
    values: Mapping[str, str],
    problem: str = "",
    status: int = 200,
) -> Response:
    """The page of a blind reading, with the form filled in."""
    marks = marks_of(scene.claim, evidence=True)
    return call.page(
        "blind.html",
        status,
        **claim_form(scene.document, marks, scene.others, values, problem, scene.claim),
        reasons=REASONS,
        waiting=scene.waiting,
    )


def accept(call: Call) -> Response:
    """The reader finds the claim right."""
    return keep(call, VerdictKind.ACCEPT)


def reject(call: Call) -> Response:
    """The reader finds that it is none."""
    if call.field("reason") not in REASONS:
        raise forms.FormError("Choose a reason.")
    return keep(call, VerdictKind.REJECT, reason=call.field("reason"))


def correct(call: Call) -> Response:
    """The reader would have it otherwise."""
    with call.store.reading() as reader:
        scene = read_scene(call, reader)
    before = claim_of(scene.claim)
    try:
        refuse_wrong_relations(call.fields(), scene.others, before.claim_id)
        after = forms.corrected(
            before, document_of(scene.document), call.fields(), call.state.readers.quantity
        )
    except forms.FormError as error:
        return blind_page(call, scene, call.fields(), str(error), 422)
    if not forms.changed_fields(before, after):
        return blind_page(call, scene, call.fields(), "Nothing was changed.", 422)
    return keep(call, VerdictKind.CORRECT, corrected=after)


def keep(
    call: Call, kind: VerdictKind, corrected: Claim | None = None, reason: str | None = None
) -> Response:
    """Keep what the reader would decide, and go on."""
    call.store.read_blind(
        kind=kind.value,
        reviewer=call.reviewer,
        claim_id=call.path("claim_id"),
        corrected=corrected,
        reason=reason,
    )
    return call.go("/blind", "Kept beside the first decision.")


def adjudicate(call: Call) -> Response:
    """All second readings beside the first, those that differ before the others."""
    with call.store.reading() as reader:
        readings = compared(reader)
        waiting = len(blind_tasks(reader, call.reviewer))
    return call.page(
        "adjudication.html",
        open=[each for each in readings if each.is_open],
        closed=[each for each in readings if not each.is_open],
        agreement=agreement_of(readings),
        waiting=waiting,
    )


def settle(call: Call) -> Response:
    """Decide for one of two sides: its decision holds from now on."""
    with call.store.reading() as reader:
        readings = compared(reader)
    name = call.path("reading_id")
    found = next((each.pair for each in readings if each.pair.reading_id == name), None)
    if found is None:
        raise NotFoundError("This reading is not there, or no longer.")
    is_first = call.field("side") == "first"
    kind = found.first_kind if is_first else found.kind
    corrected = found.first_corrected if is_first else found.corrected
    call.store.decide(
        VerdictKind(kind),
        call.reviewer,
        claim_id=found.claim_id,
        seen=found.verdict_id,
        corrected=Claim.model_validate_json(corrected) if corrected else None,
        reason=found.first_reason if is_first else found.reason,
        note="adjudicated",
    )
    return call.go("/adjudication", "Settled.")
