"""Every distinct figure said: its identity, how it reads, and the class of a vague word."""

from functools import cache
from pathlib import Path

from schemas import Modifier, Quantity, VagueNumber
from schemas.base import Contract, fingerprint
from schemas.yaml_text import parse_yaml

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


class VagueFigure(Contract):
    """How the size that vague words tell is shown.

    Attributes:
        id: The size, as policies name it.
        display: How a reader sees it.
        counted: Whether the words tell a size at all.
    """

    id: VagueNumber
    display: str
    counted: bool = True


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
def number_words() -> dict[str, VagueFigure]:
    """How vague words are shown, by the size that they tell."""
    entries = parse_yaml(WORDS.read_text("utf-8"))
    return {word.id.value: word for word in map(VagueFigure.model_validate, entries)}


def figure_of(quantity: Quantity) -> Figure:
    """What a quantity says."""
    word = (quantity.vague or VagueNumber.UNSPECIFIED).value if quantity.value is None else None
    return Figure(
        value=quantity.value,
        value_to=quantity.value_to,
        modifier=quantity.modifier,
        word=word,
    )
