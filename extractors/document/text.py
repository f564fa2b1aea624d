"""Sentences and characters of a text, before any parse."""

import re
from dataclasses import dataclass
from itertools import pairwise

import regex

from extractors.languages.patterns import pattern

REGEX_TIMEOUT = 5.0
"""Seconds that one scan of a text may take; a sentence needs no limit (see `time_limit`)."""

LONGEST_SENTENCE = 1200
"""Characters after which a stretch without a full stop is cut, so that a parse stays bounded."""


_GAP = regex.compile(
    r"""
    (?:   # a dateline: "LIMA, 2 Oct 88 (EFE) -- Two", "LIMA, Peru — Two", "Lima, Peru - Two"
        (?<=\b\p{Lu}{3,}\b[^.;!?]{0,40}?(?:\([^()]{2,40}\)|\b\d{1,2}))
        | (?<=(?:^|\n)[ \t]*\p{Lu}{3}[\p{Lu}'’. -]{0,24}(?:,[ \t][\p{L}. ]{2,24})?)
        | (?<=(?:^|\n)[ \t]*\p{Lu}\p{Ll}[\p{L}'’. ]{0,24},[ \t]\p{Lu}[\p{L}. ]{1,24})
    )
    \s+(?:—|–|--?)\s+(?=["“]?\p{Lu})
    |
    [ \t\u00a0]{3,}(?=\p{Lu})|[ \t\u00a0]{2,}(?=\p{Lu}{3})   # a lost line break
    """,
    regex.VERBOSE,
)
_MARK = re.compile(r"[.!?…]['\"”’»)\]]{0,3}|[ \t\u00a0]{2,}|\s(?=(?:—|–|--?)\s)")
"""Where a sentence may end: a stop with what closes around it, a gap, a dateline's dash."""
_STOPS = frozenset(".!?…\"'”’»)]")
_WINDOW = 120
"""Characters after a mark that decide: so few that the patterns need no time limit, which would
cost a hundred times the match."""
_SHORTEST_OPEN_LINE = 30
_LINE_ENDS = {"\n", "\r\n", "\u2028"}
_LINE = regex.compile(r"[^\r\n\u2028\u2029\x85\v\f]+")
_NEW_DIGITS = {
    chr(code): "?"
    for first in (0x10D40, 0x116D0, 0x116DA, 0x16D70, 0x1CCF0, 0x1E4F0, 0x1E5F1)
    for code in range(first, first + 10)
}
"""Digits of Unicode 15 and 16, which the patterns take for digits and Python cannot read yet."""
_FOLDED = (
    _NEW_DIGITS
    | {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ",
        "\n": " ", "\r": " ", "\t": " ", "\f": " ", "\v": " ",
        "\x85": " ", "\u2028": " ", "\u2029": " ",
        "‐": "-", "‑": "-", "−": "-", "\u00ad": "-",
    }
)  # fmt: skip


def time_limit(text: str, start: int = 0, end: int | None = None) -> float | None:
    """Seconds that a scan may take: none for a sentence, whose length bounds the time already.

    Setting a limit costs some 0.1 ms a scan, a hundred times the scan of a sentence.

    Args:
        text: What is scanned.
        start: Where the scan begins.
        end: Where it ends; null for the end of the text.
    """
    length = (len(text) if end is None else end) - start
    return None if length <= LONGEST_SENTENCE else REGEX_TIMEOUT


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline, caption or list item of a text.

    Attributes:
        index: Its place among the sentences.
        start: Offset of its first character in the text.
        end: Offset after its last character.
        paragraph: The paragraph that holds it, counted from 0.
        stops: How many sentences before it end with a stop; headlines and datelines do not.
    """

    index: int
    start: int
    end: int
    paragraph: int
    stops: int = 0


def fold(text: str) -> str:
    """Write quotation marks, dashes and blanks in one way, keeping every offset.

    A text has few of these characters; to replace each takes a quarter of a translation's time.
    """
    for character in _FOLDED.keys() & set(text):
        text = text.replace(character, _FOLDED[character])
    return text


def is_hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a column rather than at paragraphs.

    Wires and e-mails break at 60 to 80 characters: most lines are then nearly as long as the
    longest, and none is longer than a terminal is wide.
    """
    lengths = [match.end() - match.start() for match in _LINE.finditer(text)]
    if len(lengths) < 4 or max(lengths) > 100:
        return False
    longest = max(lengths)
    return longest > 40 and sum(length > 0.75 * longest for length in lengths) > len(lengths) / 2


def split_paragraphs(text: str) -> list[tuple[int, int]]:
    """Find the paragraphs: lines, or blocks between empty lines where lines are wrapped."""
    if is_hard_wrapped(text):
        blocks = regex.finditer(r"\S.*?(?=\n[ \t]*\n|\n[ \t]{2,}\S|\s*\Z)", text, regex.DOTALL)
        return [match.span() for match in blocks]
    lines = [match.span() for match in _LINE.finditer(text) if not match.group().isspace()]
    return _rejoined(text, lines)


def _rejoined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a line to the one before where it goes on with its sentence."""
    joined: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and text[start].isalnum() and _is_open(text, *joined[-1], start):
            last = text[joined[-1][1] - 12 : joined[-1][1]]
            if text[start].islower() or pattern("open-line-end").search(last):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _is_open(text: str, start: int, end: int, following: int) -> bool:
    """Whether a line is long, ends without a stop, and the next follows at once."""
    is_long = end - start > _SHORTEST_OPEN_LINE
    return is_long and text[end:following] in _LINE_ENDS and text[end - 1] not in ".!?:;… \t"


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Find the sentences of a text, without a parse.

    Args:
        text: The document's text, as it is.

    Returns:
        Sentences in order, trimmed of blanks; they do not overlap, and together they hold every
        character that is not blank.
    """
    sentences: list[Sentence] = []
    stops = 0
    for paragraph, (start, end) in enumerate(split_paragraphs(text)):
        cuts = [start, *_breaks(text, start, end), end]
        for left, right in pairwise(cuts):
            for piece_start, piece_end in _bounded(text, left, right):
                trimmed = _trim(text, piece_start, piece_end)
                if trimmed:
                    sentences.append(Sentence(len(sentences), *trimmed, paragraph, stops))
                    stops += text[sentences[-1].end - 1] in _STOPS
    return tuple(sentences)


def _breaks(text: str, start: int, end: int) -> list[int]:
    """Where sentences end: the pattern is tried only where a character may end one."""
    cuts: list[int] = []
    for mark in _MARK.finditer(text, start, end):
        stops = mark.group()[0] in ".!?…"
        for place in range(mark.start() + stops, mark.end() + 1):
            if cuts and place < cuts[-1]:
                continue
            boundary = pattern("sentence-break") if stops else _GAP
            match = boundary.match(text, place, min(end, place + _WINDOW))
            if match is not None and start < match.end() < end:
                cuts.append(match.end())
                break
    return cuts


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST_SENTENCE:
        window = text[start : start + LONGEST_SENTENCE]
        cut = max(window.rfind("; "), window.rfind("\n")) + 1
        cut = cut if cut > LONGEST_SENTENCE // 4 else window.rfind(" ") + 1
        cut = cut if cut > LONGEST_SENTENCE // 4 else LONGEST_SENTENCE
        pieces.append((start, start + cut))
        start += cut
    return [*pieces, (start, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
