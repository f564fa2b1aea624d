"""Figures side by side, as plain rows."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

UNQUOTED = "somebody not quoted here"
"""Who told a figure that no text holds, and of which a denial is the only trace."""


@dataclass(frozen=True, slots=True)
class PositionHolder:
    """Somebody who holds, or denies, a figure."""

    holder_id: str
    holder: str
    kind: str
    role: str | None
    first_seen: datetime | None
    last_seen: datetime | None = None
    is_latest: bool = True
    is_withdrawn: bool = False
    addends: tuple[str, ...] = ()

    @property
    def reckoning(self) -> str:
        """How the figure was reckoned: "6 + 5", "5 hit − 1 killed"; empty where it was told."""
        return " + ".join(self.addends).replace("+ −", "− ")

    @property
    def further_role(self) -> str | None:
        """The role, unless the name holds it already: "Ana Lal (Miners' Union)"."""
        return None if self.role and self.role in self.holder else self.role

    @property
    def stands(self) -> bool:
        """Whether they hold their figure to this day."""
        return self.is_latest and not self.is_withdrawn


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of a discrepancy, with all who hold it and all who deny it."""

    figure: str
    said: str
    low: int | None
    high: int | None
    victims: str | None
    holders: tuple[PositionHolder, ...]
    denied_by: tuple[PositionHolder, ...]
    documents: int
    outlets: int
    originators: int
    first_seen: datetime | None
    last_seen: datetime | None
    is_reviewed: bool

    @property
    def stands(self) -> bool:
        """Whether somebody holds the figure to this day, or denies what no text read here holds."""
        return any(each.stands for each in self.holders) or not self.holders

    @property
    def interval(self) -> tuple[float, float]:
        """Low and high; where one is open, and for words that no policy bounds, without end."""
        return self.low or 0, math.inf if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that part."""

    figure: str | None
    victims: str
    holder_id: str | None
    holder: str | None

    @property
    def figures(self) -> tuple[str, ...]:
        """The figure; or all of a holder whose figures no date puts in order ("4 / at least 8")."""
        return tuple(self.figure.split(" / ")) if self.figure else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures on one event, harm and victim group, side by side."""

    event_id: str
    event: str
    place: str | None
    date_from: date | None
    date_to: date | None
    harm: str
    victim_group: str | None
    kind: str
    reason: str | None
    parting: tuple[Side, ...]
    lines: tuple[Line, ...]
    low: int | None
    high: int | None
    documents: int
    outlets: int
    originators: int
    sources: int
    first_seen: datetime | None
    last_seen: datetime | None
    rank: float
    policy: str

    @property
    def parting_figures(self) -> frozenset[str]:
        """The figures of the two that part."""
        return frozenset(figure for side in self.parting for figure in side.figures)


@dataclass(frozen=True, slots=True)
class RowDetail:
    """What a card tells of a comparison beside its figures.

    Attributes:
        event_id: The event.
        harm: What was done to those who are counted.
        victim_group: Who is counted.
        claims: How many claims there are.
        checked: How many of them a reviewer has decided on.
        confidence: How surely the less sure of the two that part is read.
        apart_since: When the later of the two became known.
        country: Where the event lies.
        titles: Titles of the event's documents.
    """

    event_id: str
    harm: str
    victim_group: str
    claims: int
    checked: int
    confidence: float | None
    apart_since: datetime | None
    country: str | None
    titles: str | None


def compatible(lines: Iterable[Line]) -> list[list[Line]]:
    """Group figures that can all be true at once: those whose intervals share a number.

    Args:
        lines: Figures in the order of their lows, as a comparison has them.

    Returns:
        As few groups as there can be.
    """
    found: list[list[Line]] = []
    least = 0.0
    for line in lines:
        low, high = line.interval
        if found and low <= least:
            found[-1].append(line)
            least = min(least, high)
        else:
            found.append([line])
            least = high
    return found
