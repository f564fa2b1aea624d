"""What a word of harm needs around it before a parse can find a claim there.

Each condition is one that the rules over the parse hold too, read off the words alone: what fails
it, they would refuse.
"""

import re
from collections.abc import Callable, Iterator

from extractors.constructions.harm_lexicon import (
    LITERAL_VICTIMS,
    HarmWord,
    inflect,
    people_words,
)
from extractors.constructions.surroundings import Surroundings
from extractors.constructions.word_patterns import one_of
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern

Condition = Callable[[Surroundings, int, int], bool]
"""Whether the word between two offsets of a sentence can tell a harm."""

REACH = 8
"""Words within which the rest of a phrase must follow: "took five unarmed men into custody"."""
_COMPOUND_AFTER = re.compile(r"-[^\W\d_]")
NEEDED_VERBS = {
    "life": "takes-lives",
    "body": "shows-bodies",
    "corpse": "shows-bodies",
    "victim": "makes-victims",
}
"""Nouns that count the harmed only with some words beside them, and the kind of these."""
_NEAR = 60
"""Characters within which a noun of harm has its victims: "the killing on Monday of two men"."""


def word_needs(entry: HarmWord, words: tuple[str, ...]) -> Iterator[Condition]:
    """What one reading of a word needs, whatever its construction.

    Args:
        entry: The reading.
        words: The words of its phrase, or the word alone.
    """
    if len(words) > 1:
        yield from _phrase_needs(words)
    if entry.figurative:
        yield is_literal
    if entry.only:
        yield has_any(_nouns(entry.only))


def _phrase_needs(words: tuple[str, ...]) -> Iterator[Condition]:
    """Its words follow one another, with others after the first: "took five men into custody"."""
    forms = [any_form(word) for word in words]
    yield from map(has_any, forms)
    first, *rest = (one_of(each) for each in forms)
    inside = rf"(?:[\W_]+[^\W_]+){{0,{REACH}}}?[\W_]+"
    whole = re.compile(first + inside + r"[\W_]+".join(rest))
    yield lambda around, _start, _end: whole.search(around.lowered) is not None


def verb_needs(_form: str) -> Iterator[Condition]:
    """What a verb needs: to be no part of a compound."""
    yield _is_no_compound


def hospital_needs(form: str) -> Iterator[Condition]:
    """What a verb that brings people somewhere needs: a hospital, and how many they are."""
    yield from verb_needs(form)
    yield has_any(words_of("hospital") | words_of("cares") | words_of("scene"))
    yield _is_counted


def event_needs(_form: str) -> Iterator[Condition]:
    """What a noun of harm needs: victims."""
    yield _has_victims


def count_needs(form: str) -> Iterator[Condition]:
    """What a noun that counts victims needs: a count; lives and bodies, a verb and victims."""
    for noun, kind in NEEDED_VERBS.items():
        if form in inflect(noun, verb=False):
            yield has_any(frozenset().union(*map(any_form, words_of(kind))))
            yield _has_victims
            return
    yield _is_counted_or_negated


def may_be_literal(sentence: str, at: int) -> bool:
    """Whether a word that is often a figure of speech can tell a harm.

    Args:
        sentence: The sentence.
        at: Where the word begins.
    """
    return is_literal(Surroundings(sentence), at, at)


def is_literal(around: Surroundings, start: int, _end: int) -> bool:
    """A figure of speech counts only near a number, or with fighters or prisoners."""
    return _tells_of_fighters(around) or bool(around.counts_near(start))


def _tells_of_fighters(around: Surroundings) -> bool:
    return not around.words.isdisjoint(_nouns(LITERAL_VICTIMS))


def _is_no_compound(around: Surroundings, start: int, end: int) -> bool:
    """Whether a form stands for itself: not in "long-shot", "job-killing", "die-hard"."""
    if _COMPOUND_AFTER.match(around.lowered, end):
        return False
    return pattern("compound-before").search(around.lowered, max(0, start - 4), start) is None


def _is_counted(around: Surroundings, _start: int, _end: int) -> bool:
    return bool(around.counts)


def _is_counted_or_negated(around: Surroundings, _start: int, _end: int) -> bool:
    """A noun that counts the harmed tells a number, or that there were none."""
    return bool(around.counts) or not words_of("negation").isdisjoint(around.words)


def _has_victims(around: Surroundings, start: int, end: int) -> bool:
    """A noun of harm needs a count, an owner or a complement: "Mr. Ide's death", "death of"."""
    before, after = around.lowered[max(0, start - _NEAR) : start], around.lowered[end : end + _NEAR]
    return bool(
        around.counts
        or pattern("noun-complement").search(after)
        or pattern("possessive-determiner").search(before)
    )


def has_any(needed: frozenset[str]) -> Condition:
    """That one of some words stands in the sentence."""
    return lambda around, _start, _end: not around.words.isdisjoint(needed)


@per_language
def _nouns(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word, entry in people_words().items() if entry.id in entries)


@per_language
def any_form(word: str) -> frozenset[str]:
    """All forms of a word, as verb and as noun."""
    return frozenset(inflect(word, verb=True)) | frozenset(inflect(word, verb=False))
