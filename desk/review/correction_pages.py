"""Correct a claim, or repeat the last correction on another one."""

from collections.abc import Mapping

from fastapi import Response
from fastapi.responses import JSONResponse

from desk.review import forms, repeats
from desk.review.call import Call
from desk.review.changes import values_of
from desk.review.claim_form import read_document
from desk.review.claim_pages import claim_page, decided, read_scene
from desk.review.part_words import part_told
from desk.review.related_claims import refuse_wrong_relations
from warehouse import VerdictConflictError, VerdictKind
from warehouse.read_models.claim_contracts import claim_of, document_of


def correct(call: Call) -> Response:
    """The claim should be otherwise."""
    return record(call, call.fields())


def repeat(call: Call) -> Response:
    """The claim should be otherwise in what the reviewer's last correction changed."""
    if not call.session.repeats:
        raise forms.FormError("You have corrected nothing yet that could be repeated.")
    with call.store.reading() as reader:
        scene = read_scene(call, reader)
    return record(call, values_of(claim_of(scene.row)) | dict(call.session.repeats))


def correct_part(call: Call) -> Response:
    """One part of the claim should be other words of its text, as they were clicked there."""
    with call.store.reading() as reader:
        scene = read_scene(call, reader)
    told = part_told(document_of(scene.document), call.fields(), call.state.readers)
    return record(call, values_of(claim_of(scene.row)) | told)


def read_words(call: Call) -> Response:
    """What words of a text say of a part of a claim, for the form to be filled in."""
    with call.store.reading() as reader:
        document = document_of(read_document(reader, call.query("document")))
    asked = {name: call.query(name) for name in ("part", "start", "end")}
    try:
        return JSONResponse(part_told(document, asked, call.state.readers))
    except forms.FormError as error:
        return JSONResponse({"problem": str(error)})


def record(call: Call, filled_in: Mapping[str, str]) -> Response:
    """Record a correction; what does not fit is shown with what was filled in."""
    with call.store.reading() as reader:
        scene = read_scene(call, reader)
    before = claim_of(scene.row)
    try:
        refuse_wrong_relations(filled_in, scene.others, before.claim_id)
        after = forms.corrected(
            before, document_of(scene.document), filled_in, call.state.readers.quantity
        )
    except forms.FormError as error:
        return claim_page(call, scene, filled_in, str(error), 422)
    fields = forms.changed_fields(before, after)
    if not fields:
        return claim_page(call, scene, filled_in, "Nothing was changed.", 422)
    call.session.repeats = repeats.repeatable(values_of(before), filled_in)
    try:
        return decided(call, VerdictKind.CORRECT, "Corrected.", corrected=after, fields=fields)
    except VerdictConflictError as error:
        problem = f"Somebody else decided meanwhile: {error}. What you filled in is kept here."
        with call.store.reading() as reader:
            scene = read_scene(call, reader)
        return claim_page(call, scene, filled_in, problem, 409)
