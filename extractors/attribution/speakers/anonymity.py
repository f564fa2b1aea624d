"""Speakers who want no name: what they say is not their body's account."""

from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.patterns import pattern
from schemas import Span, SpeakerKind

_FORCES = frozenset({SpeakerKind.MILITARY, SpeakerKind.POLICE, SpeakerKind.ARMED_GROUP})
_NEAR = 120
"""Characters behind a speaker in which a condition of anonymity stands."""


def is_anonymous(text: str, source: Span, kind: SpeakerKind, *, is_named: bool) -> bool:
    """Whether somebody of a body speaks without a name, and so not for it.

    "A military officer who asked not to be named", "military sources": what they tell a reporter
    can differ from what the army announces.

    Args:
        text: The document's text.
        source: The speaker's words.
        kind: What sort of speaker it is.
        is_named: Whether a name tells who it is.
    """
    if is_named:
        return False
    if kind in _FORCES and pattern("unnamed-source").search(source.text):
        return True
    behind = text[source.end : source.end + _NEAR]
    return pattern("wants-no-name").match(behind, timeout=REGEX_TIMEOUT) is not None
