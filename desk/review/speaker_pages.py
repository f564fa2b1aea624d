"""Speakers: under which names each is known, and which two of them are one."""

from urllib.parse import quote

from fastapi import Response

from desk.cards import plain
from desk.review.call import Call
from desk.review.decision_words import history_of
from desk.review.error_pages import NotFoundError
from desk.review.forms import FormError
from schemas import SpeakerKind
from warehouse import VerdictKind
from warehouse.read_models.document_rows import SpeakerLine
from warehouse.read_models.reader import Reader

MOST_SPEAKERS, MOST_CANDIDATES, MOST_SENTENCES = 300, 12, 20
KINDS = tuple(kind for kind in SpeakerKind if kind is not SpeakerKind.ARTICLE)
SHORTEST_WORD = 4
"""Shorter words of a name, "of" and "the", tell nothing of who is like whom."""


def list_speakers(call: Call) -> Response:
    """All speakers, those with the most claims first."""
    with call.store.reading() as reader:
        found = named(reader, call.query("q"))
    left = max(len(found) - MOST_SPEAKERS, 0)
    return call.page(
        "speakers.html", speakers=found[:MOST_SPEAKERS], left=left, typed=call.query("q")
    )


def named(reader: Reader, typed: str) -> list[SpeakerLine]:
    """The speakers whose names hold all words that were typed."""
    words = plain(typed).split()
    return [
        speaker
        for speaker in reader.rows(SpeakerLine, order="claims desc, name, speaker_id")
        if all(word in plain(" ".join((speaker.name, *speaker.aliases))) for word in words)
    ]


def show_speaker(call: Call) -> Response:
    """A speaker, and others who may be the same."""
    holder_id = call.path("holder_id")
    with call.store.reading() as reader:
        others = named(reader, call.query("q"))
        speaker = next(reader.rows(SpeakerLine, "speaker_id = ?", "1", holder_id), None)
        if speaker is None:
            raise NotFoundError("Nobody of this name speaks, or no longer.")
        claims = reader.claims(
            "holder_id = ?", f"published, claim_id limit {MOST_SENTENCES}", holder_id
        )
        return call.page(
            "speaker.html",
            speaker=speaker,
            history=history_of(reader, "? in (holder_id, into_holder_id)", holder_id),
            claims=list(claims),
            candidates=likely(speaker, others, call.query("q"))[:MOST_CANDIDATES],
            typed=call.query("q"),
            kinds=KINDS,
        )


def likely(speaker: SpeakerLine, others: list[SpeakerLine], typed: str) -> list[SpeakerLine]:
    """Other speakers, those first whose names share the most words with a speaker's.

    Args:
        speaker: The speaker.
        others: Those whose names hold what was typed.
        typed: The words; without any, names that share no word are left out.
    """
    own = telling(speaker)
    found = [other for other in others if other.speaker_id != speaker.speaker_id]
    if not typed:
        found = [other for other in found if own & telling(other)]
    return sorted(found, key=lambda other: -len(own & telling(other)))


def telling(speaker: SpeakerLine) -> set[str]:
    """The words of a speaker's names that say who they are."""
    words = plain(" ".join((speaker.name, *speaker.aliases))).split()
    return {word for word in words if len(word) >= SHORTEST_WORD}


def classify(call: Call) -> Response:
    """Say what sort of speaker it is."""
    holder_id, kind = call.path("holder_id"), call.field("speaker_kind")
    if kind not in KINDS:
        raise FormError("Choose a kind.")
    call.store.decide(
        VerdictKind.CLASSIFY, call.reviewer, holder_id=holder_id, speaker_kind=SpeakerKind(kind)
    )
    return call.go(f"/speakers/{quote(holder_id, safe='')}", "Kept, for texts to come, too.")


def unite(call: Call) -> Response:
    """The speaker is another one."""
    holder_id, into = call.path("holder_id"), call.field("into_holder_id")
    if not into or into == holder_id:
        raise FormError("Choose the other speaker.")
    call.store.decide(VerdictKind.UNITE, call.reviewer, holder_id=holder_id, into_holder_id=into)
    return call.go(f"/speakers/{quote(into, safe='')}", "They are one now, in texts to come, too.")
