"""A sentence as it looks before a parse: its words and its counts."""

import re
from functools import cached_property

from extractors.constructions.word_patterns import lower, one_of
from extractors.constructions.zeros import find_zeros
from extractors.languages.pack import per_language
from extractors.quantities.number_lexicon import number_words, vague_words, zero_words
from extractors.quantities.numbers import find_numbers

FIGURE_REACH = 80
"""Characters within which a figure of speech needs its number: "held the two men"."""

_WORD = re.compile(r"[^\W_]+")


class Surroundings:
    """A sentence with what the cheap tests read in it, each read when first asked for.

    Attributes:
        sentence: The sentence, folded.
        lowered: The same in lower case.
    """

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        self.lowered = lower(sentence)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset(_WORD.findall(self.lowered))

    @cached_property
    def counts(self) -> tuple[tuple[int, int], ...]:
        """Where numbers, vague counts and words for nobody stand."""
        if not _counting().search(self.lowered.replace('"', "")):
            return ()
        numbers = (number for number in find_numbers(self.sentence) if not number.refusal)
        return tuple((each.start, each.end) for each in (*numbers, *find_zeros(self.sentence)))

    def counts_near(self, at: int) -> list[tuple[int, int]]:
        """The counts within the reach of a figure of speech."""
        left, right = at - FIGURE_REACH, at + FIGURE_REACH
        return [(start, end) for start, end in self.counts if start < right and left < end]


@per_language
def _counting() -> re.Pattern[str]:
    """Digits, number words, vague counts and words for nobody."""
    phrases = (*number_words(), *vague_words(), *zero_words())
    return re.compile(rf"{one_of(phrases)}|\d")
