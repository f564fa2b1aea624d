"""The cheap test before a parse: which sentences can hold a count of people harmed.

It is read off what the lexicon and the constructions declare: a sentence passes where it has a
trigger word of one of them and the words that this one has besides.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.constructions.construction import Construction
from extractors.constructions.harm_lexicon import HarmWord, harm_forms
from extractors.constructions.number_spans import find_number_spans, may_be_literal, words_in
from extractors.constructions.registry import constructions
from extractors.constructions.zeros import tells_of_nobody
from extractors.languages.context_words import words_of
from extractors.languages.inflections import inflect
from extractors.languages.noun_words import people_words
from extractors.languages.pack import per_language
from extractors.languages.word_patterns import lower, one_of


@dataclass(frozen=True)
class Need:
    """What a sentence must hold besides a trigger word for a construction to match.

    Attributes:
        words: Sets of words; of each of them, one.
        is_counted: Whether it must hold a number, or a word that denies.
        is_literal: Whether the trigger word, often a figure of speech, must stand near a number or
            with fighters or prisoners.
        is_denied: Whether it must hold a word that can say nobody.
    """

    words: tuple[frozenset[str], ...] = ()
    is_counted: bool = False
    is_literal: bool = False
    is_denied: bool = False


def find_triggers(text: str) -> list[int]:
    """Find where the trigger words of constructions begin.

    Args:
        text: Any text.

    Returns:
        Offsets, in order; a text without any cannot hold a claim.
    """
    return [match.start() for match in _scanner().finditer(lower(text))]


def may_hold_harm(sentence: str) -> bool:
    """Whether a sentence can hold a count of people harmed.

    Args:
        sentence: The sentence, folded.
    """
    lowered = lower(sentence)
    words = words_in(lowered)
    needs = (
        (match.start(), need)
        for match in _scanner().finditer(lowered)
        for need in _needs()[match.group()]
        if not any(map(words.isdisjoint, need.words))
    )
    return any(
        (not need.is_counted or _has_count(sentence, words))
        and (not need.is_literal or may_be_literal(sentence, at))
        and (not need.is_denied or tells_of_nobody(sentence))
        for at, need in needs
    )


def _has_count(sentence: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(words_of("negation")) or bool(find_number_spans(sentence))


@per_language
def _scanner() -> re.Pattern[str]:
    return re.compile(one_of(_needs()))


@per_language
def _needs() -> dict[str, tuple[Need, ...]]:
    """For every form of a trigger word, what each of its constructions needs.

    A phrase is looked for by its longest word, which is the rarest: "custody", not "into".
    """
    needs: dict[str, tuple[Need, ...]] = defaultdict(tuple)
    for first, entries in harm_forms().items():
        for entry, rest in entries:
            triggered = [each for each in constructions() if each.is_triggered_by(entry)]
            phrase = (first, *rest)
            rarest = max(phrase, key=len)
            words = tuple(_words_needed(entry, phrase)) if triggered else ()
            found = [_need(each, entry, words) for each in triggered]
            for form in (first,) if rarest == first else _forms(rarest):
                needs[form] += tuple(found)
    return {word: found for word, found in needs.items() if found}


def _need(construction: Construction, entry: HarmWord, words: tuple[frozenset[str], ...]) -> Need:
    context = [words_of(kind) for kind in construction.context]
    required = (*words, frozenset().union(*context)) if context else words
    return Need(required, construction.is_counted, entry.figurative, entry.denies_only)


def _words_needed(entry: HarmWord, phrase: tuple[str, ...]) -> Iterator[frozenset[str]]:
    """The words of a phrase, the people that an entry is told of, and what makes it count them."""
    if len(phrase) > 1:
        yield from map(_forms, phrase)
    if entry.only:
        yield frozenset(word for word, each in people_words().items() if each.id in entry.only)
    if entry.governed_by:
        yield frozenset().union(*map(_forms, words_of(entry.governed_by)))


@per_language
def _forms(word: str) -> frozenset[str]:
    """All forms of a word, as verb and as noun."""
    return frozenset(inflect(word, verb=True)) | frozenset(inflect(word, verb=False))
