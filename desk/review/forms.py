"""What a reviewer filled in, as a claim; every span is quoted anew from the document."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import regex
from pydantic import ValidationError

from desk.desk_error import DeskError
from desk.marks import SPOKEN
from desk.review.sentences import sentence_around
from desk.review.text_readers import QuantityReader
from schemas import Basis, Claim, Document, Modifier, Quantity, Span, SpeakerKind

DIGITS = regex.compile(r"\d")
PARAGRAPH = regex.compile(r"\n\s*\n")
SPEECH = ("speaker", "speaker_role", "hedge")
LONGEST_FIELD, LONGEST_NUMBER = 500, 15


class FormError(DeskError):
    """What was filled in does not fit together; nothing was recorded."""


def corrected(
    claim: Claim, document: Document, form: Mapping[str, str], read_quantity: QuantityReader
) -> Claim:
    """The claim as the reviewer wants it.

    Args:
        claim: The claim as it stands.
        document: Its document.
        form: The fields as they were filled in.
        read_quantity: Reads the words of a figure.

    Raises:
        FormError: The fields contradict one another, or the text.
    """
    values = claim.model_dump() | {"rule": "reviewer", "confidence": 1.0}
    after = built(values, document, form)
    refuse_over_paragraphs(after, claim)
    if after.quantity != claim.quantity:
        refuse_other_number(after.quantity, read_quantity)
    return after


def refuse_over_paragraphs(after: Claim, before: Claim | None = None) -> None:
    """Refuse newly selected words that reach from one paragraph into the next.

    Raises:
        FormError: Some do.
    """
    known = spans_of(before).values() if before else ()
    for name, found in spans_of(after).items():
        if found is not None and found not in known and PARAGRAPH.search(found.text):
            raise FormError(
                f"The words of the {SPOKEN[name]} reach over a paragraph; select them again."
            )


def spans_of(claim: Claim) -> dict[str, Span | None]:
    """The words of each part of a claim, by the form's fields that hold them."""
    said = claim.attribution
    return {
        "quantity": claim.quantity,
        "source": said.source,
        "cue": said.cue,
        "victims": claim.victims.span if claim.victims else None,
    }


def refuse_other_number(quantity: Quantity, read_quantity: QuantityReader) -> None:
    """Refuse a figure that its own words contradict.

    Raises:
        FormError: The words say another number, or that it is not exact.
    """
    said = read_quantity(quantity.text)
    if said is None or quantity.basis in {Basis.ARTICLE, Basis.NAMED, Basis.PLURAL}:
        return
    if (said.value, said.value_to) != (quantity.value, quantity.value_to):
        told = said.value if said.value_to is None else f"{said.value} to {said.value_to}"
        raise FormError(
            f"“{quantity.text}” says {'no number' if told is None else told}, "
            f"not {quantity.value if quantity.value is not None else 'a vague count'}."
        )
    if quantity.modifier is Modifier.EXACT and said.modifier is not Modifier.EXACT:
        told = said.modifier.value.replace("_", " ")
        raise FormError(f"“{quantity.text}” is not exact: choose “{told}” as its bound.")


def added(document: Document, form: Mapping[str, str], read_quantity: QuantityReader) -> Claim:
    """A claim that was missed.

    Raises:
        FormError: The fields contradict one another, or the text.
    """
    quantity = span(document, form, "quantity")
    if quantity is None:
        raise FormError("Select the words of the figure in the text first.")
    values = {
        "claim_id": "",
        "document_id": document.document_id,
        "rule": "reviewer",
        "extractor": "reviewer",
        "evidence": sentence_around(document.text, quantity).model_dump(),
    }
    claim = built(values, document, form)
    refuse_over_paragraphs(claim)
    refuse_other_number(claim.quantity, read_quantity)
    source, stance = claim.attribution.source, claim.attribution.stance
    name = Claim.identify(document.document_id, claim.harm, claim.quantity, source, stance)
    return claim.model_copy(update={"claim_id": name})


RELATIONS = {"part_of": "part of", "repeats": "repeats", "adds_to": "adds to"}
"""Fields that name another claim of the text, as a reviewer calls them."""


def changed_fields(before: Claim, after: Claim) -> tuple[str, ...]:
    """Names of the fields that a correction changes."""
    old, new = flat(before.model_dump()), flat(after.model_dump())
    ignored = {"rule", "confidence", "extractor"}
    names = sorted(old.keys() | new.keys())
    return tuple(n for n in names if n not in ignored and old.get(n) != new.get(n))


