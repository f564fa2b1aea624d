"""The words of the number grammar."""

from collections.abc import Iterator
from typing import Literal

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from schemas import Modifier, VagueNumber


class NumberWord(LexiconEntry):
    """A number word: units and tens add up, a scale multiplies, fixed ones stand alone."""

    role: Literal["unit", "ten", "scale", "fixed"]
    value: int


class Bound(LexiconEntry):
    """Words that bound or doubt the number before or after them."""

    modifier: Modifier
    place: Literal["before", "after"]

    def keys(self) -> Iterator[str]:
        """The same words may stand on either side."""
        yield from (f"{self.place}:{word}" for word in self.words)


class VagueWord(LexiconEntry):
    """A count without a number.

    Attributes:
        size: The size that it tells.
        bare: Whether the words can stand without a noun.
        nouns: Nouns that tell of a harm without any count, and are no number words themselves.
    """

    size: VagueNumber
    bare: bool = False
    nouns: tuple[str, ...] = ()


class ZeroWord(LexiconEntry):
    """Words that say nobody."""

    kind: Literal["determiner", "pronoun", "preposition", "under_denial"]


@per_language
def number_words() -> dict[str, NumberWord]:
    """Number words by their spelling."""
    return {word: entry for entry in load_lexicon("numbers", NumberWord) for word in entry.words}


@per_language
def bounds(place: str) -> dict[str, Modifier]:
    """Modifiers by their words, for one side of the number."""
    entries = load_lexicon("bounds", Bound)
    return {
        word: entry.modifier for entry in entries if entry.place == place for word in entry.words
    }


@per_language
def vague_words() -> dict[str, VagueWord]:
    """Vague counts by their words."""
    return {word: entry for entry in load_lexicon("vague", VagueWord) for word in entry.words}


def is_number_word(word: str) -> bool:
    """Whether a word in lower case tells a number, exact or vague."""
    return word in number_words() or word in vague_words()


@per_language
def uncounted_nouns() -> dict[str, VagueNumber]:
    """Sizes by the nouns that tell of a harm without any count."""
    return {noun: entry.size for entry in load_lexicon("vague", VagueWord) for noun in entry.nouns}


@per_language
def zero_words() -> dict[str, ZeroWord]:
    """Words for nobody by their spelling."""
    return {word: entry for entry in load_lexicon("zero", ZeroWord) for word in entry.words}
