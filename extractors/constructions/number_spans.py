"""Where a sentence tells numbers, and what stands near enough to be counted by one."""

import re

from extractors.constructions.zeros import find_zeros
from extractors.languages.noun_words import people_words
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.languages.word_patterns import lower, one_of
from extractors.quantities.number_lexicon import number_words, vague_words, zero_words
from extractors.quantities.numbers import find_numbers

FIGURE_REACH = 80
"""Characters within which a figure of speech needs its number: "held the two men"."""

_WORD = re.compile(r"[^\W_]+")


def words_in(lowered: str) -> frozenset[str]:
    """The words of a sentence in lower case."""
    return frozenset(_WORD.findall(lowered))


def find_number_spans(sentence: str) -> tuple[tuple[int, int], ...]:
    """Find where numbers, vague counts and words for nobody stand.

    Args:
        sentence: The sentence, folded.
    """
    if not _counting().search(lower(sentence).replace('"', "")):
        return ()
    numbers = (number for number in find_numbers(sentence) if not number.refusal)
    return tuple((each.start, each.end) for each in (*numbers, *find_zeros(sentence)))


def may_be_literal(sentence: str, at: int) -> bool:
    """Whether a word that is often a figure of speech can tell a harm.

    It can near a number, or with fighters or prisoners; who is caught in an ambush is held by
    nobody.

    Args:
        sentence: The sentence, folded.
        at: Where the word begins.
    """
    if pattern("caught-in-violence").match(sentence, at):
        return False
    if not words_in(lower(sentence)).isdisjoint(_literal_victims()):
        return True
    left, right = at - FIGURE_REACH, at + FIGURE_REACH
    return any(start < right and left < end for start, end in find_number_spans(sentence))


@per_language
def _literal_victims() -> frozenset[str]:
    return frozenset(word for word, entry in people_words().items() if entry.literal)


@per_language
def _counting() -> re.Pattern[str]:
    """Digits, number words, vague counts and words for nobody."""
    phrases = (*number_words(), *vague_words(), *zero_words())
    return re.compile(rf"{one_of(phrases)}|\d")
