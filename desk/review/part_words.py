"""One part of a claim, put right: by words that are clicked in the text, or by what is chosen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desk.review.claim_form import SPANS
from desk.review.forms import FormError, span
from desk.review.text_readers import TextReaders
from schemas import Document, Span

READ = ("value", "value_to", "modifier", "basis")
DAYS = ("event_date_from", "event_date_to")

Told = dict[str, str]


def part_told(document: Document, form: Mapping[str, str], readers: TextReaders) -> Told:
    """What some words of the text, or a choice, say of one part of a claim, as fields of the form.

    Raises:
        FormError: They are no words of the text, or not such as the part needs.
    """
    name = form.get("part", "")
    part = CLAIM_PARTS.get(name)
    found = span(document, {f"{name}_{end}": form.get(end, "") for end in ("start", "end")}, name)
    if part and part.fields and not (found and part.told):
        return {field: form.get(field, "") for field in part.fields}
    if part is None or part.told is None or found is None:
        raise FormError("Press a part of the claim, then click its words in the text.")
    told = part.told(document, found, readers)
    if name not in SPANS:
        return told
    place = {"text": found.text, "start": str(found.start), "end": str(found.end)}
    return {f"{name}_{key}": value for key, value in place.items()} | told


def number_told(_: Document, found: Span, readers: TextReaders) -> Told:
    """How many the words say."""
    said = readers.quantity(found.text)
    if said is None:
        raise FormError(f"“{found.text}” is no number.")
    fields = {field: getattr(said, field) for field in READ}
    return {field: "" if value is None else str(value) for field, value in fields.items()}


def days_told(document: Document, found: Span, readers: TextReaders) -> Told:
    """When the words say that it was."""
    days = readers.days(document, found.start, found.end)
    if not any(days):
        raise FormError(f"“{found.text}” tells no day: fill in the days themselves.")
    told = {field: str(day or "") for field, day in zip(DAYS, days, strict=True)}
    return {"event_when": found.text} | told


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """How a part of a claim is put right.

    Attributes:
        words: What it is called.
        key: The key that begins it.
        told: What words of the text say of it besides themselves; null where it is chosen only.
        fields: The fields of the form in which it is chosen or filled in, if it can be.
    """

    words: str
    key: str
    told: Callable[[Document, Span, TextReaders], Told] | None = None
    fields: tuple[str, ...] = ()


CLAIM_PARTS = {
    "source": ClaimPart("source", "s", lambda _, found, __: {"speaker": found.text}),
    "cue": ClaimPart("words of saying", "c", lambda *_: {}),
    "quantity": ClaimPart("figure", "f", number_told),
    "harm": ClaimPart("harm", "h", fields=("harm",)),
    "victims": ClaimPart("victims", "v", lambda *_: {}),
    "event_where": ClaimPart("place", "p", lambda _, found, __: {"event_where": found.text}),
    "event_days": ClaimPart("days", "y", days_told, DAYS),
}
