"""A sentence as it looks before a parse: its words, its counts, and what stands beside a word."""

import re
from functools import cached_property

import regex

from extractors.constructions.harm_lexicon import harm_forms, people_words
from extractors.constructions.word_patterns import lower, one_of
from extractors.constructions.zeros import find_zeros
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.quantities.number_lexicon import number_words, vague_words, zero_words
from extractors.quantities.numbers import find_numbers

FIGURE_REACH = 80
"""Characters within which a figure of speech needs its number: "held the two men"."""

_WORD = re.compile(r"[^\W_]+")
_PHRASE_WORD = re.compile(r"\s*-?([^\W_]+(?:['’-][^\W_]+)*)")
_LONG_WORD = regex.compile(r"\p{L}{4,}")
_NARRATIVE = 0.5
"""Share of long words in small letters from which a capital tells a name, not a headline."""


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

    def following(self, at: int, most: int) -> list[str]:
        """The words that follow a place."""
        return _WORD.findall(self.lowered[at : at + 30 * most])[:most]

    def is_in_name(self, at: int) -> bool:
        """Whether a capital within running text makes a word a name: "Clara Lynch", "Mr. Hurt"."""
        before = self.sentence[max(0, at - 5) : at]
        if not (self.sentence[at].isupper() and pattern("name-goes-on").search(before)):
            return False
        words: list[str] = _LONG_WORD.findall(self.sentence)
        return sum(word[0].islower() for word in words) >= _NARRATIVE * len(words)

    def may_count_people(self, end: int) -> bool:
        """Whether what follows a count can be people: alone, a name, a noun of people.

        Args:
            end: Where the count ends.
        """
        alone = True
        while (match := _PHRASE_WORD.match(self.sentence, end)) is not None:
            word, end = match[1], match.end()
            lowered = word.lower()
            if lowered in _ends():
                break
            alone = False
            if (
                word[0].isupper()
                or lowered in _people()
                or pattern("agent-noun-suffix").search(lowered)
            ):
                return True
        return alone


@per_language
def _counting() -> re.Pattern[str]:
    """Digits, number words, vague counts and words for nobody."""
    phrases = (*number_words(), *vague_words(), *zero_words())
    return re.compile(rf"{one_of(phrases)}|\d")


@per_language
def _ends() -> frozenset[str]:
    """Words that no phrase of people goes on with."""
    return (
        words_of("phrase-end")
        | words_of("preposition") - words_of("genitive-preposition")
        | frozenset(harm_forms())
    )


@per_language
def _people() -> frozenset[str]:
    """Nouns and pronouns that can be people, the last words of phrases among them."""
    nouns = {phrase.split()[-1] for phrase in people_words()}
    return frozenset(
        nouns | words_of("plural-pronoun") | words_of("singular-pronoun") | words_of("speakers-own")
    )
