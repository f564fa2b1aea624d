"""Bodies that watch and count: whom "a monitoring group" means in a text."""

from collections import Counter

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.proper_names import bare_name, find_long_names, is_acronym
from extractors.attribution.speakers.speaker_roles import head_match
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import compile_pattern, pattern
from extractors.languages.speech_words import speech_words
from schemas import SpeakerKind


def named_monitor(analysis: AttributionAnalysis, body: str) -> str:
    """The one body of its kind that a text names, for "a monitoring group"; else the words."""
    if not _is_unnamed_monitor(body) or _is_told_as_local(analysis.text, body):
        return body
    told = [
        bare_name(part)
        for match in find_long_names(analysis.text)
        for part in pattern("coordinated-body").split(
            pattern("spliced-body").split(match.group())[-1]
        )
    ]
    names = Counter(name for name in told if " " in name and _is_monitor(name))
    if not names:
        return body
    name = names.most_common(1)[0][0]
    own = set(name.split())
    is_only = all(own <= set(other.split()) or own >= set(other.split()) for other in names)
    return name if is_only else body


def _is_told_as_local(text: str, body: str) -> bool:
    """Whether a text calls a body local: "a local rights group" is none of another country's.

    Nor is "a rights group in Chad".
    """
    local = "|".join(map(regex.escape, sorted(speech_words("of-this-place"))))
    told = compile_pattern("told-of-a-place", local=local, body=regex.escape(body))
    is_local = body.partition(" ")[0].casefold() in speech_words("of-this-place")
    return is_local or told.search(text, timeout=REGEX_TIMEOUT) is not None


def _is_unnamed_monitor(body: str) -> bool:
    """Whether a body is told by its kind and its seat alone: "Paris-based monitoring group"."""
    words = [word for word in body.split() if not pattern("seat-suffix").search(word)]
    is_plain = all(word.islower() for word in words) or (len(words) == 1 and is_acronym(words[0]))
    return is_plain and not body.endswith("s") and _is_monitor(body)


def _is_monitor(name: str) -> bool:
    """Whether a name or description is of a body that watches and counts."""
    head = head_match(name)
    return head is not None and head.role.kind is SpeakerKind.NGO and head.number == "group"
