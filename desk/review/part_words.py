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
    found = span(document, {f"{name}_{end}": form.get(end, "") for end in ("start", "end")}, name)
    if name in CHOSEN and (found is None or name not in WORDED):
        return {field: form.get(field, "") for field in CHOSEN[name]}
    if found is None or name not in WORDED:
        raise FormError("Press a part of the claim, then click its words in the text.")
    told = WORDED[name](document, found, readers)
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
        field: The field of the form in which it can be filled in, too; null where words tell it.
        has_words: Whether words of the text can tell it.
    """

    words: str
    key: str
    field: str | None = None
    has_words: bool = True


PARTS = {
    "source": ClaimPart("source", "s"),
    "cue": ClaimPart("words of saying", "c"),
    "quantity": ClaimPart("figure", "f"),
    "harm": ClaimPart("harm", "h", "harm", has_words=False),
    "victims": ClaimPart("victims", "v"),
    "event_where": ClaimPart("place", "p"),
    "event_days": ClaimPart("days", "y", "event_date_from"),
}
CHOSEN = {"harm": ("harm",), "event_days": DAYS}
"""Parts that are chosen or filled in, with the fields that tell them."""
WORDED: dict[str, Callable[[Document, Span, TextReaders], Told]] = {
    "quantity": number_told,
    "source": lambda _, found, __: {"speaker": found.text},
    "cue": lambda *_: {},
    "victims": lambda *_: {},
    "event_where": lambda _, found, __: {"event_where": found.text},
    "event_days": days_told,
}
"""Parts that words tell, with what else than the words themselves they say of the claim."""
