"""The lines of a page, each with what it looks like on its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

import regex

from intake.text.bylines import find_byline, find_credit
from intake.text.datelines import find_dateline
from intake.text.dates import FoundDate, find_dates
from intake.text.site_words import load_words, search
from intake.text.titles import trim_title

LOOKED_AT = 300
"""Characters of a line that decide what it is; longer lines are prose."""
LONGEST_MARK = 160
"""A longer line says more than a date, a name or a button."""
TITLE_LENGTH = 200
LONGEST_DATE = 7
"""Words that a date line which ends in a full stop may have ("3 May 2012, 9 p.m."), no sentence."""
SHORTEST_LEAD = 80
"""A shorter line that opens like a dateline may be a headline ("KABUL - Two mayors resign")."""


class LineKind(Enum):
    """What a line looks like."""

    BLANK = auto()
    PROSE = auto()
    TITLE = auto()
    FURNITURE = auto()
    POSTED = auto()
    UPDATED = auto()
    BYLINE = auto()
    SHARE = auto()
    COMMENTS = auto()
    MORE = auto()
    RULE = auto()
    STOP = auto()
    REPLY = auto()


MARKS = frozenset(
    {
        LineKind.POSTED,
        LineKind.UPDATED,
        LineKind.BYLINE,
        LineKind.SHARE,
        LineKind.COMMENTS,
        LineKind.MORE,
        LineKind.RULE,
    }
)
"""What stands at the beginning or the end of a document, about that document."""


@dataclass(frozen=True)
class PageLine:
    """One line of a page.

    Attributes:
        start: Offset of its first character.
        end: Offset after its newline.
        text: Its text without surrounding white space, cut after `LOOKED_AT` characters.
        kind: What it looks like.
    """

    start: int
    end: int
    text: str
    kind: LineKind


_LINE = regex.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BULLET = regex.compile(r"^(?:[•·▪◦‣*»>|]|[-–]\s)\s*")
_RULE = regex.compile(r"^(?:[-–—_=*#~+•.]\s?){3,}$")
_SENTENCE_END = regex.compile(r"[.…:;,]['\"”’)\]]*$|[.!?][\"”’)\]]+$")
_INNER_END = regex.compile(r"\p{Ll}[\"”’)]*[.!?][\"”’)]*\s+[\"“‘(]?\p{Lu}")
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}'’.-]*")


def split_lines(content: str) -> list[PageLine]:
    """Cut a page into lines that cover it without a gap."""
    return [_line(content, match.start(), match.end()) for match in _LINE.finditer(content)]


def _line(content: str, start: int, end: int) -> PageLine:
    head = content[start : min(end, start + 2 * LOOKED_AT)].strip()
    cut = head[:LOOKED_AT]
    return PageLine(start, end, cut, LineKind.PROSE if len(head) > LOOKED_AT else kind_of(cut))


def kind_of(text: str) -> LineKind:
    """Tell what a line looks like.

    Args:
        text: The line without surrounding white space, no longer than `LOOKED_AT`.
    """
    if not text:
        return LineKind.BLANK
    if len(text) > LONGEST_MARK:
        return _text_kind(text)
    return _furniture_kind(text) or _mark(text) or _text_kind(text)


def _furniture_kind(text: str) -> LineKind | None:
    bare = _BULLET.sub("", text).lower()
    key = bare.strip(" .:»›>→+-–—|")
    words = load_words()
    if _is_stop(key):
        return LineKind.STOP
    if key in words.replies:
        return LineKind.REPLY
    if search("comment-count", text):
        return LineKind.COMMENTS
    if is_share_bar(bare):
        return LineKind.SHARE
    if key in words.furniture or bare.startswith(words.furniture_starts):
        return LineKind.FURNITURE
    if _RULE.match(text):
        return LineKind.RULE
    return LineKind.MORE if search("more-link", text) else None


def _is_stop(key: str) -> bool:
    words = load_words()
    heads = key in words.stops or bool(search("heading-of-responses", key))
    return heads or (key.startswith(words.stop_starts) and key.count(" ") < 5)


def _mark(text: str) -> LineKind | None:
    dates = tuple(_dates_apart(text))
    if _posted(text, dates) or search("time-ago", text):
        return LineKind.POSTED
    updated = any(_is_updated(*around) for _, *around in dates)
    if updated or search("date-left-out", text):
        return LineKind.UPDATED
    return LineKind.BYLINE if find_byline(text) or find_credit(text) else None


def _text_kind(text: str) -> LineKind:
    if _BULLET.match(text) or search("furniture-line", text):
        return LineKind.FURNITURE
    trimmed = trim_title(text)
    count = len(_WORD.findall(trimmed))
    if count == 0:
        return LineKind.FURNITURE
    if _is_prose(trimmed, count):
        return LineKind.PROSE
    if trimmed[0].islower():
        return LineKind.FURNITURE if count < 4 else LineKind.PROSE
    dateline = find_dateline(text)
    if dateline and dateline.is_strong and (dateline.is_all or len(text) > SHORTEST_LEAD):
        return LineKind.PROSE
    return LineKind.FURNITURE if search("opens-speech", trimmed) and count < 5 else LineKind.TITLE


def _is_prose(text: str, count: int) -> bool:
    if len(text) > TITLE_LENGTH:
        return True
    return bool(_SENTENCE_END.search(text) and count > 3) or bool(_INNER_END.search(text))


def is_share_bar(bare: str) -> bool:
    """Whether a line in lower case consists of the names on share buttons."""
    return search("share-bar", bare) is not None


def _is_updated(before: str, after: str) -> bool:
    return bool(search("before-updated-date", before) or search("after-updated-date", after))


def posted_date(text: str) -> FoundDate | None:
    """The date of a line that says nothing but when, and perhaps by whom, a document came out."""
    return _posted(text, _dates_apart(text))


def _posted(text: str, dates: Iterable[tuple[FoundDate, str, str]]) -> FoundDate | None:
    if text.endswith((".", "!", "?")) and len(_WORD.findall(text)) > LONGEST_DATE:
        return None
    for date, before, after in dates:
        if _is_updated(before, after):
            continue
        if search("before-posted-date", before) and search("after-posted-date", after):
            return date
    return None


def _dates_apart(text: str) -> Iterator[tuple[FoundDate, str, str]]:
    """Each date with what stands before it, as far as the one before, and what follows."""
    previous = 0
    for date in find_dates(text):
        yield date, text[previous : date.start], text[date.end :]
        previous = date.end


def word_count(line: PageLine) -> int:
    """How many words with a letter a line has."""
    return sum(any(char.isalpha() for char in word) for word in _WORD.findall(line.text))
