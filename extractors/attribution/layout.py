"""A document before any parse: how it is cased, quoted, parted and who takes turns in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from extractors.attribution.cues.frame import CueFrame, Offsets
from extractors.attribution.quotes.quotation_marks import Quote, find_quotes
from extractors.attribution.quotes.transcripts import find_turns
from extractors.attribution.speakers.speaker_roles import find_roles
from extractors.document.analysis import DocumentAnalysis
from extractors.document.casing import is_in_capitals, restore_names


@dataclass(frozen=True, eq=False, slots=True)
class Layout:
    """What can be seen of a document without its trees.

    Attributes:
        text: The text as running text is cased, the capitals of a wire undone, and with line
            ends between paragraphs only; of equal length.
        quotes: Its quotations.
        paragraphs: Start and end of each paragraph.
        turns: The turns of a transcript.
    """

    text: str
    quotes: tuple[Quote, ...]
    paragraphs: tuple[Offsets, ...]
    turns: tuple[CueFrame, ...]


def read_layout(parsed: DocumentAnalysis) -> Layout:
    """See a document's layout."""
    paragraphs = tuple(
        (members[0].start, members[-1].end)
        for _, group in groupby(parsed.sentences, key=lambda sentence: sentence.paragraph)
        for members in [list(group)]
    )
    text = _parted(_cased(parsed), paragraphs)
    quotes = find_quotes(parsed.text, parsed.sentences)
    return Layout(text, quotes, paragraphs, tuple(find_turns(text, paragraphs)))


def _cased(parsed: DocumentAnalysis) -> str:
    if not is_in_capitals(parsed.text):
        return parsed.folded
    cased = list(parsed.folded)
    for sentence in parsed.sentences:
        cased[sentence.start : sentence.end] = parsed.parser_text(sentence.index)
    text = "".join(cased)
    titles = [(match.start, match.end) for match in find_roles(text) if match.role.title]
    return restore_names(parsed.folded, text, titles)


def _parted(text: str, paragraphs: Sequence[Offsets]) -> str:
    """Write line ends between paragraphs, where folding has left blanks."""
    pieces = list(text)
    for (_, end), (start, _) in pairwise(paragraphs):
        pieces[end:start] = "\n" * (start - end)
    return "".join(pieces)
