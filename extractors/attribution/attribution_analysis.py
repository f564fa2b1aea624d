"""A document as attribution sees it: its layout, the names it tells, the cues of its sentences."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from extractors.attribution.cues.find_frames import find_frames
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.layout import Layout, read_layout
from extractors.attribution.quotes.announced_lists import find_announced_lists
from extractors.attribution.relation import Relation, build_relations
from extractors.attribution.speakers.entity_index import EntityIndex
from extractors.document.analysis import DocumentAnalysis
from extractors.victims.document_groups import DocumentGroups, read_groups
from schemas import Span

if TYPE_CHECKING:
    from extractors.attribution.speakers.resolve import ResolvedSpeaker


class AttributionAnalysis:
    """What is found once for all figures of a document, each part when first asked for.

    Attributes:
        parsed: The document.
        speakers: The sources that were resolved, by where they stand.
    """

    def __init__(self, parsed: DocumentAnalysis) -> None:
        self.parsed = parsed
        self.speakers: dict[tuple[int, int], ResolvedSpeaker] = {}
        self._frames: dict[int, tuple[CueFrame, ...]] = {}

    @cached_property
    def layout(self) -> Layout:
        """How the document is cased, quoted and parted."""
        return read_layout(self.parsed)

    @property
    def text(self) -> str:
        """The text as running text is cased: the capitals of a wire undone."""
        return self.layout.text

    @cached_property
    def entities(self) -> EntityIndex:
        """The names of the document, with what it says of their bearers."""
        return EntityIndex(self.text)

    @cached_property
    def groups(self) -> DocumentGroups:
        """The groups that the document names."""
        return read_groups(self.parsed.folded, self.parsed.sentences)

    @cached_property
    def turns(self) -> tuple[Relation, ...]:
        """What is said in the turns of a transcript."""
        return build_relations(self.parsed.text, self.layout.turns, self.layout.quotes)

    @cached_property
    def announced(self) -> tuple[Relation, ...]:
        """What lists tell that somebody announces."""
        text, told = self.parsed.text, []
        for colon, content in find_announced_lists(text, self.layout.paragraphs):
            sentence = self.parsed.sentence_at(colon)
            frames = self.frames(sentence.index) if sentence is not None else ()
            speaking = [each for each in frames if each.sources and each.cue[0] <= colon]
            if speaking:
                told.append(replace(speaking[-1], contents=(content,), hops=()))
        return build_relations(text, told, self.layout.quotes)

    def frames(self, index: int) -> tuple[CueFrame, ...]:
        """The cues of sentence `index`, in the order of the text."""
        if index not in self._frames:
            self._frames[index] = find_frames(self.parsed, index, self.text)
        return self._frames[index]

    def words(self, span: Span) -> str:
        """What stands at a span, cased as running text."""
        return self.text[span.start : span.end]
