"""Labels as cues: "Iraq: No …", "Police: two dead", "Two dead – police"."""

from collections.abc import Iterator

import regex

from extractors.attribution.cues.cue_lexicon import cue_index
from extractors.attribution.cues.frame import CueFrame, Offsets
from extractors.attribution.speakers.parties import government_named, state_names
from extractors.attribution.speakers.speaker_roles import find_roles, head_role
from extractors.document.headlines import is_headline
from extractors.document.text import REGEX_TIMEOUT, Sentence
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from extractors.languages.speech_words import speech_words
from extractors.quantities.number_lexicon import zero_words
from schemas import SpeakerKind

_WORD = r"\p{Lu}[\p{L}\p{M}'’.&/-]*"
_LINK = r"(?:\p{Ll}[\p{L}-]*|&)"
_BEFORE_COLON = regex.compile(
    rf"(?P<bullet>[-–—•*]\s*)?(?P<label>{_WORD}(?:\s(?:{_WORD}|{_LINK})){{0,6}}(?:\s\([^()]{{1,20}}\))?)"
    r"\s?:(?=\s*[\"“'‘]?[\p{L}\p{N}])"
)
_AFTER_MARK = regex.compile(
    r"(?<=\w['\"”’]?)(?P<mark>\s?[:–—]|\s-|\s--|-(?=\s))(?:\s+|(?<=\s-)(?=\p{Lu}))"
    r"(?P<label>[\p{L}\p{M}.'’-]+(?:\s[\p{L}\p{M}.'’-]+){0,3})$"
)
_INSIDE = regex.compile(rf"\s[-–—]\s(?P<label>{_WORD}(?:\s{_WORD}){{0,3}})\s?:(?=\s*[\"“])")
"""A name before a colon and a quotation, inside a sentence: "Rain floods mine - Ana Lal: “…”"."""
_STATE_SPEAKERS = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.OFFICIAL, SpeakerKind.MILITARY})
_LIST_MARK = regex.compile(r"\p{Lu}\.\s")
"""A letter before a heading of a list: "B. Rebels: 53 were killed"."""
_QUOTE = regex.compile(r"\s*[\"“'‘]")
_LONGEST_LABEL = 60


def find_label_frames(text: str, sentence: Sentence) -> Iterator[CueFrame]:
    """Find who stands before a colon, or in a headline after a dash.

    In running text a place before a colon is a dateline ("LUR: Two men died, police said."): there
    only a role, or a quotation after the colon, makes it a speaker.

    Args:
        text: The document's text, cased as running text.
        sentence: The sentence.

    Yields:
        At most one frame.
    """
    unstopped = is_headline(text[sentence.start : sentence.end])
    head = match_label(text, sentence.start, sentence.end)
    if head is not None:
        told = head_role(head["label"]) is not None or _QUOTE.match(text, head.end())
        known = _is_known(text, head) if unstopped else _speaks_itself(text, head["label"])
        if head["bullet"]:
            return
        if told or known:
            yield label_frame(head, sentence.end)
            return
    inside = _INSIDE.search(text, sentence.start, sentence.end)
    if inside is not None and _can_speak(inside["label"]):
        yield label_frame(inside, sentence.end)
        return
    signed = pattern("label-after-quote").search(text, sentence.start, sentence.end)
    if signed is not None:
        yield _tail_frame(signed, sentence.start)
        return
    end = sentence.end - text.endswith(".", sentence.start, sentence.end)
    tail = _AFTER_MARK.search(text, sentence.start, end)
    if tail and _is_role(tail["label"]) and (unstopped or _is_bare(tail)):
        yield _tail_frame(tail, sentence.start)


def _is_bare(tail: "regex.Match[str]") -> bool:
    """Whether a role without an article stands behind a colon, in a headline that got a stop.

    "Two miners drown: rescue workers."
    """
    first = tail["label"].split(maxsplit=1)[0]
    is_noun = first.islower() and not pattern("article").match(tail["label"])
    return tail["mark"].strip() == ":" and is_noun


def _tail_frame(tail: "regex.Match[str]", start: int) -> CueFrame:
    """What stands before a mark is said by who stands behind it."""
    return CueFrame(
        cue=tail.span("mark"),
        entry=None,
        sources=(tail.span("label"),),
        contents=((start, tail.start("mark")),),
    )


def _is_known(text: str, head: "regex.Match[str]") -> bool:
    """Whether a label is somebody who speaks in the text, rather than a place.

    A state speaks where it, its government or its officials speak elsewhere in the text, or where
    what follows says that nobody was harmed ("Chad: no soldier hurt", "Chad: none hurt"), which
    no dateline tells; else it may have happened there.
    """
    label = head["label"]
    if government_named(label) is not None:
        return _says_nobody().match(text, head.end()) is not None or _state_speaks(text, label)
    last = regex.escape(label.rsplit(maxsplit=1)[-1])
    spoken = compile_pattern("speaker-spoke", speaker=last)
    return spoken.search(text, timeout=REGEX_TIMEOUT) is not None


def _speaks_itself(text: str, label: str) -> bool:
    """Whether a name itself speaks elsewhere in a text: "Lal said", which no place does."""
    if government_named(label) is not None:
        return False
    last = regex.escape(label.rsplit(maxsplit=1)[-1])
    spoken = compile_pattern("speaker-said", speaker=last)
    return spoken.search(text, timeout=REGEX_TIMEOUT) is not None


@per_language
def _says_nobody() -> "regex.Pattern[str]":
    """Words for nobody right after a label."""
    words = "|".join(sorted(map(regex.escape, zero_words()), key=len, reverse=True))
    return regex.compile(rf"\s*(?:{words})\b", regex.IGNORECASE)


def _state_speaks(text: str, label: str) -> bool:
    """Whether a state speaks in a text: "Chad said", "Chad's army said"."""
    names = "|".join(map(regex.escape, state_names(label)))
    spoken = compile_pattern("state-spoke", state=names)
    for match in spoken.finditer(text, timeout=REGEX_TIMEOUT):
        roles = find_roles(match["who"])
        if not match["who"].strip() or any(r.role.kind in _STATE_SPEAKERS for r in roles):
            return True
    return False


def match_label(text: str, start: int, end: int) -> "regex.Match[str] | None":
    """Find a label that can be a speaker at the start of a stretch of text."""
    match = _BEFORE_COLON.match(text, start, end)
    return match if match and match.end() < end and _can_speak(match["label"]) else None


def label_frame(label: "regex.Match[str]", end: int) -> CueFrame:
    """What a label's bearer says, up to `end`."""
    content: Offsets = (label.end(), end)
    return CueFrame(
        cue=(label.end("label"), label.end()),
        entry=None,
        sources=(label.span("label"),),
        contents=(content,),
    )


def _is_role(label: str) -> bool:
    roles = find_roles(label)
    return bool(roles) and roles[-1].end == len(label)


def _is_label(label: str) -> bool:
    """Whether the words of a label that have no capital link its names or tell a role."""
    told = {word for match in find_roles(label) for word in match.text.split()}
    words = label.split("(", maxsplit=1)[0].split()
    return all(
        not word[:1].islower() or word in speech_words("link-in-label") | told for word in words
    )


def _can_speak(label: str) -> bool:
    plain = " ".join(label.lower().replace("’", "'").split()).strip(".")
    return (
        len(label) <= _LONGEST_LABEL
        and _is_label(label)
        and plain not in cue_index().labels
        and plain.split()[0] not in speech_words("no-label")
        and "/" not in label
        and not (_LIST_MARK.match(label) and find_roles(label))
    )
