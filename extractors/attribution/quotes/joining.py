"""Quotations joined to the cues that give their speaker."""

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractors.attribution.cues.frame import CueFrame, Offsets, paragraph_of
from extractors.attribution.quotes.quotation_marks import Quote
from extractors.languages.patterns import pattern

_SPEECH = regex.compile(r"\p{L}[\p{L}\p{M}'’-]*")
_LONGEST_GAP = 150
"""Characters between a quotation and its cue: "said X, a nurse at the clinic in …"."""


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quotation can stand as an utterance, rather than a word held with tongs."""
    inside = text[quote.start : quote.end].strip("\"“”'‘’`«» ")
    words = _SPEECH.findall(inside)
    return len(words) >= 3 or inside[-1:] in {",", ".", "!", "?"}


def join_quotes(
    text: str, frames: Sequence[CueFrame], quotes: Sequence[Quote], paragraphs: Sequence[Offsets]
) -> list[CueFrame]:
    """Give each quotation to the cue beside it, and to its speaker what he goes on to say.

    A quotation that goes on over paragraphs is its speaker's from its first mark.

    Args:
        text: The document's text.
        frames: The cues of the sentences in view, in order.
        quotes: The document's quotations, in order.
        paragraphs: Start and end of each paragraph.

    Returns:
        The frames, their contents widened by whole quotations.
    """
    joined = list(frames)
    owner_before: int | None = None
    paragraph_before = -1
    unowned: list[Quote] = []
    first, last = _reach(frames)
    outer = (quote for quote in quotes if quote.level <= 0 and quote.end >= first)
    for quote in (each for each in outer if is_speech(text, each)):
        if owner_before is None and quote.start > last:
            break
        paragraph = paragraph_of(paragraphs, quote.start)
        owner = _owner(text, joined, quote, quotes)
        if owner is None and owner_before is not None:
            further = paragraph - paragraph_before
            owner = owner_before if _goes_on(text, quote, paragraphs, further) else None
        if owner is None and not quote.closed:
            unowned = [*unowned, quote] if quote.continues else [quote]
        if owner is not None:
            for part in (*(unowned if quote.continues else ()), quote):
                joined[owner] = _widen(joined[owner], part)
            unowned = []
            owner_before, paragraph_before = owner, paragraph
        elif paragraph != paragraph_before:
            owner_before = None
    return joined


def _reach(frames: Sequence[CueFrame]) -> Offsets:
    """Where a quotation may end at the earliest, and start at the latest, to be joined first."""
    spans = [span for frame in frames for span in (frame.cue, *frame.sources, *frame.contents)]
    first = min((start for start, _ in spans), default=0)
    last = max((end for _, end in spans), default=-_LONGEST_GAP - 1)
    return first - _LONGEST_GAP, last + _LONGEST_GAP


def _goes_on(text: str, quote: Quote, paragraphs: Sequence[Offsets], further: int) -> bool:
    """Whether the speaker before goes on with a quotation.

    Args:
        text: The document's text.
        quote: The quotation.
        paragraphs: Start and end of each paragraph.
        further: How many paragraphs after the quotation before it stands.
    """
    if further == 1:
        paragraph = paragraph_of(paragraphs, quote.start)
        return quote.continues or _stands_alone(text, quote, paragraphs[paragraph])
    return quote.continues or (further == 0 and _opens_sentence(text, quote))


def _stands_alone(text: str, quote: Quote, paragraph: Offsets) -> bool:
    """Whether a paragraph begins with whole sentences quoted: the speaker before goes on."""
    start, end = paragraph
    ended = text[quote.start : quote.end].rstrip("\"”'’»")[-1:] in {".", "!", "?"}
    return quote.start - start <= 1 and (ended or end - quote.end <= 1)


def _opens_sentence(text: str, quote: Quote) -> bool:
    before = text[: quote.start].rstrip()
    return not before or before[-1] in ".!?…:”\"'’"


def _owner(
    text: str, frames: Sequence[CueFrame], quote: Quote, quotes: Sequence[Quote]
) -> int | None:
    """The cue of a quotation: the nearest that it follows, leads in or holds."""
    best: tuple[int, int] | None = None
    for place, frame in enumerate(frames):
        if not frame.takes_quote or quote.start <= frame.cue[0] < quote.end:
            continue
        distance = _distance(text, frame, quote, quotes)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, place)
    return best[1] if best else None


def _distance(text: str, frame: CueFrame, quote: Quote, quotes: Sequence[Quote]) -> int | None:
    """How far a cue stands from a quotation that it may govern; none where it cannot."""
    block_start = min([frame.cue[0], *(start for start, _ in frame.sources)])
    start, end = frame.cue
    if any(left <= quote.start and quote.end <= right + 2 for left, right in frame.contents):
        return 0
    if start >= quote.end:
        gap = text[quote.end : block_start if block_start >= quote.end else start]
        ended = text[quote.start : quote.end].rstrip("\"”'’»").endswith(".")
        says_more = any(left >= end for left, _ in frame.contents)
        if (ended and says_more) or not _passable(gap) or _crossed(quote.end, start, quotes):
            return None
        return 1 + len(gap)
    gap = text[end : quote.start]
    if end > quote.start or len(gap) > _LONGEST_GAP or _crossed(end, quote.start, quotes):
        return None
    return 3 + len(gap) if _leads_in(gap) else None


def _passable(gap: str) -> bool:
    """Whether a cue after a quotation still belongs to it."""
    return len(gap) <= 60 and not regex.search(r"[.!?;]\s|\n", gap)


def _leads_in(gap: str) -> bool:
    """Whether what follows a cue leads into a quotation: "said: ", "said in a letter, "."""
    stripped = gap.rstrip()
    if "\n" in gap and not stripped.endswith(":"):
        return False
    if regex.search(r"[.!?;](?:\s|$)", stripped):
        return False
    return (
        not stripped
        or stripped[-1] in ",:"
        or pattern("quote-introducer-at-end").search(stripped) is not None
        or len(stripped) < 30
    )


def _crossed(start: int, end: int, quotes: Sequence[Quote]) -> bool:
    return any(start <= quote.start < end for quote in quotes if quote.level == 0)


def _widen(frame: CueFrame, quote: Quote) -> CueFrame:
    """Add a quotation to the content of a cue, merging what touches."""
    spans = sorted([*frame.contents, (quote.start, quote.end)])
    merged: list[Offsets] = []
    for start, end in spans:
        if merged and start <= merged[-1][1] + 2:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return replace(frame, contents=tuple(merged))
