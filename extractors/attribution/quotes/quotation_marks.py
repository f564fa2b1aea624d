"""Quotation marks paired over a text: straight, curly, nested, open over paragraphs, unbalanced."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import regex

from extractors.document.text import Sentence, time_limit
from extractors.languages.patterns import pattern

_MISPLACED = regex.compile(r"[\"”]\s\p{Lu}")
"""A mark at the start of a paragraph that is set as if it closed: "” Six were found,” she said"."""
_MARK = regex.compile(r"``|''|‘‘|’’|[\"“”„«»‘’'`]")
_OPENING = {"“", "„", "«", "``", "‘‘"}
_CLOSING = {"”", "»", "’’"}
_SINGLE = {"‘", "’", "'", "`"}
_BEFORE_OPENING = frozenset("([{-–—/:;,")
_BEFORE_CLOSING = frozenset(".,!?…;:-–—")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks.

    Attributes:
        start: Offset of the opening mark.
        end: Offset after the closing mark, or where an unclosed quotation ends.
        level: 0 for a quotation that stands in no other.
        closed: Whether a closing mark was found.
        continues: Whether the quotation goes on from the paragraph before.
    """

    start: int
    end: int
    level: int
    closed: bool
    continues: bool

    def holds(self, offset: int) -> bool:
        """Whether a character stands in the quotation."""
        return self.start <= offset < self.end


@dataclass(slots=True)
class _Open:
    start: int
    single: bool
    continues: bool = False


def find_quotes(text: str, sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Pair the quotation marks of a text.

    A quotation that is open at its paragraph's end goes on where the next paragraph opens with
    a mark, as newspapers print long speech; otherwise it ends with its paragraph.

    Args:
        text: The text, its marks as they are.
        sentences: Its sentences, for the paragraphs.

    Returns:
        The quotations in order of their starts.
    """
    quotes: list[Quote] = []
    carried = False
    for start, end in _paragraphs(sentences):
        found, still_open = _pair(text, start, end, carried)
        quotes += found
        carried = still_open
    return tuple(sorted(quotes, key=lambda quote: (quote.start, -quote.end)))


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        members = list(group)
        yield members[0].start, members[-1].end


def _pair(text: str, start: int, end: int, carried: bool) -> tuple[list[Quote], bool]:
    quotes: list[Quote] = []
    stack: list[_Open] = []
    marks = list(_MARK.finditer(text, start, end, timeout=time_limit(text, start, end)))
    for place, match in enumerate(marks):
        single = match.group() in _SINGLE
        side = _side(text, match.start(), match.end(), end, stack)
        if match.start() == start and not carried and _MISPLACED.match(text, start, end):
            side = "open"
        if single and _is_apostrophe(text, match, side, stack, marks[place + 1 :]):
            continue
        if side == "open":
            _close_forgotten(text, match.start(), single, stack, quotes)
            goes_on = carried and match.start() == start
            stack.append(_Open(match.start(), single, goes_on))
        elif stack:
            opened = _matching(stack, single)
            quotes.append(
                Quote(
                    opened.start, match.end(), len(stack), closed=True, continues=opened.continues
                )
            )
    still_open = any(not opened.single for opened in stack)
    while stack:
        opened = stack.pop()
        if not opened.single:
            quotes.append(
                Quote(opened.start, end, len(stack), closed=False, continues=opened.continues)
            )
    return quotes, still_open


def _matching(stack: list[_Open], single: bool) -> _Open:
    """Take the opening mark that a closing one ends: the last of its sort, else the last."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].single == single:
            opened = stack[place]
            del stack[place:]
            return opened
    return stack.pop()


def _close_forgotten(
    text: str, at: int, single: bool, stack: list[_Open], quotes: list[Quote]
) -> None:
    """End a quotation whose closing mark is missing where the next one of its sort opens."""
    if stack and stack[-1].single == single and not single:
        before = text[stack[-1].start : at].rstrip()
        if before and before[-1] in _BEFORE_CLOSING:
            opened = stack.pop()
            end = opened.start + len(before)
            quotes.append(
                Quote(opened.start, end, len(stack), closed=False, continues=opened.continues)
            )


def _side(text: str, start: int, end: int, limit: int, stack: Sequence[_Open]) -> str:
    mark = text[start:end]
    opens, closes = _could_open(text, start, end, limit), _could_close(text, start, end, limit)
    if mark in _OPENING:
        return "close" if stack and closes and not opens else "open"
    if mark in _CLOSING:
        loses_space = not stack and text[end : end + 1].isalnum()
        return "open" if not stack and (opens or loses_space) else "close"
    if opens != closes:
        return "open" if opens else "close"
    single = mark in _SINGLE
    return "close" if any(opened.single == single for opened in stack) else "open"


def _could_open(text: str, start: int, end: int, limit: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < limit else " "
    return (before.isspace() or before in _BEFORE_OPENING or before in "\"“'‘") and not (
        after.isspace()
    )


def _could_close(text: str, start: int, end: int, limit: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < limit else " "
    return not before.isspace() and (not after.isalnum() or before in _BEFORE_CLOSING)


def _is_apostrophe(
    text: str,
    match: "regex.Match[str]",
    side: str,
    stack: Sequence[_Open],
    later: Sequence["regex.Match[str]"],
) -> bool:
    """Whether a single mark is no quotation mark: "don't", "the soldiers' graves", "the '80s"."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if before.isalnum() and after.isalnum():
        return True
    if side == "open":
        if after.isdigit() or not after.strip() or before.isalnum():
            return True
        return not any(
            mark.group() in _SINGLE - {"‘"}
            and _could_close(text, mark.start(), mark.end(), len(text))
            and mark.end() - match.end() > 2
            for mark in later
        )
    if not any(opened.single for opened in stack):
        # A single mark may close what a double one opened, in careless typing: “not happy’
        return match.group() != "’" or not stack or not _misprinted(text, match, later)
    return False


def _misprinted(text: str, match: "regex.Match[str]", later: Sequence["regex.Match[str]"]) -> bool:
    """Whether ’ stands for ”: no closing double mark follows, and no plural possessive."""
    if any(mark.group() in {"”", '"', "''"} for mark in later):
        return False
    before = text[match.start() - 1 : match.start()]
    return before in _BEFORE_CLOSING or pattern("plural-ending").search(before) is None
