"""What one document tells of one event: its claims with a common time and place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from schemas.base import fingerprint
from schemas.terms import DateBasis
from warehouse.linking.intervals import Interval
from warehouse.linking.places import (
    NARROW,
    TOWN,
    UNKNOWN,
    Path,
    Step,
    are_apart,
    kilometres,
    name_words,
)
from warehouse.linking.records import LinkClaim, LinkDocument, Mention, Wording
from warehouse.linking.text_words import (
    Frequencies,
    counted,
    folded,
    names_of,
    numbers_of,
    words_of,
)

RECENT = timedelta(days=10)
FRESH = timedelta(days=4)
NEIGHBOURS = 7
NEIGHBOURHOOD = 30.0
"""Kilometres within which two towns can be the scene of one event."""
LEAST_COUNTED = 2
OPENING = 500
MOST_WORDS, MOST_NAMES, MOST_OTHERS = 60, 40, 24
Told = TypeVar("Told")
ALL, DETAINED = "all", "detained"


@dataclass
class Group:
    """Claims of a document that tell of one event, while they are gathered."""

    claims: list[LinkClaim]
    interval: Interval | None
    until: date | None
    path: Path

    def takes(self, other: "Group") -> bool:
        """Whether another telling can be of the same event."""
        return (
            self.until == other.until
            and is_near(self.interval, other.interval)
            and not any(are_told_apart(known, new) for known in self.claims for new in other.claims)
        )

    def add(self, other: "Group") -> None:
        """Take up another telling."""
        self.claims += other.claims
        self.interval = self.interval or other.interval
        if other.path and (not self.path or len(other.path) > len(self.path)):
            self.path = other.path


def find_mentions(
    document: LinkDocument, claims: Sequence[LinkClaim], frequencies: Frequencies
) -> list[Mention]:
    """Group a document's claims by the event that they speak of.

    A part follows its whole, a repetition what it repeats, and an arrest what its sentence tells of
    dead or wounded. A claim without a date has the days of the document's news; a background
    sentence with a date of its own stays apart, and so do sentences that count people on two days
    or in two towns.

    Returns:
        The mentions; the first has most claims and is taken for the document's news.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.claim_id))
    document = replace(document, published=written_on(ordered, document.published))
    groups = sorted(gather(ordered, document.published), key=lambda group: -len(group.claims))
    return [
        mention_of(document, group, frequencies, is_news=number == 0)
        for number, group in enumerate(groups)
    ]


def written_on(claims: Sequence[LinkClaim], published: date | None) -> date | None:
    """When a text was written: its own date line outweighs a day of publication far from it.

    Claims that their text does not date end on the day of its date line. Where any claim is of
    days near the publication, that is right.
    """
    told = [
        c.date_to for c in claims if c.date_basis == DateBasis.DATELINE and c.date_to is not None
    ]
    if published is None or not told:
        return published
    days = (day for claim in claims for day in (claim.date_from, claim.date_to) if day)
    return published if any(abs(day - published) <= RECENT for day in days) else max(told)


def gather(claims: Sequence[LinkClaim], published: date | None) -> list[Group]:
    """Gather claims that tell of one event."""
    lead = lead_interval(claims, published)
    found: list[Group] = []
    home: dict[str, Group] = {}
    suffered: dict[str, Group] = {}
    for claim in sorted(claims, key=lambda claim: claim.harm == DETAINED):
        group = home.get(claim.repeats or claim.part_of or "")
        if group and claim.part_of and any(tell_two_days(claim, c) for c in group.claims):
            group = None
        if claim.harm == DETAINED:
            group = group or suffered.get(claim.evidence)
        told = Group([claim], days_of(claim, lead), past_limit(claim, lead), claim.place)
        if group is None:
            group = next((known for known in found if known.takes(told)), None)
        if group is None:
            group = told
            found.append(group)
        else:
            group.add(told)
        home[claim.claim_id] = group
        suffered.setdefault(claim.evidence, group)
    return found


def lead_interval(claims: Sequence[LinkClaim], published: date | None) -> Interval | None:
    """When the document's news happened.

    The first day told shortly before publication; failing that, the days before publication; in a
    page without a date, only the date of the first claim.
    """
    stated = [claim.interval for claim in claims if claim.interval is not None]
    if published is None:
        return claims[0].interval if claims else None
    for interval in stated:
        if interval.is_precise and abs(interval.last - published) <= RECENT:
            return interval
    return Interval(published - FRESH, published, is_stated=False)


def past_limit(claim: LinkClaim, lead: Interval | None) -> date | None:
    """The last day of a claim that ends before the document's news begin."""
    limit = claim.limit
    return limit if limit and not (lead and lead.first <= limit) else None


def days_of(claim: LinkClaim, lead: Interval | None) -> Interval | None:
    """The days of a claim: its own, or those of the document's news."""
    return claim.interval or (None if past_limit(claim, lead) else lead)


def is_near(one: Interval | None, other: Interval | None) -> bool:
    """Whether two intervals can be the same days in one document."""
    if one is None or other is None:
        return one is other
    if one.is_precise != other.is_precise and one.is_stated and other.is_stated:
        return False
    return one.gap(other) <= NEIGHBOURS


