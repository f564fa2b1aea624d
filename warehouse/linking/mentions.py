"""What one document tells of one event: its claims with a common time and place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from schemas.base import fingerprint
from schemas.terms import DateBasis
from warehouse.linking.claim_groups import ALL, RECENT, ClaimGroup, blamed_side, group_claims
from warehouse.linking.features import the_day
from warehouse.linking.intervals import Interval
from warehouse.linking.link_lists import without_link_lists
from warehouse.linking.places import NARROW, Path
from warehouse.linking.records import LinkClaim, LinkDocument, Mention, Wording
from warehouse.linking.text_words import (
    Frequencies,
    counted,
    folded,
    names_of,
    numbers_of,
    words_of,
)

OPENING = 500
MOST_WORDS, MOST_NAMES, MOST_OTHERS = 60, 40, 24
Told = TypeVar("Told")


def find_mentions(
    document: LinkDocument, claims: Sequence[LinkClaim], frequencies: Frequencies
) -> list[Mention]:
    """Group a document's claims by the event that they speak of.

    A part follows its whole, a repetition what it repeats, and an arrest what its sentence tells of
    dead or wounded. A claim without a date has the days of the document's news; a background
    sentence with a date of its own stays apart, and so do sentences that count people on two days,
    in two towns, or of attacks by two sides.

    Returns:
        The mentions; the first is taken for the document's news: it has most claims, or of two
        attacks, each by another side, it is told first.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.claim_id))
    document = replace(
        document,
        text=without_link_lists(document.text, [claim.start for claim in ordered]),
        published=written_on(ordered, document.published),
    )
    groups = sorted(group_claims(ordered, document.published), key=lambda group: -len(group.claims))
    sided = [group for group in groups if side_of(group)]
    are_two = len({side_of(group) for group in sided}) > 1
    if are_two and groups[0] in sided:
        groups.sort(key=lambda group: (group not in sided, ordered.index(group.claims[0])))
    mentions = [
        mention_of(document, group, frequencies, is_news=number == 0)
        for number, group in enumerate(groups)
    ]
    told = (each.path[0] for each in mentions if each.path)
    towns = frozenset(place.key for place in told if place.level in NARROW)
    days = frozenset(day for each in mentions if (day := the_day(each)))
    return [
        replace(
            each,
            is_one_of_two=are_two and each.side is not None,
            elsewhere=towns - {step.key for step in each.path},
            other_days=days - {the_day(each)},
        )
        for each in mentions
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


def mention_of(
    document: LinkDocument, group: ClaimGroup, frequencies: Frequencies, *, is_news: bool
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
        side=side_of(group),
        title=document.title,
        wording=wording_of(document, sentences, frequencies, days, is_news=is_news),
    )


def side_of(group: ClaimGroup) -> str | None:
    """The one side that is blamed for the harm that a group of claims tells of."""
    sides = {side for claim in group.claims if (side := blamed_side(claim))}
    return next(iter(sides)) if len(sides) == 1 else None


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
    opening = f"{document.headline} {document.text[:OPENING]}" if is_news else sentences
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
