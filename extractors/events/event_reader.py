"""The event of each count of one document: its days and its place."""

from functools import cached_property

from extractors.document.analysis import DocumentAnalysis
from extractors.events.when.dating import Dating
from extractors.events.when.document_creation_time import (
    DocumentCreationTime,
    read_document_creation_time,
)
from extractors.events.where.placing import Placing
from schemas import Document, EventMention, Harm


class EventReader:
    """When and where the harms of one document were done, read once there is one.

    Args:
        parsed: The document's sentences and trees.
        document: The document.
    """

    def __init__(self, parsed: DocumentAnalysis, document: Document) -> None:
        self._parsed = parsed
        self._document = document

    @cached_property
    def _created(self) -> DocumentCreationTime:
        return read_document_creation_time(self._document, self._parsed.folded)

    @cached_property
    def _dating(self) -> Dating:
        return Dating(self._parsed, self._created)

    @cached_property
    def _placing(self) -> Placing:
        return Placing(self._parsed, self._created, self._document.title or "")

    def find_mention(self, start: int, end: int, harm: Harm = Harm.KILLED) -> EventMention:
        """Tell when and where the harm was done whose count stands at `start:end`.

        Args:
            start: Where the count begins in the text.
            end: Where it ends.
            harm: What was done to the people counted.
        """
        sentence = self._parsed.sentence_at(start)
        if sentence is None:
            return EventMention()
        dated = self._dating.date_count(sentence, start, end, is_aftermath=harm is Harm.DETAINED)
        placed = self._placing.place_count(sentence, start, end, dated)
        if dated is None:
            return EventMention(where=placed.where, place=placed.path)
        days = dated.interval
        return EventMention(
            when=self._document.text[dated.start : dated.end] or None,
            date_from=days.start,
            date_to=days.end,
            date_basis=dated.basis if days.start or days.end else None,
            where=placed.where,
            place=placed.path,
        )
