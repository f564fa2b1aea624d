"""Contents around a cue that commas set off: "Two, he said, were children"."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_complements import is_told
from extractors.languages.speech_words import speech_words
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.clauses import (
    is_marker,
    is_relative_clause,
)
from extractors.syntax.coordination import is_conjunction
from extractors.syntax.noun_phrases import Range, joined_before, noun_phrase
from extractors.syntax.phrases import is_adverbial, is_particle
from extractors.syntax.roles import (
    is_adjunct_or_object,
)
from extractors.syntax.word_classes import is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_SETTING_OFF = frozenset({",", "-", "--", "–", "—"})


def find_beside(verb: "Token", subject: "Token | None") -> list[Range]:
    """The sentence around a cue that commas set off, where the parse ties the two otherwise.

    "Two died, he said", "Two, he said, were children", "As he said, two died".
    """
    doc = verb.doc
    if any(is_told(verb, child) for child in verb.rights):
        return []
    if subject is not None and is_relative_pronoun(subject) and is_relative_clause(verb):
        return []
    edges = [verb.i] + ([subject.left_edge.i, subject.right_edge.i] if subject is not None else [])
    if subject is not None and (first := joined_before(subject)) is not None:
        edges.append(noun_phrase(first)[0])
    start, end = min(edges), max(edges) + 1
    mark = next((child for child in verb.lefts if (is_marker(child) or is_adverbial(child))), None)
    if mark is not None and mark.i == start - 1:
        if mark.lower_ not in speech_words("takes-up"):
            return []
        start = mark.i
    for child in verb.rights:
        if child.left_edge.i == end and (is_adjunct_or_object(child) or is_particle(child)):
            end = child.right_edge.i + 1
    before = doc[start - 1].text if start else ""
    after = doc[end].text if end < len(doc) else ""
    opened = before in _SETTING_OFF or all(map(_only_opens, doc[:start]))
    if not opened or (before not in _SETTING_OFF and mark is None):
        return []
    has_clause = any(is_verbal(token) for token in doc[: max(start - 1, 0)])
    is_aside = mark is not None or after in _SETTING_OFF
    if not (has_clause or is_aside or _is_quoted(doc, start - 1)):
        return []
    parts = [trimmed(doc, 0, max(start - 1, 0))] if before in _SETTING_OFF else []
    if after in _SETTING_OFF:
        parts.append(trimmed(doc, end, len(doc)))
    return [part for part in parts if part is not None]


def _only_opens(token: "Token") -> bool:
    """Whether a word or mark only opens a sentence: "But | as the mayor said, two died"."""
    return token.is_punct or is_conjunction(token)


def _is_quoted(doc: "Doc", end: int) -> bool:
    """Whether a quotation ends right before: "“Not two,” he said"."""
    return any(token.is_quote for token in doc[max(0, end - 2) : end])


def trimmed(doc: "Doc", start: int, end: int) -> Range | None:
    """Leave out commas, blanks and full stops around a content."""
    while start < end and (doc[start].text in {",", ":", ";", "-", "--"} or doc[start].is_space):
        start += 1
    while end > start and (
        doc[end - 1].text in {",", ".", ";", "-", "--", ":"} or doc[end - 1].is_space
    ):
        end -= 1
    return (start, end) if start < end else None