def flat(value: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested fields with dotted names."""
    fields: dict[str, Any] = {}
    for name, item in value.items():
        if isinstance(item, Mapping):
            fields |= flat(item, f"{prefix}{name}.")
        else:
            fields[f"{prefix}{name}"] = item
    return fields


def built(values: dict[str, Any], document: Document, form: Mapping[str, str]) -> Claim:
    """A claim of values that the form overrides, proved against its document."""
    quantity = span(document, form, "quantity")
    if quantity is None:
        raise FormError("A claim needs the words of its figure: select them in the text.")
    if not Span(**values["evidence"]).covers(quantity):
        values["evidence"] = sentence_around(document.text, quantity).model_dump()
    values |= {
        "harm": form["harm"],
        "scope": form["scope"],
        **{name: words(form, name) for name in RELATIONS},
        "quantity": quantity_values(quantity, form),
        "victims": victims_values(document, form, values.get("victims")),
        "attribution": attribution_values(document, form, values.get("attribution")),
        "event": event_values(form, values.get("event")),
    }
    try:
        return Claim.model_validate(values, context={"document": document})
    except ValidationError as error:
        raise FormError(readable(error)) from error


def span(document: Document, form: Mapping[str, str], name: str) -> Span | None:
    """The words that the reviewer selected, or nothing."""
    start, end = number(form, f"{name}_start"), number(form, f"{name}_end")
    if start is None or end is None:
        return None
    if not 0 <= start < end <= len(document.text):
        raise FormError(f"The {name} lies outside the document; select it again.")
    return Span.of(document.text, start, end)


def number(form: Mapping[str, str], name: str) -> int | None:
    """A whole number of the form, or nothing where the field is empty."""
    given = form.get(name, "").strip().replace(",", "")
    if not given:
        return None
    if not given.isascii() or not given.isdigit() or len(given) > LONGEST_NUMBER:
        raise FormError(f"“{given[:40]}” is no whole number; write digits only.")
    return int(given)


def words(form: Mapping[str, str], name: str) -> str | None:
    """Words of the form, or nothing where the field is empty."""
    return " ".join(form.get(name, "")[:LONGEST_FIELD].split()) or None


def quantity_values(quantity: Span, form: Mapping[str, str]) -> dict[str, Any]:
    """How many."""
    value, value_to = number(form, "value"), number(form, "value_to")
    modifier = form["modifier"]
    if value is None and modifier == Modifier.EXACT:
        modifier = Modifier.VAGUE
    basis = basis_of(quantity.text, value, value_to, form.get("basis", ""))
    return quantity.model_dump() | {
        "value": value,
        "value_to": value_to,
        "modifier": modifier,
        "basis": basis,
    }


def basis_of(text: str, value: int | None, value_to: int | None, before: str) -> str:
    """What a number rests on, as its words and its value tell."""
    if value is None:
        return before if before == Basis.PLURAL else Basis.VAGUE
    if value == 0 and value_to is None and not DIGITS.search(text):
        return Basis.ZERO
    if before in {Basis.ARTICLE, Basis.NAMED}:
        return before
    return Basis.NUMERAL if DIGITS.search(text) else Basis.WORD


def victims_values(
    document: Document, form: Mapping[str, str], before: Mapping[str, Any] | None
) -> dict[str, Any] | None:
    """To whom."""
    group, found = words(form, "victim_group"), span(document, form, "victims")
    if group is None and found is None:
        return None
    place = found.model_dump() if found else {}
    known = {name: (before or {}).get(name, ()) for name in ("attributes", "named")}
    return {"group": group, **known, **place}


def attribution_values(
    document: Document, form: Mapping[str, str], before: Mapping[str, Any] | None
) -> dict[str, Any]:
    """Who says so; without source words the article itself speaks."""
    source, cue = span(document, form, "source"), span(document, form, "cue")
    kind = form["speaker_kind"]
    told: dict[str, Any] = {name: words(form, name) for name in SPEECH}
    if source is None:
        told |= {"speaker": None, "speaker_role": None}
        kind = SpeakerKind.ARTICLE
    elif kind == SpeakerKind.ARTICLE:
        kind = SpeakerKind.PERSON
    if source is not None and told["speaker"] is None:
        told["speaker"] = source.text
    return {
        **(before or {}),
        **told,
        "source": source.model_dump() if source else None,
        "cue": cue.model_dump() if cue else None,
        "speaker_kind": kind,
        "stance": form["stance"],
    }


def event_values(form: Mapping[str, str], before: Mapping[str, Any] | None) -> dict[str, Any]:
    """When and where; what was inferred for another place or other days does not stay."""
    told = {
        "when": words(form, "event_when"),
        "where": words(form, "event_where"),
        "date_from": day(form, "event_date_from"),
        "date_to": day(form, "event_date_to"),
    }
    known = dict(before or {})
    if told["where"] != known.get("where"):
        known.pop("place", None)
    if any(told[name] != known.get(name) for name in ("date_from", "date_to")):
        known.pop("date_basis", None)
    return known | told


def day(form: Mapping[str, str], name: str) -> date | None:
    """A day of the form, or nothing where the field is empty."""
    given = form.get(name, "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise FormError(f"“{given[:40]}” is no date; write it as 2031-05-02.") from error


def readable(error: ValidationError) -> str:
    """What does not fit, in words."""
    return "; ".join(
        str(problem["msg"]).removeprefix("Value error, ") for problem in error.errors()[:3]
    )
