"""Harm words of a sentence, read in their grammar."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractors.constructions.lexicon import HarmWord, harm_forms, inflect
from extractors.constructions.trigger import may_be_literal
from extractors.languages.lexicon import load_lexicon
from extractors.languages.words import words_of
from extractors.quantities.lexicon import vague_words
from extractors.syntax.forms import (
    has_noun_form,
    has_verb_form,
    is_past_form,
    is_past_participle,
    is_plural_common_noun,
    is_present_participle,
)
from extractors.syntax.phrases import is_counted
from extractors.syntax.roles import (
    has_nominal_role,
    has_particle,
    objects_of,
    passive_subjects_of,
)
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REACH = 8
"""Tokens within which the rest of a phrase must follow: "took five unarmed men into custody"."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A harm word in its sentence.

    Attributes:
        token: The word that carries it.
        entry: Its lexicon entry.
        rest: Tokens of the words that belong to it ("into custody").
    """

    token: "Token"
    entry: HarmWord
    rest: tuple["Token", ...] = ()


def find_predicates(tree: "Doc") -> list[Predicate]:
    """Find the harm words of a sentence.

    Args:
        tree: The parsed sentence.

    Returns:
        One predicate a word; a word of several frames gives the one that its part of speech fits.
    """
    found = []
    taken: set[int] = set()
    for token in tree:
        if token.i in taken or token.lower_ not in harm_forms():
            continue
        for predicate in _readings(token):
            found.append(predicate)
            taken.update(part.i for part in predicate.rest)
            break
    return [predicate for predicate in found if predicate.token.i not in taken]


@cache
def _present_forms() -> frozenset[str]:
    """Base forms that are no past of their verb: "the road wound through" is no harm."""
    verbs = {
        phrase.split()[0]
        for entry in load_lexicon("harms", HarmWord)
        if entry.frame in {"object", "subject"}
        for phrase in entry.words
    }
    return frozenset(verb for verb in verbs if verb not in inflect(verb, verb=True)[1:])


def _readings(token: "Token") -> Iterator[Predicate]:
    for entry, rest in harm_forms().get(token.lower_, ()):
        following = _following(token, rest)
        if entry.frame == "toll" or following is None or not _fits(token, entry, bool(rest)):
            continue
        if entry.figurative and not may_be_literal(token.doc.text, token.idx):
            continue
        is_deadly = any(child.lower_ in words_of("deadly") for child in token.children)
        deadly = {"harm": Harm.KILLED} if is_deadly else {}
        yield Predicate(token, entry.model_copy(update=deadly), following)


def _following(token: "Token", rest: tuple[str, ...]) -> tuple["Token", ...] | None:
    if not rest:
        return ()
    window = token.doc[token.i + 1 : token.i + 1 + _REACH + len(rest)]
    for offset in range(len(window) - len(rest) + 1):
        candidate = window[offset : offset + len(rest)]
        if all(
            word in {t.lower_, t.lemma_.lower()} for t, word in zip(candidate, rest, strict=True)
        ):
            return tuple(candidate)
        if window[offset].lower_ in {".", ";"}:
            return None
    return None


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    if entry.frame in {"object", "subject"}:
        if is_past_form(token) and token.lower_ in _present_forms():
            return False
        if entry.weak and not is_phrase and has_particle(token):
            return False
        nominal = is_past_participle(token) and has_nominal_role(token)
        if nominal and not (is_phrase or is_counted(token)):
            return False
        if _is_noun(token):
            return False
        if is_plural_common_noun(token) and _opens_clause(token):
            return True
        return has_verb_form(token) or (is_phrase and not has_noun_form(token))
    if entry.frame == "state":
        return token.pos_ != "PROPN" and not _is_verb_with_object(token)
    return has_noun_form(token) or (
        entry.frame == "event" and is_present_participle(token) and _of(token)
    )


def _opens_clause(token: "Token") -> bool:
    """Whether a headline goes on with a verb before a count: "Bomb kills two, wounds 14"."""
    before = token.doc[token.i - 1].text if token.i else ""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return before == "," and (after.pos_ == "NUM" or after.lower_ in vague_words())


def _is_noun(token: "Token") -> bool:
    """Whether an article makes a participle a noun: "put the dead at 40 and the injured at 90"."""
    before = token.doc[token.i - 1] if token.i else None
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    at = after is not None and after.lower_ == "at"
    return at and before is not None and before.lower_ == "the"


def _is_verb_with_object(token: "Token") -> bool:
    return has_verb_form(token) and bool(objects_of(token) or passive_subjects_of(token))


def _of(token: "Token") -> bool:
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is not None and following.lower_ == "of"
