"""Which claims of one document tell of one event: those of common days and a common place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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
from warehouse.linking.records import LinkClaim

RECENT = timedelta(days=10)
FRESH = timedelta(days=4)
NEIGHBOURS = 7
NEIGHBOURHOOD = 30.0
"""Kilometres within which two towns can be the scene of one event."""
LEAST_COUNTED = 2
ALL, DETAINED = "all", "detained"
BYSTANDERS = frozenset({ALL, "civilians"})


@dataclass
class ClaimGroup:
    """Claims of a document that tell of one event, while they are gathered."""

    claims: list[LinkClaim]
    interval: Interval | None
    until: date | None
    path: Path

    def takes(self, other: "ClaimGroup") -> bool:
        """Whether another telling can be of the same event."""
        return (
            self.until == other.until
            and is_near(self.interval, other.interval)
            and not any(are_told_apart(known, new) for known in self.claims for new in other.claims)
        )

    def add(self, other: "ClaimGroup") -> None:
        """Take up another telling."""
        self.claims += other.claims
        self.interval = self.interval or other.interval
        if other.path and (not self.path or len(other.path) > len(self.path)):
            self.path = other.path


def group_claims(claims: Sequence[LinkClaim], published: date | None) -> list[ClaimGroup]:
    """Gather claims that tell of one event."""
    lead = lead_interval(claims, published)
    found: list[ClaimGroup] = []
    home: dict[str, ClaimGroup] = {}
    suffered: dict[str, ClaimGroup] = {}
    for claim in sorted(claims, key=lambda claim: claim.harm == DETAINED):
        group = home.get(claim.repeats or claim.part_of or "")
        if group and claim.part_of and is_of_another_time(claim, group):
            group = None
        if claim.harm == DETAINED:
            group = group or suffered.get(claim.evidence)
        told = ClaimGroup([claim], days_of(claim, lead), past_limit(claim, lead), claim.place)
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


def is_of_another_time(part: LinkClaim, group: ClaimGroup) -> bool:
    """Whether the sentence of a part dates it to other days than those of its whole."""
    if any(tell_two_days(part, claim) for claim in group.claims):
        return True
    days = part.interval if part.date_basis == DateBasis.STATED else None
    return bool(days and group.interval and days.gap(group.interval) > NEIGHBOURS)


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
    """Whether two claims count people of one harm on two days, in two towns, or of two attacks.

    Figures that are alike, and single victims, are left together: their days are more often those
    of a death in hospital or a hearing, their places the home, the hospital or the court.
    """
    if one.harm != other.harm or one.harm == DETAINED:
        return False
    if min(one.value or 0, other.value or 0) < LEAST_COUNTED or one.value == other.value:
        return False
    if tell_two_attackers(one, other):
        return True
    if one.evidence == other.evidence:
        return False
    return tell_two_days(one, other) or tell_two_towns(one, other)


def tell_two_attackers(one: LinkClaim, other: LinkClaim) -> bool:
    """Whether one voice blames two sides for harm to people who did not fight.

    Two speakers who blame each other's side dispute over one attack; where those who died are
    fighters, the two sides are those of one battle.
    """
    sides = {blamed_side(one), blamed_side(other)}
    return None not in sides and len(sides) > 1 and one.speaker == other.speaker


def blamed_side(claim: LinkClaim) -> str | None:
    """The side that is blamed for harm to two people or more who did not fight."""
    is_counted = (claim.value or 0) >= LEAST_COUNTED and (claim.group or ALL) in BYSTANDERS
    return claim.agent_side if is_counted and claim.harm != DETAINED else None


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
