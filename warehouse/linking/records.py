"""What linking reads of documents and claims, and what it compares: mentions of events."""

from dataclasses import dataclass, field
from datetime import date

import regex

from schemas.terms import DateBasis
from warehouse.linking.intervals import Interval
from warehouse.linking.places import Path, Step, named_place

_TITLE_PARTS = regex.compile(r"(\s+[-–—|»]\s+)")
"""What parts a title from the name of its site; kept between the parts."""


def _letters(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


@dataclass(frozen=True, slots=True)
class LinkDocument:
    """What linking needs of a document."""

    document_id: str
    title: str | None
    text: str
    published: date | None
    outlet: str | None = None

    @property
    def headline(self) -> str:
        """The title without a last part that names the outlet: "Two shot | Post 7 News"."""
        parts = _TITLE_PARTS.split(self.title or "")
        # The name in the address of a site is its longest part.
        site = _letters(max((self.outlet or "").split("."), key=len))
        while len(parts) > 1 and site and site in _letters(parts[-1]):
            parts = parts[:-2]
        return "".join(parts)

    @property
    def whole(self) -> str:
        """The text with its title."""
        return f"{self.headline}\n{self.text}" if self.headline else self.text


@dataclass(frozen=True, slots=True)
class LinkClaim:
    """What linking needs of a claim."""

    claim_id: str
    document_id: str
    start: int
    harm: str
    value: int | None
    group: str | None
    speaker: str | None
    evidence: str
    part_of: str | None
    repeats: str | None
    date_from: date | None
    date_to: date | None
    date_basis: str | None = None
    where: str | None = None
    agent: str | None = None
    agent_side: str | None = None
    when: str | None = None
    path: tuple[Step, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """The days that the claim gives; a last day alone gives a limit, no days."""
        if self.date_from is None or self.date_basis == DateBasis.DATELINE:
            return None
        return Interval(self.date_from, self.date_to or self.date_from)

    @property
    def limit(self) -> date | None:
        """The last day on which it can have happened, where that alone is told."""
        return self.date_to if self.date_from is None else None

    @property
    def place(self) -> Path:
        """Where it happened; of a place that no gazetteer has, only the name is known."""
        return self.path or (named_place(self.where) if self.where else ())


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that tell of an event.

    Attributes:
        whole: The most telling ones of the text, with how often they stand in it.
        opening: The words of its beginning.
        sentences: The words of the sentences that hold the claims.
        names: Words written with a capital.
        numbers: Numbers in figures.
    """

    whole: dict[str, int] = field(default_factory=dict)
    opening: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """What one document tells of one event.

    Attributes:
        mention_id: Its name.
        document_id: The document.
        claim_ids: Its claims that tell of the event.
        published: Day of publication.
        outlet: Who published it.
        interval: When it happened.
        until: The last day on which it can have happened, where that alone is told.
        path: Where, from the narrowest place to the widest.
        where: The narrowest place in the document's words.
        groups: Victim groups.
        agents: Who is said to have done it.
        victims: Names of victims.
        speakers: Who speaks.
        figures: Figures with their harm.
        side: The one side that is blamed for harm to people who did not fight.
        elsewhere: Keys of the towns in which its document puts other events.
        other_days: The days on which its document puts other events.
        is_one_of_two: Whether its document tells of an attack by the other side as well.
        title: The title of the document.
        wording: Its words.
    """

    mention_id: str
    document_id: str
    claim_ids: tuple[str, ...]
    published: date | None = None
    outlet: str | None = None
    interval: Interval | None = None
    until: date | None = None
    path: tuple[Step, ...] = ()
    where: str | None = None
    groups: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    side: str | None = None
    is_one_of_two: bool = False
    elsewhere: frozenset[str] = frozenset()
    other_days: frozenset[date] = frozenset()
    title: str | None = None
    wording: Wording = Wording()
