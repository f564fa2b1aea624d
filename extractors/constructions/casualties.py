"""What one sentence tells of people harmed: harm, count and victims, without the speaker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.quantities.numbers import Number
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Casualty:
    """A count of people harmed, offsets within the sentence.

    Attributes:
        harm: What was done.
        number: How many, in which words.
        noun: The noun of the victims, or null where it is left out.
        predicate: The harm word.
        rule: The rule that found it.
        whole: The count of which this one is a part, where the sentence says so.
        denied: Whether a verb of denial governs the harm word.
    """

    harm: Harm
    number: Number
    noun: "Token | None"
    predicate: "Token"
    rule: str
    whole: Number | None = None
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number near a harm word that counts no victims, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence as the rules see it.

    Attributes:
        tree: Its parse.
        folded: Its text; offsets agree with the tree's.
        numbers: Its numbers, those that say zero left out.
        zeros: Its words that can say nobody.
    """

    tree: "Doc"
    folded: str
    numbers: tuple[Number, ...]
    zeros: tuple[Number, ...]


def overlap(one: Number, other: Number) -> bool:
    """Whether two numbers share a character."""
    return one.start < other.end and other.start < one.end
