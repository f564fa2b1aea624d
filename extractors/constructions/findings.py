"""What has been found in a sentence so far: each construction reads it and adds to it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractors.constructions.casualties import Casualty, Refusal, SentenceView, overlap
from extractors.quantities.numbers import Number


@dataclass(frozen=True)
class Findings:
    """The counts of a sentence as far as it has been read.

    Attributes:
        sentence: The sentence.
        found: The counts found.
        refused: The numbers refused, with reasons.
        told_before: The counts of the sentence before, for those that point back.
    """

    sentence: SentenceView
    found: tuple[Casualty, ...] = ()
    refused: tuple[Refusal, ...] = ()
    told_before: tuple[Casualty, ...] = ()

    @property
    def untaken(self) -> tuple[Number, ...]:
        """The numbers that no construction took, refused ones among them."""
        return tuple(
            number
            for number in self.sentence.numbers
            if not number.refusal and not any(overlap(number, each.number) for each in self.found)
        )

    @property
    def free(self) -> tuple[Number, ...]:
        """The numbers that no construction took or refused."""
        return tuple(
            number
            for number in self.untaken
            if not any(refusal.meets(number) for refusal in self.refused)
        )

    @property
    def told(self) -> tuple[Casualty, ...]:
        """The counts told so far, in this sentence or the one before it."""
        return self.found or self.told_before

    def adding(self, casualties: Iterable[Casualty]) -> "Findings":
        """With more counts."""
        added = tuple(casualties)  # most constructions find nothing in a sentence
        return replace(self, found=self.found + added) if added else self

    def keeping(self, casualties: Iterable[Casualty]) -> "Findings":
        """With other counts instead."""
        return replace(self, found=tuple(casualties))
