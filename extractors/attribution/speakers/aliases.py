"""Other names that a document gives a body: its acronym, a short form, a description."""

from collections.abc import Iterator

import regex

from extractors.attribution.speakers.entity_index import EntityIndex, described_after
from extractors.attribution.speakers.proper_names import without_article
from extractors.attribution.speakers.speaker_roles import find_roles, head_number
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import compile_pattern
from extractors.languages.speech_words import speech_words


def find_aliases(text: str, entities: EntityIndex, body: str) -> tuple[str, ...]:
    """Find how else a document calls a body.

    Args:
        text: The document's text.
        entities: Its names.
        body: The body's fullest name there.

    Returns:
        Acronyms, short forms and descriptions, without articles, in alphabetical order.
    """
    if not body[:1].isupper() or " " not in body:
        return ()
    acronyms = {short for short, full in entities.definitions if full == body}
    found = {*acronyms, *_short_forms(text, body), *_descriptions(text, {body, *acronyms})}
    return tuple(sorted(found - {body}))


def _short_forms(text: str, body: str) -> Iterator[str]:
    """A word of the name that stands for all of it: "the Observatory"."""
    for word in body.split():
        roles = find_roles(word)
        if word in speech_words("small-word") or not roles or roles[0].role.number != "group":
            continue
        alone = compile_pattern("short-name-alone", word=regex.escape(word))
        if alone.search(text, timeout=REGEX_TIMEOUT):
            yield word


def _descriptions(text: str, names: set[str]) -> Iterator[str]:
    """What stands in apposition to a name: "…, a Britain-based monitoring group,"."""
    for name in names:
        for match in regex.finditer(rf"\b{regex.escape(name)}\b", text, timeout=REGEX_TIMEOUT):
            told = described_after(text, match.end())
            if told is not None and head_number(told) == "group":
                yield without_article(told)
