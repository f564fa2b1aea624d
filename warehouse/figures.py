"""Every distinct figure said: its identity, how it reads, and the class of a vague word."""

import re
from functools import cache
from pathlib import Path

from schemas import Basis, Modifier, Quantity
from schemas.base import Contract, fingerprint

WORDS = Path(__file__).parent / "policies" / "words.yml"
DISPLAY = {
    Modifier.EXACT: "{value:,}",
    Modifier.ABOUT: "about {value:,}",
    Modifier.AT_LEAST: "at least {value:,}",
    Modifier.MORE_THAN: "more than {value:,}",
    Modifier.AT_MOST: "up to {value:,}",
    Modifier.LESS_THAN: "fewer than {value:,}",
    Modifier.NEARLY: "nearly {value:,}",
    Modifier.RANGE: "{value:,} – {value_to:,}",
    Modifier.VAGUE: "{value:,}",
}


class NumberWord(Contract):
    """A class of vague words.

    Attributes:
        id: Name of the class, as policies use it.
        display: How a reader sees it.
        forms: The words that belong to it.
        counted: Whether the words tell a size at all.
        example: A phrase of the class.
    """

    id: str
    display: str
    forms: tuple[str, ...]
    counted: bool = True
    example: str


class Figure(Contract):
    """What a quantity says, apart from where it says it.

    Attributes:
        value: The number.
        value_to: The upper end of a range.
        modifier: How the number is bounded or doubted.
        word: The class of a vague word, where there is no number.
    """

    value: int | None
    value_to: int | None = None
    modifier: Modifier
    word: str | None = None

    @property
    def figure_id(self) -> str:
        """The same for every telling of the same figure."""
        return fingerprint(self.value, self.value_to, self.modifier, self.word)

    @property
    def display(self) -> str:
        """The figure for a reader."""
        if self.value is None:
            return number_words()[self.word or "unspecified"].display
        return DISPLAY[self.modifier].format(value=self.value, value_to=self.value_to)


@cache
def number_words() -> dict[str, NumberWord]:
    """The classes of vague words by name."""
    import yaml  # noqa: PLC0415 -- only loads need the words

    entries = yaml.safe_load(WORDS.read_text("utf-8"))
    return {word.id: word for word in map(NumberWord.model_validate, entries)}


@cache
def forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the vague words, longest first, with their class."""
    pairs = [(form, word.id) for word in number_words().values() for form in word.forms]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"\b{re.escape(form)}\b"), name) for form, name in pairs)


def word_class(text: str, basis: Basis) -> str:
    """Class of a vague quantity's words."""
    if basis is Basis.PLURAL:
        return "plural"
    folded = " ".join(text.casefold().split())
    return next((name for pattern, name in forms() if pattern.search(folded)), "unspecified")


def figure_of(quantity: Quantity) -> Figure:
    """What a quantity says."""
    word = word_class(quantity.text, quantity.basis) if quantity.value is None else None
    return Figure(
        value=quantity.value,
        value_to=quantity.value_to,
        modifier=quantity.modifier,
        word=word,
    )
