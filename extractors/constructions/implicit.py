"""Victims without a number word: "a soldier", "Ms. Okello", "rebels"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Predicate
from extractors.constructions.counted_phrases import has_companion, is_label, is_people
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.languages.title_words import courtesy_titles
from extractors.quantities.numbers import Number
from extractors.syntax.coordination import first_of_coordination
from extractors.syntax.forms import (
    is_plural_name,
    is_plural_noun,
    is_present,
    is_present_participle,
    is_singular_noun,
)
from extractors.syntax.phrases import (
    appositions_of,
    compounds_of,
    first_of_phrase,
    is_counted,
    is_genitive_complement,
)
from extractors.syntax.word_classes import is_pronoun, is_proper_noun
from schemas import Basis, Modifier

if TYPE_CHECKING:
    from spacy.tokens import Token


def implicit_number(head: "Token", predicate: Predicate | None) -> Number | None:
    """Read how many a noun phrase means that has no number word.

    Args:
        head: Head of the phrase.
        predicate: The harm word that governs it, if it does.

    Returns:
        One for a name or a singular noun, two or more (no value) for a plural; null where the
        phrase names no people or the harm word tells what generally happens.
    """
    if not is_people(head) or is_label(head) or _is_asked_for(head) or _is_alternative(head):
        return None
    if (
        _are_counted_bodies(head)
        or _is_negated_kind(head)
        or _is_acronym(head)
        or _names_a_body(head)
        or _is_each(head)
    ):
        return None
    if head.lower_ in words_of("singular-pronoun"):
        return _number(head, head, 1, Basis.NAMED)
    if (
        head.lower_ in words_of("plural-pronoun")
        or (is_plural_noun(head) and not _is_surname(head))
        or head.lower_ in words_of("mass")
    ):
        return (
            None
            if predicate is not None and _is_general(predicate.token)
            else _number(first_of_phrase(head), head, None, Basis.PLURAL)
        )
    if is_pronoun(head):
        return None
    if is_proper_noun(head):
        named = head.ent_type_ in {"PERSON", ""} or _has_title(head) or has_companion(head)
        if not named:
            return None
        return _number(_first_of_name(head), head, 1, Basis.NAMED)
    if is_singular_noun(head) or is_named_by_age(head):
        named = any(each.ent_type_ == "PERSON" for each in appositions_of(head))
        basis = Basis.NAMED if named else Basis.ARTICLE
        return _from_age(_number(first_of_phrase(head), head, 1, basis), head)
    return None


def _from_age(number: Number, head: "Token") -> Number:
    """With the age that stands for somebody in it: "shooting death of | 6-year-old"."""
    age = pattern("age-before-noun").search(head.doc.text[: head.idx])
    if age is None or age.start() >= number.start or not is_named_by_age(head):
        return number
    return replace(number, start=age.start(), core_start=age.start())


def is_named_by_age(head: "Token") -> bool:
    """Whether an age stands for somebody: "a 13-year-old"."""
    return head.lower_ in words_of("aged") and bool(
        pattern("age-before-noun").search(head.doc.text[: head.idx])
    )


def _is_asked_for(head: "Token") -> bool:
    """Whether the count is asked or told of: "how many people", "the number of people killed"."""
    return head.left_edge.lower_ in words_of("question") or (
        is_genitive_complement(head)
        and head.head.head.lemma_.lower() in words_of("count")
        and any(child.lower_ in words_of("definite") for child in head.head.head.lefts)
    )


def _are_counted_bodies(head: "Token") -> bool:
    """Whether a number counts bodies of people: "12 families"."""
    return head.lower_ in words_of("no-body") and is_counted(head)


def _is_negated_kind(head: "Token") -> bool:
    """Whether a prefix says who the victims are not: "most of them non-Syrians"."""
    return pattern("negating-prefix-before").search(head.doc.text[: head.idx]) is not None


def _is_acronym(head: "Token") -> bool:
    """Whether a name is the acronym of a body, as of an agency that a headline runs into."""
    spelled = head.text.isalpha() and head.text.isupper() and not head.doc.text.isupper()
    return spelled and is_proper_noun(head) and 2 <= len(head) <= 5 and head.ent_type_ != "PERSON"


def _names_a_body(head: "Token") -> bool:
    """Whether a name is that of the group before it: "members of the militia Jaish Noor"."""
    if not is_proper_noun(head):
        return False
    first = head
    while first.i and (is_proper_noun(first.nbor(-1)) or "-" in (first.text, first.nbor(-1).text)):
        first = first.nbor(-1)
    return first.i > 0 and first.nbor(-1).lower_ in words_of("named-body")


def _is_each(head: "Token") -> bool:
    """Whether no one in particular is told of: "a sum for each miner killed"."""
    return any(each.lower_ in words_of("distributive") for each in head.lefts)


def _is_surname(head: "Token") -> bool:
    """Whether a verb in the singular tells that a name in "-s" is of one: "Lyons was shot"."""
    singular = any(each.lower_ in words_of("singular-verb") for each in head.head.lefts)
    return is_plural_name(head) and singular


def _is_alternative(head: "Token") -> bool:
    """Whether it is left open which of two was harmed: "either the guard or his son"."""
    return any(each.lower_ in words_of("either") for each in first_of_coordination(head).lefts)


def _is_general(token: "Token") -> bool:
    """Present tense without a count tells what happens in general: "bombs kill civilians"."""
    if is_present(token):
        return True
    return is_present_participle(token) and any(
        child.lower_ in words_of("present-be") for child in token.children
    )


def _first_of_name(head: "Token") -> "Token":
    names = [t for t in compounds_of(head) if is_proper_noun(t) or _has_title(t)]
    return names[0] if names else head


def _has_title(token: "Token") -> bool:
    titles = courtesy_titles()
    return token.lower_ in titles or any(child.lower_ in titles for child in token.lefts)


def _number(first: "Token", last: "Token", value: int | None, basis: Basis) -> Number:
    start, end = first.idx, last.idx + len(last)
    modifier = Modifier.EXACT if value is not None else Modifier.VAGUE
    return Number(start, end, start, end, value, None, modifier, basis)
