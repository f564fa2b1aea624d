"""One part of a claim, as its words are clicked in the text."""

from collections.abc import Mapping

from desk.review import forms
from desk.review.claim_form import SPANS
from schemas import Document

PARTS = (*SPANS, "event_where")
READ = ("value", "value_to", "modifier", "basis")


def part_told(
    document: Document, form: Mapping[str, str], read_quantity: forms.QuantityReader
) -> dict[str, str]:
    """What some words of the text say of one part of a claim, as fields of the form.

    Raises:
        FormError: They are no words of the text, or no number where one is needed.
    """
    name = form.get("part", "")
    words_of = {f"{name}_start": form.get("start", ""), f"{name}_end": form.get("end", "")}
    found = forms.span(document, words_of, name)
    if found is None or name not in PARTS:
        raise forms.FormError("Press a part of the claim, then click its words in the text.")
    if name == "event_where":
        return {"event_where": found.text}
    told = {**words_of, f"{name}_text": found.text}
    if name == "source":
        return told | {"speaker": found.text}
    if name != "quantity":
        return told
    said = read_quantity(found.text)
    if said is None:
        raise forms.FormError(f"“{found.text}” is no number.")
    fields = {field: getattr(said, field) for field in READ}
    return told | {field: "" if value is None else str(value) for field, value in fields.items()}
