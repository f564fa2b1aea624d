"""When and where a harm was done, as its document tells it."""

from weakref import WeakKeyDictionary

from extractors.document.analysis import ParsedDocument
from extractors.events.when.dating import Dating
from extractors.events.when.document_creation_time import read_writing
from extractors.events.where.gazetteer import Level, Place
from extractors.events.where.locating import locate
from extractors.events.where.placing import Placing
from schemas import Document, EventMention

__all__ = ["Level", "Place", "find_mention", "locate"]

_READ: "WeakKeyDictionary[ParsedDocument, tuple[Dating, Placing]]" = WeakKeyDictionary()


def find_mention(parsed: ParsedDocument, document: Document, start: int, end: int) -> EventMention:
    """Tell when and where the harm was done whose count stands at `start:end`.

    Args:
        parsed: The document's sentences and trees.
        document: The document.
        start: Where the count begins in the text.
        end: Where it ends.
    """
    sentence = parsed.sentence_at(start)
    if sentence is None:
        return EventMention()
    if parsed not in _READ:
        writing = read_writing(document, parsed.folded)
        _READ[parsed] = Dating(parsed, writing), Placing(parsed, writing)
    dating, placing = _READ[parsed]
    dated = dating.date_count(sentence, start, end)
    where = placing.place_count(sentence, start, end, dated)
    if dated is None:
        return EventMention(where=where)
    return EventMention(
        when=document.text[dated.start : dated.end],
        date_from=dated.interval.start,
        date_to=dated.interval.end,
        where=where,
    )
