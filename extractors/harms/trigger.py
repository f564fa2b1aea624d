"""The cheap test before a parse: which sentences can hold a count of people harmed.

A sentence that fails it has no word of harm, or only one that the rules refuse without a number
or a companion ("lost" without soldiers, "lives" that nothing claims), so nothing is lost.
"""

from collections.abc import Callable
from functools import cache

import regex

from extractors.harms.contexts import words_of
from extractors.harms.lexicon import HarmWord, harm_forms, inflect, people_words
from extractors.harms.tolls import TOLL_NOUNS
from extractors.quantities.lexicon import number_words, vague_words, zero_words
from extractors.text import REGEX_TIMEOUT

Words = set[str]
Condition = Callable[[Words, str], bool]
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_DIGIT = regex.compile(r"\d")


def find_triggers(folded: str) -> list[int]:
    """Find where words of harm and of tolls begin.

    Args:
        folded: A text, folded.

    Returns:
        Offsets, in order; a text without any cannot hold a claim.
    """
    forms = _forms() | TOLL_NOUNS
    found = _WORD.finditer(folded, timeout=REGEX_TIMEOUT)
    return [match.start() for match in found if match.group().lower() in forms]


def may_hold_harm(folded: str) -> bool:
    """Whether a sentence can hold a count of people harmed.

    Args:
        folded: The sentence, folded.
    """
    words = set(_WORD.findall(folded.lower(), timeout=REGEX_TIMEOUT))
    if any(_conditions_hold(form, words, folded) for form in words & _forms()):
        return True
    return not words.isdisjoint(TOLL_NOUNS) and _has_count(words, folded)


@cache
def _forms() -> frozenset[str]:
    return frozenset(_conditions())


def _conditions_hold(form: str, words: Words, folded: str) -> bool:
    return any(condition(words, folded) for condition in _conditions()[form])


@cache
def _conditions() -> dict[str, tuple[Condition, ...]]:
    """For every form of a harm word, what else a sentence must have; one condition suffices."""
    conditions: dict[str, tuple[Condition, ...]] = {}
    for form, readings in harm_forms().items():
        found = [_condition(form, entry, rest) for entry, rest in readings if entry.frame != "toll"]
        if found:
            conditions[form] = (_always,) if _always in found else tuple(found)
    return conditions


def _condition(form: str, entry: HarmWord, rest: tuple[str, ...]) -> Condition:
    if rest:
        return _has_all(tuple(_any_form(word) for word in rest))
    companions = {"life": "takes-lives", "body": "shows-bodies"}
    for noun, kind in companions.items():
        if form in inflect(noun, verb=False):
            return _has_any(frozenset().union(*map(_any_form, words_of(kind))))
    if entry.figurative:
        return _is_literal
    if entry.only:
        return _has_any(_nouns(entry.only))
    return _always


def _always(_: Words, __: str) -> bool:
    return True


def _is_literal(words: Words, folded: str) -> bool:
    """A figure of speech counts only with a number, or with fighters or prisoners."""
    return _has_count(words, folded) or not words.isdisjoint(_nouns(("fighters", "prisoners")))


def _has_any(needed: frozenset[str]) -> Condition:
    return lambda words, _: not words.isdisjoint(needed)


def _has_all(groups: tuple[frozenset[str], ...]) -> Condition:
    return lambda words, _: all(not words.isdisjoint(group) for group in groups)


def _has_count(words: Words, folded: str) -> bool:
    return _DIGIT.search(folded) is not None or not words.isdisjoint(_counting())


@cache
def _counting() -> frozenset[str]:
    """First words of number words, vague counts and words for nobody."""
    phrases = [*number_words(), *vague_words(), *zero_words()]
    return frozenset(_WORD.findall(phrase)[-1] for phrase in phrases) | frozenset(
        _WORD.findall(phrase)[0] for phrase in phrases
    )


@cache
def _nouns(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word, entry in people_words().items() if entry.id in entries)


@cache
def _any_form(word: str) -> frozenset[str]:
    return frozenset(inflect(word, verb=True)) | frozenset(inflect(word, verb=False))
