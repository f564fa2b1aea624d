"""What one document tells of one event: its claims with a common time and place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from warehouse.linking.places import is_alike, is_wide, place_key

STOPWORDS = Path(__file__).parent / "stopwords.yml"
WORD = re.compile(r"[^\W\d_]{3,}")
NAME = re.compile(r"\b[^\W\d_a-z][^\W\d_]{3,}")
RECENT = timedelta(days=10)
FRESH = timedelta(days=4)
NEIGHBOURS = timedelta(days=1)
PRECISE = timedelta(days=3)
LEAST_TELLING = 3


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
    where: str | None


@dataclass(frozen=True, slots=True)
class Interval:
    """Days between which something happened.

    Attributes:
        first: First day.
        last: Last day.
        is_stated: Whether the text dates it, rather than the publication.
    """

    first: date
    last: date
    is_stated: bool = True

    @property
    def is_precise(self) -> bool:
        """Whether it tells the day, give or take."""
        return self.last - self.first <= PRECISE

    def gap(self, other: "Interval") -> int:
        """Days between two intervals; 0 where they touch."""
        return max((self.first - other.last).days, (other.first - self.last).days, 0)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one document tells of one event.

    Attributes:
        document_id: The document.
        claim_ids: Its claims that tell of the event.
        interval: When.
        place: Where.
        groups: Victim groups.
        speakers: Who speaks.
        figures: Figures with their harm.
        terms: Telling words.
        headline: Names in the title, where the document's news is meant.
        until: The last day on which it can have happened, where that alone is told.
    """

    document_id: str
    claim_ids: tuple[str, ...]
    interval: Interval | None
    place: str | None
    groups: frozenset[str]
    speakers: frozenset[str]
    figures: frozenset[str]
    terms: frozenset[str]
    headline: frozenset[str] = frozenset()
    until: date | None = None


def find_mentions(
    claims: Sequence[LinkClaim], title: str | None, published: datetime | None
) -> list[Mention]:
    """Group a document's claims by the event that they speak of.

    A claim without a date or a place has those of the document's lead; a background sentence
    with a date of its own stays apart.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.claim_id))
    lead = lead_interval(ordered, published.date() if published else None)
    place = lead_place(ordered, lead)
    found: list[Mention] = []
    home: dict[str, int] = {}
    for claim in ordered:
        whole = home.get(claim.repeats or claim.part_of or "")
        mention = mention_of(claim, lead, place, title)
        if whole is None or claim.date_from is not None:
            whole = next(
                (index for index, known in enumerate(found) if is_same(known, mention)), None
            )
        if whole is None:
            found.append(mention)
            whole = len(found) - 1
        else:
            found[whole] = joined(found[whole], mention)
        home[claim.claim_id] = whole
    return found


def lead_interval(claims: Sequence[LinkClaim], published: date | None) -> Interval | None:
    """When the document's news happened.

    The first date shortly before publication; failing that, the days before publication; in a
    page without a date, only the date of the first claim.
    """
    stated = [interval for claim in claims if (interval := interval_of(claim)) is not None]
    if published is None:
        return interval_of(claims[0]) if claims else None
    for interval in stated:
        if interval.is_precise and abs(interval.last - published) <= RECENT:
            return interval
    return Interval(published - FRESH, published, is_stated=False)


def lead_place(claims: Sequence[LinkClaim], lead: Interval | None) -> str | None:
    """The first place named for the document's news, the most precise one before wider ones."""
    near = [claim.where for claim in claims if claim.where and is_of_lead(claim, lead)]
    return next((name for name in near if not is_wide(name)), near[0] if near else None)


def interval_of(claim: LinkClaim) -> Interval | None:
    """The days that a claim itself gives; a last day alone gives a limit, no days."""
    if claim.date_from is None:
        return None
    return Interval(claim.date_from, claim.date_to or claim.date_from)


def limit_of(claim: LinkClaim) -> date | None:
    """The last day on which it can have happened, where a claim gives no first one."""
    return claim.date_to if claim.date_from is None else None


def is_of_lead(claim: LinkClaim, lead: Interval | None) -> bool:
    """Whether a claim's own days allow that it tells of the document's news."""
    limit = limit_of(claim)
    if limit is not None:
        return lead is not None and lead.first <= limit
    own = interval_of(claim)
    return own is None or is_near(own, lead)


def is_near(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals can be the same days in one document."""
    if one is None or other is None:
        return one is other
    if one.is_precise != other.is_precise and one.is_stated and other.is_stated:
        return False
    return one.gap(other) <= NEIGHBOURS.days


def mention_of(
    claim: LinkClaim, lead: Interval | None, place: str | None, title: str | None
) -> Mention:
    """What a single claim tells of its event."""
    own, limit = interval_of(claim), limit_of(claim)
    is_news = is_of_lead(claim, lead)
    return Mention(
        document_id=claim.document_id,
        claim_ids=(claim.claim_id,),
        interval=own or (lead if is_news or limit is None else None),
        place=claim.where or (place if is_news else None),
        groups=frozenset([claim.group] if claim.group else []),
        speakers=frozenset([claim.speaker] if claim.speaker else []),
        figures=frozenset(
            [f"{claim.value} {claim.harm}"]
            if claim.value is not None and claim.value >= LEAST_TELLING
            else []
        ),
        terms=terms(claim.evidence) | (terms(title) if title and is_news else frozenset()),
        headline=headline_names(title) if title and is_news else frozenset(),
        until=None if is_news else limit,
    )


def is_same(one: Mention, other: Mention) -> bool:
    """Whether two tellings of one document can be of the same event."""
    if not is_near(one.interval, other.interval):
        return False
    if one.place is None or other.place is None or is_wide(one.place) or is_wide(other.place):
        return True
    return is_alike(place_key(one.place), place_key(other.place))


def joined(one: Mention, other: Mention) -> Mention:
    """Two tellings of one event as one."""
    places = [name for name in (one.place, other.place) if name]
    narrow = [name for name in places if not is_wide(name)]
    return replace(
        one,
        claim_ids=(*one.claim_ids, *other.claim_ids),
        interval=span(one.interval, other.interval),
        place=next(iter(narrow or places), None),
        groups=one.groups | other.groups,
        speakers=one.speakers | other.speakers,
        figures=one.figures | other.figures,
        terms=one.terms | other.terms,
        headline=one.headline | other.headline,
        until=min((day for day in (one.until, other.until) if day), default=None),
    )


def span(one: Interval | None, other: Interval | None) -> Interval | None:
    """Both intervals together, a stated one before one that was taken from the publication."""
    if one is None or other is None or one.is_stated != other.is_stated:
        return next((i for i in (one, other) if i is not None and i.is_stated), one or other)
    return replace(one, first=min(one.first, other.first), last=max(one.last, other.last))


def terms(text: str) -> frozenset[str]:
    """The telling words of a text."""
    return frozenset(word for word in WORD.findall(text.casefold()) if word not in stopwords())


def headline_names(title: str) -> frozenset[str]:
    """Words of a headline that may name its place."""
    return frozenset(word for word in NAME.findall(title) if word.casefold() not in stopwords())


@cache
def stopwords() -> frozenset[str]:
    """Words that tell no event from another."""
    import yaml  # noqa: PLC0415 -- only loads link events

    lines: Iterable[list[str]] = yaml.safe_load(STOPWORDS.read_text("utf-8"))
    return frozenset(str(word) for line in lines for word in line)
