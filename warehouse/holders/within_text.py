"""Speakers of one text who are one: told first by a description, later by name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from schemas import SpeakerKind
from schemas.name_words import small_words
from warehouse.holders.models import Assigned
from warehouse.holders.speaker_keys import Speaker, has_name, hyphenated_adjectives, is_common_body
from warehouse.speakers import name_key, words

Voice = tuple[Speaker, Assigned]
BODIES = {SpeakerKind.NGO, SpeakerKind.UN}
"""Kinds of those who gather figures from others."""


def unite_within(voices: Sequence[Voice]) -> list[Assigned]:
    """Give one holder to those speakers of a text who are one.

    Args:
        voices: Speakers with their holders, those of a text one after the other.

    Returns:
        The holders, in the same order.
    """
    found: list[Assigned] = []
    for _, group in groupby(voices, key=lambda voice: voice[0].document_id):
        told = list(group)
        found += [_united(voice, told) for voice in told]
    return found


def _united(voice: Voice, told: Sequence[Voice]) -> Assigned:
    """The holder of one speaker of a text."""
    speaker, own = voice
    if not speaker.speaker_id:
        return own
    candidates = [*_candidates(speaker, told)]
    if is_described_body(speaker):
        # A lead's "a monitor" is the first that the text then names.
        candidates.sort(key=lambda voice: (voice[0].sentence < speaker.sentence, voice[0].sentence))
        candidates = [
            voice
            for voice in candidates[:1]
            if voice[0].sentence >= speaker.sentence or not is_introduced(speaker)
        ]
    held = {held.holder_id: held for _, held in candidates}
    return replace(*held.values(), speaker_id=own.speaker_id) if len(held) == 1 else own


def _candidates(speaker: Speaker, told: Sequence[Voice]) -> Iterator[Voice]:
    """Those of a text who may be a speaker."""
    if is_hearsay(speaker):
        yield from (voice for voice in told if not voice[0].speaker_id)
        return
    is_surname = speaker.is_named and speaker.body is None
    is_nobody = not speaker.is_named and speaker.body is None
    for other, held in told:
        is_body = held.is_shared and other.speaker_id and other.body
        if is_statement(speaker) and is_body and other.kind != SpeakerKind.MEDIA:
            yield other, held
        if not (held.is_shared and held.is_named and other.speaker_id):
            continue
        if is_surname and other.is_named and is_shorter(speaker.name, other.name):
            yield other, held
        # A body holds what its unnamed sources told it; a medium passes it on.
        if is_nobody and other.body and other.kind in BODIES and is_quoted_by(speaker, held):
            yield other, held
        if is_described_body(speaker) and other.body and other.kind == speaker.kind:
            yield other, held
        if is_seated_body(speaker) and other.body and other.kind in BODIES:
            yield other, held


def is_quoted_by(speaker: Speaker, held: Assigned) -> bool:
    """Whether a holder passes on what somebody says."""
    called = set(name_key(held.holder).split())
    return any(set(name_key(name).split()) <= called for name in speaker.quoted_by)


def is_hearsay(speaker: Speaker) -> bool:
    """Whether a text's words tell of no source besides itself."""
    head = [word for word in words(speaker.name.split(" on ")[0]) if word.islower()][-1:]
    is_body = speaker.body is not None and name_key(speaker.body) != name_key(speaker.name)
    plain = not (is_body or speaker.is_named)
    return (
        plain and head != [] and head[0] in small_words("hearsay") and not has_name(" ".join(head))
    )


def is_described_body(speaker: Speaker) -> bool:
    """Whether a body is described and not named: "a monitoring group", not "rights groups"."""
    if speaker.is_named or speaker.kind != SpeakerKind.NGO or speaker.body is None:
        return False
    if is_common_body(speaker.name):
        return True
    parts = [word.casefold() for word in words(speaker.name)]
    is_one = parts[0] in small_words("determiner") and not parts[-1].endswith("s")
    return is_one and not small_words("another") & set(parts)


def is_introduced(speaker: Speaker) -> bool:
    """Whether a description tells of somebody new: "a monitoring group", not "the group"."""
    return words(speaker.name)[0].casefold() in small_words("introducing")


def is_seated_body(speaker: Speaker) -> bool:
    """Whether a body is told only by its seat: "the Paris-based group"."""
    if speaker.is_named or speaker.body is None:
        return False
    plain = hyphenated_adjectives().sub("", speaker.body)
    return plain != speaker.body and is_common_body(plain)


def is_statement(speaker: Speaker) -> bool:
    """Whether a text's words only tell that a body gave something out: "the statement"."""
    if speaker.is_named or speaker.body is not None:
        return False
    parts = [word.casefold() for word in words(speaker.name)]
    is_plain = len(parts) > 1 and parts[0] in small_words("definite")
    return is_plain and parts[-1] in small_words("statement") and not has_name(speaker.name)


def is_shorter(name: str, longer: str) -> bool:
    """Whether a name is the end of a longer one: a surname."""
    short, whole = name_key(name).split(), name_key(longer).split()
    return len(short) < len(whole) and whole[-len(short) :] == short
