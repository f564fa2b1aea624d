"""Labels as cues: "Iraq: No …", "… : police", "JONES: …", "[Jones] …"."""

from collections.abc import Iterator, Sequence

import regex

from extractors.attribution.cues import cue_index
from extractors.attribution.frame import Frame, Offsets
from extractors.attribution.kinds import head_role
from extractors.text import REGEX_TIMEOUT, Sentence

_WORD = r"[\p{Lu}][\p{L}\p{M}'’.&/-]*"
_LINK = r"(?:of|the|for|de|la|del|al|bin|van|von|and|&|police|army|spokesman|official|source)"
_BEFORE_COLON = regex.compile(
    rf"(?:[-–—•*]\s*)?(?P<label>{_WORD}(?:\s(?:{_WORD}|{_LINK})){{0,6}}(?:\s\([^()]{{1,20}}\))?)\s?:(?=\s*[\"“'‘]?[\p{{L}}\p{{N}}])"
)
_AFTER_MARK = regex.compile(
    r"(?<=\w['\"”’]?)(?P<mark>\s?[:–—]|\s-|\s--)\s+(?P<label>(?:[\p{L}\p{M}.'’-]+\s?){1,5})\.?$"
)
_BRACKET = regex.compile(r"\[(?P<label>[^\[\]\n]{2,60})\]\s*(?=\S)")
_RECORDING = regex.compile(r"\[\s*(?P<side>begin|end)[^\]]{0,30}recording\s*\]", regex.IGNORECASE)
_LONGEST_LABEL = 60


def find_label_frames(text: str, sentence: Sentence) -> Iterator[Frame]:
    """Find the label before a colon or after a dash in a sentence.

    Args:
        text: The document's text.
        sentence: The sentence.

    Yields:
        At most one frame.
    """
    head = _BEFORE_COLON.match(text, sentence.start, sentence.end, timeout=REGEX_TIMEOUT)
    if head and _can_speak(head["label"]) and head.end() < sentence.end:
        yield _frame(
            head.span("label"), (head.end("label"), head.end()), (head.end(), sentence.end)
        )
        return
    if text[sentence.end - 1] in '.!?"”':
        return
    tail = _AFTER_MARK.search(text, sentence.start, sentence.end, timeout=REGEX_TIMEOUT)
    if tail and (role := head_role(tail["label"])) is not None and role.weight > 0:
        start, end = tail.span("label")
        yield _frame((start, end), tail.span("mark"), (sentence.start, tail.start("mark")))


def _frame(source: Offsets, cue: Offsets, content: Offsets) -> Frame:
    return Frame(cue=cue, entry=None, sources=(source,), contents=(content,))


def _can_speak(label: str) -> bool:
    plain = " ".join(label.lower().replace("’", "'").split()).strip(".")
    first = plain.split()[0]
    return (
        len(label) <= _LONGEST_LABEL
        and plain not in cue_index().labels
        and first not in {"the", "a", "an", "this", "that", "here", "how", "why", "what", "when"}
        and "/" not in label
    )


def find_transcript_frames(text: str, sentences: Sequence[Sentence]) -> list[Frame]:
    """Find who speaks in a transcript, by bracketed names: "[Vargas] We lost two men.".

    A speaker holds the floor until the next name, the end of a recording or, without a
    recording, the end of the paragraph.

    Args:
        text: The document's text.
        sentences: Its sentences, for the paragraphs.

    Returns:
        A frame a turn.
    """
    if "[" not in text:
        return []
    marks = list(_BRACKET.finditer(text, timeout=REGEX_TIMEOUT))
    turns = [match for match in marks if _is_turn(text, match)]
    ends = sorted(
        [match.start() for match in turns]
        + [match.start() for match in _RECORDING.finditer(text) if match["side"].lower() == "end"]
    )
    frames = []
    for match in turns:
        limit = next((end for end in ends if end > match.start()), None)
        if limit is None or not _in_recording(text, match.start()):
            limit = min(limit or len(text), _paragraph_end(sentences, match.end()))
        content = (match.end(), match.end() + len(text[match.end() : limit].rstrip()))
        if content[0] < content[1]:
            frames.append(_frame(match.span("label"), (match.start(), match.end()), content))
    return frames


def _is_turn(text: str, match: "regex.Match[str]") -> bool:
    """Whether brackets hold the name of who speaks, rather than an editor's note."""
    label = match["label"]
    before = text[: match.start()].rstrip()
    opens = not before or before[-1] in '.!?…]"”’' or "\n" in text[len(before) : match.start()]
    plain = " ".join(label.lower().split())
    noted = any(plain == word or plain.startswith(f"{word} ") for word in cue_index().labels)
    return opens and label[0].isupper() and not noted and len(label.split()) <= 6


def _in_recording(text: str, offset: int) -> bool:
    last = None
    for match in _RECORDING.finditer(text, 0, offset, timeout=REGEX_TIMEOUT):
        last = match["side"].lower()
    return last == "begin"


def _paragraph_end(sentences: Sequence[Sentence], offset: int) -> int:
    for place, sentence in enumerate(sentences):
        if sentence.end > offset:
            following = [s for s in sentences[place:] if s.paragraph == sentence.paragraph]
            return following[-1].end
    return offset
