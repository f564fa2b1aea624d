"""Rows of JSON lines and CSV: one document a row, its text unchanged."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from intake.rejections import TerminalError, bad_date
from intake.text.dates import parse_date
from intake.text.description import Description, describe

LONGEST_FIELD = 2000
FIELDS = ("document_id", "title", "byline", "agency", "outlet", "published", "url", "language")
"""What a row may tell beside its text; other fields are passed over."""
ALIASES = {"byline": "author", "published": "posted"}
"""How exports of social media name a field."""
NOTHING = ("", "None", "null", "NaN", "nan")
"""What exports write where there is nothing."""


def parse_row(content: str) -> Mapping[str, Any]:
    """Read the JSON object of a row.

    Raises:
        TerminalError: If it is none, or has no text.
    """
    try:
        row = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise TerminalError(
            "bad_json", f"The row is not valid JSON ({error}); mend it.", content
        ) from error
    if not isinstance(row, dict):
        raise TerminalError(
            "bad_row", 'The row is no JSON object; write {"text": "…"} for a document.', content
        )
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise TerminalError(
            "no_text", "The row has no 'text', or an empty one; give it one.", content
        )
    if not _is_unicode(text):
        raise TerminalError(
            "not_unicode",
            "The text has half of a surrogate pair, which no database takes; mend the export.",
            content,
        )
    return row


def row_fields(row: Mapping[str, Any]) -> tuple[dict[str, str], list[TerminalError]]:
    """Read what a row tells beside its text; what cannot be used is left out with a note."""
    fields: dict[str, str] = {}
    notes: list[TerminalError] = []
    for name in FIELDS:
        value = row.get(name, row.get(ALIASES.get(name, name)))
        if value is None or value in NOTHING:
            continue
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            notes.append(_unusable(name, "it is neither text nor a number", repr(value)))
            continue
        text = str(value).strip()
        if not text or len(text) > LONGEST_FIELD or not _is_unicode(text):
            notes.append(_unusable(name, "it is too long or no valid text", text))
        else:
            fields[name] = text
    return fields, notes


def row_description(
    text: str, fields: Mapping[str, str]
) -> tuple[Description, list[TerminalError]]:
    """Describe a row's document: by its fields, and by its text where they do not tell."""
    own = describe(text)
    told = {
        name: fields[name] for name in ("title", "byline", "agency", "outlet") if name in fields
    }
    found = replace(own, **told)  # type: ignore[arg-type]
    written = fields.get("published")
    if written is None:
        return found, []
    date = parse_date(written)
    if date is None:
        return replace(found, published=None, published_precision=None), [bad_date(written)]
    return replace(found, published=date[0], published_precision=date[1]), []


def _unusable(name: str, problem: str, value: str) -> TerminalError:
    return TerminalError(
        "bad_field",
        f"The field '{name}' was left out, for {problem}; the document was taken without it.",
        value,
    )


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in text)