def are_told_apart(one: LinkClaim, other: LinkClaim) -> bool:
    """Whether two sentences count people of one harm on two days, or in two towns.

    Figures that are alike, and single victims, are left together: their days are more often those
    of a death in hospital or a hearing, their places the home, the hospital or the court.
    """
    if one.evidence == other.evidence or one.harm != other.harm or one.harm == DETAINED:
        return False
    if min(one.value or 0, other.value or 0) < LEAST_COUNTED or one.value == other.value:
        return False
    return tell_two_days(one, other) or tell_two_towns(one, other)


def tell_two_days(one: LinkClaim, other: LinkClaim) -> bool:
    """Whether two claims are dated by their own sentences, and to days that do not touch."""
    days, others = one.interval, other.interval
    if days is None or others is None or {one.date_basis, other.date_basis} != {DateBasis.STATED}:
        return False
    return days.is_precise and others.is_precise and days.gap(others) > 0


def tell_two_towns(one: LinkClaim, other: LinkClaim) -> bool:
    """Whether the sentences of two claims name two towns."""
    places = one.place, other.place
    told = tells_place(one), tells_place(other)
    if not all(places) or not any(told):
        return False
    levels = {place[0].level for place in places}
    if all(told) and levels == {UNKNOWN}:
        return are_named_apart(places[0][0], places[1][0])
    towns = [next((step for step in place if step.level == TOWN), None) for place in places]
    if all(told) and towns[0] and towns[1] and None in {town.latitude for town in towns if town}:
        return towns[0].key != towns[1].key and are_named_apart(towns[0], towns[1])
    is_mapped = all(place[0].latitude is not None for place in places)
    is_sure = all(told) or levels <= NARROW
    return is_mapped and is_sure and are_apart(*places) and kilometres(*places) > NEIGHBOURHOOD


def are_named_apart(one: Step, other: Step) -> bool:
    """Whether two places share no word of their names."""
    return set(name_words(one.name)).isdisjoint(name_words(other.name))


def tells_place(claim: LinkClaim) -> bool:
    """Whether a claim's own sentence names its place."""
    return bool(claim.where) and str(claim.where) in claim.evidence


def mention_of(
    document: LinkDocument, group: Group, frequencies: Frequencies, *, is_news: bool
) -> Mention:
    """What a group of claims tells of its event."""
    claims = group.claims
    path = tuple(place_of(claims))
    sentences = " ".join(dict.fromkeys(claim.evidence for claim in claims))
    days = names_of(" ".join(claim.when for claim in claims if claim.when))
    return Mention(
        mention_id=fingerprint("mention", document.document_id, claims[0].claim_id),
        document_id=document.document_id,
        claim_ids=tuple(claim.claim_id for claim in claims),
        published=document.published,
        outlet=document.outlet,
        interval=days_told(claims) or group.interval,
        until=group.until,
        path=path,
        where=most_told([c.where for c in claims if c.where and c.place[:1] == path[:1]]),
        groups=some({c.group for c in claims if c.group and c.group != ALL}),
        agents=some({folded(c.agent) for c in claims if c.agent}),
        victims=some({folded(name) for c in claims for name in c.named}),
        speakers=some({folded(c.speaker) for c in claims if c.speaker}),
        figures=some({f"{c.value} {c.harm}" for c in claims if c.value}),
        title=document.title,
        wording=wording_of(document, sentences, frequencies, days, is_news=is_news),
    )


def days_told(claims: Sequence[LinkClaim]) -> Interval | None:
    """The days that most sentences with figures tell, the first of them in a tie."""
    told = dict.fromkeys((claim.interval, claim.evidence) for claim in claims if claim.interval)
    return most_told([interval for interval, _ in told])


def most_told(told: Sequence[Told]) -> Told | None:
    """What most claims tell, the first of it in a tie."""
    counts = Counter(told)
    return counts.most_common(1)[0][0] if counts else None


def place_of(claims: Sequence[LinkClaim]) -> Path:
    """The narrowest place that most claims with a place tell, the first of them in a tie."""
    told = [claim.place for claim in claims if claim.place]
    support = Counter(step.key for path in told for step in path)
    agreed = [path for path in told if support[path[0].key] * 2 >= len(told)]
    return max(agreed or told, key=lambda path: (len(path), support[path[0].key]), default=())


def wording_of(
    document: LinkDocument,
    sentences: str,
    frequencies: Frequencies,
    days: frozenset[str],
    *,
    is_news: bool,
) -> Wording:
    """The words that tell of an event: of the whole text for the document's news.

    The names of days are left out: days are compared as days.
    """
    text = document.whole if is_news else sentences
    opening = f"{document.title or ''} {document.text[:OPENING]}" if is_news else sentences
    names = sorted(
        names_of(text) - days, key=lambda name: (-frequencies.rarity_of_name(name), name)
    )
    return Wording(
        whole=frequencies.telling(counted(words_of(text)), MOST_WORDS),
        opening=frozenset(frequencies.telling(counted(words_of(opening)), MOST_WORDS)),
        sentences=frozenset(frequencies.telling(counted(words_of(sentences)), MOST_WORDS)),
        names=frozenset(names[:MOST_NAMES]),
        numbers=some(numbers_of(text)),
    )


def some(names: Iterable[str]) -> frozenset[str]:
    """Not more than so many names, so that a mention stays small."""
    return frozenset(sorted(names)[:MOST_OTHERS])
