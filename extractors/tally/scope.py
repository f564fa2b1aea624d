"""Whether a figure counts one event or totals several."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from extractors.document.text import time_limit
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern, written_out
from schemas import Harm, Scope

ScopeKind = Literal[
    "several",
    "spread",
    "period",
    "campaign",
    "bounded",
    "week",
    "season",
    "event",
    "site",
    "day",
    "record",
    "saying",
    "perfect",
    "running",
    "one",
    "first-told",
]
_NOT_COUNTED: tuple[ScopeKind, ...] = ("saying", "record")
"""Words of time that are no period of the figure."""
_NEAR = 220
_LARGE = {Harm.KILLED: 1_000, Harm.WOUNDED: 10_000}
"""Numbers of people that one event seldom harms."""


class ScopeWord(LexiconEntry):
    """Words that make a figure a total, or tell of one event."""

    kind: ScopeKind

    def keys(self) -> Iterator[str]:
        """Patterns are told apart by their entry."""
        yield self.id


@dataclass(frozen=True, slots=True)
class _Window:
    """The words that can tell a figure's scope.

    Attributes:
        text: The words.
        start: Where the figure begins in them.
        end: Where it ends.
    """

    text: str
    start: int
    end: int

    def find(self, kind: ScopeKind) -> tuple[int, int] | None:
        """The nearest words of a kind."""
        found = _pattern(kind).finditer(self.text, timeout=time_limit(self.text))
        places = ((match.start(), match.end()) for match in found)
        return min(places, key=self._distance, default=None)

    def _distance(self, place: tuple[int, int]) -> int:
        return max(self.start - place[1], place[0] - self.end, 0)

    def begins(self, place: tuple[int, int]) -> bool:
        """Whether a figure tells of that with which a period began: "since an attack killed 43"."""
        since, between = self.text[slice(*place)], self.text[place[1] : self.start]
        return bool(pattern("since-event").match(since + between, timeout=time_limit(self.text)))

    def is_day_between(self, place: tuple[int, int]) -> bool:
        """Whether a day is told between the figure and these words."""
        low, high = (self.end, place[0]) if place[0] >= self.end else (place[1], self.start)
        between = self.text[low:high]
        return bool(_pattern("day").search(between, timeout=time_limit(between)))


def read_scope(
    folded: str,
    start: int,
    end: int,
    others: Sequence[int] = (),
    *,
    value: int | None = None,
    harm: Harm = Harm.KILLED,
) -> Scope:
    """Read the scope of a figure from the sentence around it.

    Several attacks or places, a period up to now ("since January") or a campaign ("civil war")
    make it a total, unless a day stands between the two ("killed on Thursday … in recent years")
    or a campaign's words are of one deed ("a crackdown on Friday");
    a month or a year does so unless the cause is told as one event ("in July 2009 a clash killed
    12") or as done to one small place ("when they overran the base last month"). So does a large
    number in the perfect ("60,000 have died"). What a record is compared with counts for nothing
    ("the deadliest attack since 2009"), nor does the month in which something was said.

    Args:
        folded: The sentence, folded.
        start: Where the figure begins in it.
        end: Where it ends.
        others: Where other figures of the sentence begin: a period beyond one of them, in
            another clause, is that one's.
        value: How many were harmed, where a number is told.
        harm: What befell them.
    """
    window = _window(folded, start, end, others)
    if _is_spread(folded, end):
        return Scope.CUMULATIVE
    if window.find("several") and not window.find("one"):
        return Scope.CUMULATIVE
    lasting: tuple[ScopeKind, ...] = ("period", "campaign")
    for kind in lasting:
        place = None if kind == "campaign" and window.find("bounded") else window.find(kind)
        if place and not window.is_day_between(place) and not window.begins(place):
            return Scope.CUMULATIVE
    if window.find("site"):
        return Scope.INCIDENT
    if window.find("week"):
        return Scope.CUMULATIVE
    if window.find("event"):
        return Scope.INCIDENT
    season = window.find("season")
    if season and not window.is_day_between(season):
        return Scope.CUMULATIVE
    is_large = harm in _LARGE and (value or 0) >= _LARGE[harm]
    return Scope.CUMULATIVE if is_large and window.find("perfect") else Scope.INCIDENT


def _is_spread(folded: str, end: int) -> bool:
    """Whether a figure, and those joined to it, are counted over several provinces."""
    found = _pattern("spread").search(folded, end, timeout=time_limit(folded))
    return found is not None and not pattern("another-clause").search(folded, end, found.start())


def _window(folded: str, start: int, end: int, others: Sequence[int]) -> _Window:
    """Cut the sentence down to what can be about a figure."""
    before, after = max(0, start - _NEAR), min(len(folded), end + _NEAR)
    for other in others:
        if end <= other < after and _is_apart(folded[end:other]):
            after = other
        elif before < other < start and _is_apart(folded[other:start]):
            before = other
    for match in pattern("other-total").finditer(folded, before, after):
        if pattern("found-later").search(folded, before, match.start()):
            continue
        if match.start() >= end:
            after = min(after, match.start())
        else:
            before = max(before, match.start())
    text = folded[before:after]
    for kind in _NOT_COUNTED:
        text = _pattern(kind).sub(lambda m: " " * len(m[0]), text, timeout=time_limit(text))
    return _Window(text, start - before, end - before)


def _is_apart(between: str) -> bool:
    """Whether two figures stand in clauses of their own, and neither is a part of the other."""
    return bool(pattern("clause-break").search(between)) and not pattern("part-marker").search(
        between
    )


def is_of_one_event(folded: str) -> bool:
    """Whether a sentence tells a day, names one event, or tells how the first news of one ran."""
    return any(_has(kind, folded) for kind in ("day", "event", "first-told", "one"))


def is_over_period(folded: str) -> bool:
    """Whether a sentence tells a period over which it counts."""
    return _has("period", folded)


def is_over_several(folded: str) -> bool:
    """Whether a sentence tells of several attacks or places."""
    return _has("several", folded) or _has("spread", folded)


def is_in_perfect(folded: str) -> bool:
    """Whether a sentence counts in the perfect: "ten people have been killed"."""
    return _has("perfect", folded)


def is_running(folded: str) -> bool:
    """Whether words tell of what goes on for days: "for the tenth day in a row"."""
    return _has("running", folded)


def _has(kind: ScopeKind, text: str) -> bool:
    return bool(_pattern(kind).search(text, timeout=time_limit(text)))


@per_language
def _pattern(kind: ScopeKind) -> regex.Pattern[str]:
    entries = (entry for entry in load_lexicon("scope", ScopeWord) if entry.kind == kind)
    patterns = [written_out(entry.pattern) for entry in entries if entry.pattern]
    return regex.compile(rf"(?i)\b(?:{'|'.join(patterns)})\b")
