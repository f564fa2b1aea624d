"""Whether a figure counts one event or totals several."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import regex

from extractors.document.text import time_limit
from extractors.languages.lexicon import Entry, load_lexicon
from schemas import Scope

Kind = Literal["period", "season", "campaign", "event"]
_CLAUSE = regex.compile(r"(?i)[,;:]|\b(?:while|but|whereas)\b")
_NEAR = 160


class ScopeWord(Entry):
    """Words that make a figure a total, or tell of one event."""

    kind: Kind

    def keys(self) -> Iterator[str]:
        """Patterns are told apart by their entry."""
        yield self.id


def read_scope(folded: str, start: int, end: int, others: Sequence[int] = ()) -> Scope:
    """Read the scope of a figure from the sentence around it.

    A period up to now ("since January") or a campaign ("civil war") makes it a total; a month or
    a year does so unless the cause is told as one event ("in July 2009 a clash killed 12").

    Args:
        folded: The sentence, folded.
        start: Where the figure begins in it.
        end: Where it ends.
        others: Where other figures of the sentence begin: a period beyond one of them, in
            another clause, is that one's.
    """
    before, after = max(0, start - _NEAR), min(len(folded), end + _NEAR)
    for other in others:
        if end <= other < after and _CLAUSE.search(folded[end:other]):
            after = other
        elif before < other < start and _CLAUSE.search(folded[other:start]):
            before = other
    window = folded[before:after]
    for kind in ("period", "campaign"):
        if _pattern(kind).search(window, timeout=time_limit(window)):
            return Scope.CUMULATIVE
    limit = time_limit(window)
    season = _pattern("season").search(window, timeout=limit)
    if season and not _pattern("event").search(window, timeout=limit):
        return Scope.CUMULATIVE
    return Scope.INCIDENT


@cache
def _pattern(kind: Kind) -> regex.Pattern[str]:
    patterns = [entry.pattern for entry in load_lexicon("scope", ScopeWord) if entry.kind == kind]
    return regex.compile(rf"(?i)\b(?:{'|'.join(filter(None, patterns))})\b")
