"""What one sentence tells of people harmed: harm, count and victims, without the speaker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.constructions.construction import Actor, Construction, HarmFrame
from extractors.constructions.harm_lexicon import HarmWord
from extractors.quantities.numbers import Number
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Predicate:
    """A harm word in its sentence.

    Attributes:
        token: The word that carries it.
        entry: Its lexicon entry.
        frame: The construction that it triggers.
        rest: Tokens of the words that belong to it ("into custody").
    """

    token: "Token"
    entry: HarmWord
    frame: HarmFrame
    rest: tuple["Token", ...] = ()


@dataclass(frozen=True, slots=True)
class Casualty:
    """A count of people harmed, offsets within the sentence.

    Attributes:
        harm: What was done.
        number: How many, in which words.
        noun: The noun of the victims, or null where it is left out.
        predicate: The harm word.
        construction: The construction that tells it.
        rule: The construction's name, with its harm word where that matters; for people.
        whole: The count of which this one is a part, where the sentence says so.
        denied: Whether a verb of denial governs the harm word.
        actor: Whether the subject of the harm word's clause did the harm, suffered it, or neither.
        entry: The lexicon's entry of the harm word; null where a figure is told without one.
    """

    harm: Harm
    number: Number
    noun: "Token | None"
    predicate: "Token"
    construction: Construction
    rule: str
    whole: Number | None = None
    denied: bool = False
    actor: Actor = Actor.BYSTANDER
    entry: HarmWord | None = None

    @property
    def outcome_is_open(self) -> bool:
        """Whether the words leave open if those counted died: "five were shot"."""
        is_open = self.entry is not None and self.entry.outcome_is_open
        return is_open and self.harm is Harm.CASUALTIES

    @property
    def counts_some(self) -> bool:
        """Whether it counts some of those harmed, so many at least: "five bodies were found"."""
        counts = self.entry is not None and self.entry.counts_some
        return counts and self.number.basis.is_explicit


@dataclass(frozen=True, slots=True)
class Refusal:
    """A number near a harm word that counts no victims, and why."""

    start: int
    end: int
    reason: str

    def meets(self, number: Number) -> bool:
        """Whether it refuses a number."""
        return self.start < number.end and number.start < self.end


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence as the constructions see it.

    Attributes:
        tree: Its parse.
        folded: Its text; offsets agree with the tree's.
        numbers: Its numbers, those that say zero left out.
        zeros: Its words that can say nobody.
        predicates: Its harm words.
    """

    tree: "Doc"
    folded: str
    numbers: tuple[Number, ...]
    zeros: tuple[Number, ...]
    predicates: tuple[Predicate, ...]


def overlap(one: Number, other: Number) -> bool:
    """Whether two numbers share a character."""
    return one.start < other.end and other.start < one.end
