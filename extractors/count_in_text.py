"""A count in its place: its words, its victims and who is blamed, with offsets in the document."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.attribution import AttributionAnalysis
from extractors.constructions.agents import find_blamed
from extractors.constructions.casualties import Casualty
from extractors.constructions.spans import find_antecedent, find_victims
from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence
from extractors.events import EventReader
from extractors.quantities.told_sizes import size_told_before
from extractors.quantities.values import parse_vague
from schemas import Basis, Document, Quantity, Span, VagueNumber

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class CountInText:
    """A count in its place.

    Attributes:
        document: The document.
        parsed: Its sentences and trees.
        events: Its times and places.
        speech: Who says what in it.
        sentence: The sentence.
        casualty: What the sentence tells.
        earlier: What it tells before.
    """

    document: Document
    parsed: DocumentAnalysis
    events: EventReader
    speech: AttributionAnalysis
    sentence: Sentence
    casualty: Casualty
    earlier: Sequence[Casualty]

    @cached_property
    def noun(self) -> "Token | None":
        """The noun of the victims, resolved within the sentence."""
        tree = self.parsed.tree(self.sentence.index)
        return find_antecedent(self.casualty, list(self.earlier), tree)

    @cached_property
    def quantity(self) -> Quantity:
        """The count with offsets in the document."""
        number, text = self.casualty.number, self.document.text
        start, end = self.sentence.start + number.start, self.sentence.start + number.end
        return Quantity(
            text=text[start:end],
            start=start,
            end=end,
            value=number.value,
            value_to=number.value_to,
            modifier=number.modifier,
            basis=number.basis,
            vague=self._size(start, end),
        )

    def _size(self, start: int, end: int) -> VagueNumber | None:
        """The size that words without a number tell, or those told before whom they take up."""
        words, basis = self.document.text[start:end], self.casualty.number.basis
        told = basis is Basis.PLURAL and size_told_before(self.parsed.folded, start, words)
        return told or parse_vague(words, basis)

    @cached_property
    def victims(self) -> Span | None:
        """The victims' words."""
        tree = self.parsed.tree(self.sentence.index)
        place = find_victims(replace(self.casualty, noun=self.noun), tree)
        if place is None:
            return None
        return self._span(place)

    @cached_property
    def blamed(self) -> Span | None:
        """The words for those who are said to have done it, where the sentence has some."""
        place = find_blamed(self.casualty)
        return self._span(place) if place else None

    def _span(self, place: tuple[int, int]) -> Span:
        """Offsets within the sentence as a stretch of the document."""
        start = self.sentence.start
        return Span.of(self.document.text, start + place[0], start + place[1])
