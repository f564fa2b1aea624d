"""A claim that was missed: told by selecting its words in the text."""

from collections.abc import Mapping

from fastapi import Response

from desk.marks import Mark
from desk.review import forms
from desk.review.call import Call
from desk.review.claim_form import CHOICES, SPANS, claim_form, read_document
from desk.review.related_claims import refuse_wrong_relations
from schemas import Claim
from warehouse import VerdictKind
from warehouse.read_models.claim_contracts import document_of
from warehouse.read_models.claim_rows import MarkedClaim


def show_addition(call: Call) -> Response:
    """A document in which a claim was missed."""
    return addition_page(call, {})


def addition_page(
    call: Call, values: Mapping[str, str], problem: str = "", status: int = 200
) -> Response:
    """The page on which a missed claim is told."""
    with call.store.reading() as reader:
        document = read_document(reader, call.path("document_id"))
        found = list(reader.claims("document_id = ?", "quantity_start", document.document_id))
    marks = [Mark(claim.quantity_start, claim.quantity_end, "other") for claim in found]
    empty = dict.fromkeys(values_of_nothing(), "")
    start = empty | {"modifier": "exact", "harm": "killed", "scope": "incident"}
    return call.page(
        "add.html",
        status,
        **claim_form(document, marks, found, start | dict(values), problem),
    )


def values_of_nothing() -> list[str]:
    """Names of the form's fields."""
    spans = [f"{name}_{part}" for name in SPANS for part in ("text", "start", "end")]
    own = ["value", "value_to", "basis", "speaker", "speaker_role", "hedge", "victim_group"]
    return [
        *spans,
        *own,
        *CHOICES,
        *forms.RELATIONS,
        "event_when",
        "event_where",
        "event_date_from",
        "event_date_to",
    ]


def is_told_already(known: MarkedClaim, claim: Claim) -> bool:
    """Whether a claim stands on the same words, and no other source is told for the new one.

    One number is two claims only where two sources give it.
    """
    source = claim.attribution.source
    start = source.start if source else None
    is_left_open = known.harm == claim.harm and None in {known.source_start, start}
    overlaps = known.quantity_start < claim.quantity.end and (
        claim.quantity.start < known.quantity_end
    )
    return overlaps and (known.source_start == start or is_left_open)


def add(call: Call) -> Response:
    """A claim was missed."""
    with call.store.reading() as reader:
        document = read_document(reader, call.path("document_id"))
        known = list(reader.claims("document_id = ?", "quantity_start", document.document_id))
    try:
        refuse_wrong_relations(call.fields(), known)
        claim = forms.added(document_of(document), call.fields(), call.state.readers.quantity)
    except forms.FormError as error:
        return addition_page(call, call.fields(), str(error), 422)
    if same := next((other for other in known if is_told_already(other, claim)), None):
        words = f"“{same.quantity_text}” has a claim already: correct that one, or name its source."
        return call.go(f"/claims/{same.claim_id}", words)
    call.store.decide(VerdictKind.ADD, call.reviewer, corrected=claim)
    return call.go(f"/claims/{claim.claim_id}", "Added.")
