"""What a claim rests on outside its sentence: who "he" is, where "the camp" lies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from desk.marks import Mark
from warehouse.read_models.claim_rows import MarkedClaim

WORDS_AROUND = 4
AROUND = regex.compile(r"\S+")


@dataclass(frozen=True)
class Elsewhere:
    """Words of the text, outside the sentence, that a part of the claim is taken from.

    Attributes:
        part: Which part: speaker, place or day.
        start: Where the excerpt begins in the text.
        end: Where it ends.
        mark: The words themselves.
    """

    part: str
    start: int
    end: int
    mark: Mark


def told_elsewhere(claims: Iterable[MarkedClaim], text: str) -> list[Elsewhere]:
    """The excerpts that a reviewer needs beside the sentences, to see all that is accepted.

    Args:
        claims: The claims that are shown, each with its sentence.
        text: The document's text.
    """
    shown = list(claims)
    told = "\n".join(claim.evidence_text for claim in shown)
    found = {
        (part, words): excerpt(text, part, start, start + len(words))
        for claim in shown
        for part, words in parts_told(claim)
        if words not in told and (start := nearest(text, words, claim.evidence_start)) is not None
    }
    return list(found.values())


def parts_told(claim: MarkedClaim) -> Iterator[tuple[str, str]]:
    """The parts of a claim that can stand outside its sentence, with their words."""
    if claim.speaker:
        yield "speaker", claim.speaker
    if claim.event_where:
        yield "place", claim.event_where
    if claim.event_when:
        yield "day", claim.event_when


def nearest(text: str, words: str, before: int) -> int | None:
    """Where words stand last before a place of the text, else first behind it."""
    found = text.rfind(words, 0, before)
    if found < 0:
        found = text.find(words, before)
    return found if found >= 0 else None


def excerpt(text: str, part: str, start: int, end: int) -> Elsewhere:
    """Words with a few around them, of one paragraph."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    before = [each.start() for each in AROUND.finditer(text, first, start)][-WORDS_AROUND:]
    stop = len(text) if last < 0 else last
    after = [each.end() for each in AROUND.finditer(text, end, stop)][:WORDS_AROUND]
    mark = Mark(start, end, "source" if part == "speaker" else part)
    return Elsewhere(part, before[0] if before else start, after[-1] if after else end, mark)
