"""Labels as cues: "Iraq: No …", "Police: two dead", "Two dead – police"."""

from collections.abc import Iterator

import regex

from extractors.attribution.cues.frame import Frame, Offsets
from extractors.attribution.cues.lexicon import cue_index
from extractors.attribution.speakers.parties import government_named
from extractors.attribution.speakers.roles import find_roles, head_role
from extractors.document.text import REGEX_TIMEOUT, Sentence

_WORD = r"\p{Lu}[\p{L}\p{M}'’.&/-]*"
_LINK = r"(?:of|the|for|de|la|del|al|bin|van|von|and|&|police|army|spokesman|official|source)"
_BEFORE_COLON = regex.compile(
    rf"(?P<bullet>[-–—•*]\s*)?(?P<label>{_WORD}(?:\s(?:{_WORD}|{_LINK})){{0,6}}(?:\s\([^()]{{1,20}}\))?)"
    r"\s?:(?=\s*[\"“'‘]?[\p{L}\p{N}])"
)
_AFTER_MARK = regex.compile(
    r"(?<=\w['\"”’]?)(?P<mark>\s?[:–—]|\s-|\s--)\s+"
    r"(?P<label>[\p{L}\p{M}.'’-]+(?:\s[\p{L}\p{M}.'’-]+){0,3})$"
)
_NO_NAME = frozenset({"the", "a", "an", "this", "that", "here", "how", "why", "what", "when", "no"})
_NOBODY = regex.compile(r"\s*(?:no|none|nobody)\b", regex.IGNORECASE)
_QUOTE = regex.compile(r"\s*[\"“'‘]")
_LONGEST_LABEL = 60


def find_label_frames(text: str, sentence: Sentence) -> Iterator[Frame]:
    """Find who stands before a colon, or in a headline after a dash.

    In running text a place before a colon is a dateline ("LUR: Two men died, police said."): there
    only a role, or a quotation after the colon, makes it a speaker.

    Args:
        text: The document's text, cased as running text.
        sentence: The sentence.

    Yields:
        At most one frame.
    """
    is_headline = text[sentence.end - 1] not in '.!?"”'
    head = match_label(text, sentence.start, sentence.end)
    if head is not None:
        told = head_role(head["label"]) is not None or _QUOTE.match(text, head.end())
        known = is_headline and _is_known(text, head)
        if (told or known) and not head["bullet"]:
            yield label_frame(head, sentence.end)
        return
    tail = _AFTER_MARK.search(text, sentence.start, sentence.end, timeout=REGEX_TIMEOUT)
    if is_headline and tail and _is_role(tail["label"]):
        yield Frame(
            cue=tail.span("mark"),
            entry=None,
            sources=(tail.span("label"),),
            contents=((sentence.start, tail.start("mark")),),
        )


def _is_known(text: str, head: "regex.Match[str]") -> bool:
    """Whether a label is somebody who speaks in the text, rather than a place.

    A state speaks where nobody is said to be harmed ("Chad: no soldier hurt"); else what follows
    may have happened there.
    """
    label = head["label"]
    if government_named(label) is not None:
        return _NOBODY.match(text, head.end()) is not None
    last = regex.escape(label.rsplit(maxsplit=1)[-1])
    spoken = regex.compile(rf"\b{last}\b[^.\n]{{0,40}}?\b(?:said|says|told|denied|claimed|added)\b")
    return spoken.search(text, timeout=REGEX_TIMEOUT) is not None


def match_label(text: str, start: int, end: int) -> "regex.Match[str] | None":
    """Find a label that can be a speaker at the start of a stretch of text."""
    match = _BEFORE_COLON.match(text, start, end, timeout=REGEX_TIMEOUT)
    return match if match and match.end() < end and _can_speak(match["label"]) else None


def label_frame(label: "regex.Match[str]", end: int) -> Frame:
    """What a label's bearer says, up to `end`."""
    content: Offsets = (label.end(), end)
    return Frame(
        cue=(label.end("label"), label.end()),
        entry=None,
        sources=(label.span("label"),),
        contents=(content,),
    )


def _is_role(label: str) -> bool:
    roles = find_roles(label)
    return bool(roles) and roles[-1].end == len(label)


def _can_speak(label: str) -> bool:
    plain = " ".join(label.lower().replace("’", "'").split()).strip(".")
    return (
        len(label) <= _LONGEST_LABEL
        and plain not in cue_index().labels
        and plain.split()[0] not in _NO_NAME
        and "/" not in label
    )
