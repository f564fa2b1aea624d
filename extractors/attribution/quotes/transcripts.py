"""Turns of a transcript: "[Vargas] We lost two men.", "JONES: We lost two men."."""

from collections.abc import Sequence

import regex

from extractors.attribution.cues.cue_lexicon import cue_index
from extractors.attribution.cues.frame import CueFrame, Offsets
from extractors.attribution.cues.labels import label_frame, match_label
from extractors.attribution.speakers.parties import government_named
from extractors.attribution.speakers.speaker_roles import head_role
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import pattern

_BRACKET = regex.compile(r"\[(?P<label>[^\[\]\n]{2,60})\][ \t]*(?=\S)")
_ENDINGS = frozenset('.!?…]"”’')
_LONGEST_LABEL = 6


def find_turns(text: str, paragraphs: Sequence[Offsets]) -> list[CueFrame]:
    """Find who speaks in a transcript.

    Args:
        text: The document's text, cased as running text.
        paragraphs: Start and end of each paragraph.

    Returns:
        A frame a turn.
    """
    return [*_bracketed(text, paragraphs), *_before_colons(text, paragraphs)]


def _before_colons(text: str, paragraphs: Sequence[Offsets]) -> list[CueFrame]:
    """Turns of a dialogue; a single label is a headline, a state or capital a dateline.

    Who takes turns does so more than once, or is told by a role or in capitals: "Gruesome:" heads
    a caption.
    """
    labels = [(match_label(text, start, end), end) for start, end in paragraphs]
    turns = [
        label_frame(label, end)
        for label, end in labels
        if label and not label["bullet"] and government_named(label["label"]) is None
    ]
    spoken = [text[slice(*turn.sources[0])] for turn in turns]
    takes = [
        turn
        for turn, label in zip(turns, spoken, strict=True)
        if spoken.count(label) > 1 or label.isupper() or head_role(label) is not None
    ]
    return takes if len(turns) > 1 else []


def _bracketed(text: str, paragraphs: Sequence[Offsets]) -> list[CueFrame]:
    """Turns by bracketed names.

    A speaker holds the floor until the next name, the end of a recording or, without a
    recording, the end of the paragraph.
    """
    if "[" not in text:
        return []
    turns = [m for m in _BRACKET.finditer(text, timeout=REGEX_TIMEOUT) if _is_turn(text, m)]
    marks = list(pattern("recording-note").finditer(text, timeout=REGEX_TIMEOUT))
    stops = sorted(
        [turn.start() for turn in turns] + [mark.start() for mark in marks if mark["end"]]
    )
    frames = []
    for turn in turns:
        limit = next((stop for stop in stops if stop > turn.start()), len(text))
        if not _is_recorded(marks, turn.start()):
            limit = min([limit, *(end for start, end in paragraphs if start < turn.end() <= end)])
        end = turn.end() + len(text[turn.end() : limit].rstrip())
        if turn.end() < end:
            cue, source = turn.span(), turn.span("label")
            frames.append(CueFrame(cue, None, sources=(source,), contents=((turn.end(), end),)))
    return frames


def _is_turn(text: str, match: "regex.Match[str]") -> bool:
    """Whether brackets hold the name of who speaks, rather than an editor's note."""
    label = match["label"]
    before = text[: match.start()].rstrip()
    opens = not before or before[-1] in _ENDINGS or "\n" in text[len(before) : match.start()]
    plain = " ".join(label.lower().split()).rstrip(".")
    noted = any(plain == word or plain.startswith(f"{word} ") for word in cue_index().labels)
    named = label[0].isupper() and not label.endswith(".")
    return opens and named and not noted and len(label.split()) <= _LONGEST_LABEL


def _is_recorded(marks: Sequence["regex.Match[str]"], offset: int) -> bool:
    before = [mark for mark in marks if mark.start() < offset]
    return bool(before) and not before[-1]["end"]
