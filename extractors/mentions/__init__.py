"""When and where a harm was done, as its document tells it."""

from weakref import WeakKeyDictionary

from extractors.mentions.dating import Dating
from extractors.mentions.writing import read_writing
from extractors.parse import ParsedDocument
from schemas import Document, EventMention

_DATINGS: "WeakKeyDictionary[ParsedDocument, Dating]" = WeakKeyDictionary()


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
    dating = _DATINGS.get(parsed)
    if dating is None:
        dating = _DATINGS[parsed] = Dating(parsed, read_writing(document, parsed.folded))
    dated = dating.date_count(sentence, start, end)
    if dated is None:
        return EventMention()
    return EventMention(
        when=document.text[dated.start : dated.end],
        date_from=dated.interval.start,
        date_to=dated.interval.end,
    )
