"""Victims without a number word: "a soldier", "Ms. Okello", "rebels"."""

from typing import TYPE_CHECKING

from extractors.constructions.contexts import words_of
from extractors.constructions.phrases import is_label, is_people
from extractors.constructions.predicates import Predicate
from extractors.quantities.numbers import Number
from schemas import Basis, Modifier

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLES = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."}


def implicit_number(head: "Token", predicate: Predicate | None) -> Number | None:
    """Read how many a noun phrase means that has no number word.

    Args:
        head: Head of the phrase.
        predicate: The harm word that governs it, if it does.

    Returns:
        One for a name or a singular noun, two or more (no value) for a plural; null where the
        phrase names no people or the harm word tells what generally happens.
    """
    if not is_people(head) or is_label(head) or _is_asked_for(head):
        return None
    if head.lower_ in words_of("singular-pronoun"):
        return _number(head, head, 1, Basis.NAMED)
    if (
        head.lower_ in words_of("plural-pronoun")
        or head.tag_ in {"NNS", "NNPS"}
        or head.lower_ in words_of("mass")
    ):
        return (
            None
            if predicate is not None and _is_general(predicate.token)
            else _number(_first(head), head, None, Basis.PLURAL)
        )
    if head.pos_ == "PRON":
        return None
    if head.pos_ == "PROPN":
        if head.ent_type_ not in {"PERSON", ""} and not _has_title(head):
            return None
        return _number(_first_of_name(head), head, 1, Basis.NAMED)
    if head.tag_ == "NN":
        name = next(
            (c for c in head.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None
        )
        return _number(_first(head), head, 1, Basis.NAMED if name is not None else Basis.ARTICLE)
    return None


def _is_asked_for(head: "Token") -> bool:
    """Whether the count is asked or told of: "how many people", "the number of people killed"."""
    return head.left_edge.lower_ in words_of("question") or (
        head.dep_ == "pobj"
        and head.head.lower_ == "of"
        and head.head.head.lemma_.lower() in words_of("count")
        and any(child.lower_ in words_of("definite") for child in head.head.head.lefts)
    )


def _is_general(token: "Token") -> bool:
    """Present tense without a count tells what happens in general: "bombs kill civilians"."""
    if token.tag_ in {"VBP", "VBZ"}:
        return True
    return token.tag_ == "VBG" and any(c.lower_ in {"are", "is", "'re"} for c in token.children)


def _first(head: "Token") -> "Token":
    left = [
        t for t in head.lefts if t.dep_ in {"det", "amod", "compound", "nmod", "poss", "predet"}
    ]
    return head.doc[left[0].left_edge.i] if left else head


def _first_of_name(head: "Token") -> "Token":
    names = [t for t in head.lefts if t.dep_ == "compound" and (t.pos_ == "PROPN" or _has_title(t))]
    return names[0] if names else head


def _has_title(token: "Token") -> bool:
    return token.lower_ in _TITLES or any(c.lower_ in _TITLES for c in token.lefts)


def _number(first: "Token", last: "Token", value: int | None, basis: Basis) -> Number:
    start, end = first.idx, last.idx + len(last)
    modifier = Modifier.EXACT if value is not None else Modifier.VAGUE
    return Number(start, end, start, end, value, None, modifier, basis)
