"""How well a mention fits an event, with the reasons."""

from dataclasses import dataclass
from datetime import date

from warehouse.linking.keys import is_specific
from warehouse.linking.mentions import Interval, Mention
from warehouse.linking.places import is_alike, is_wide, place_key
from warehouse.linking.profile import Profile

THRESHOLD = 5.0
FORBIDDEN = -100.0
SAME_DAY, NEXT_DAY, TWO_DAYS = 3.0, 2.0, 0.5
SAME_MONTH, SAME_YEAR, PUBLISHED_NEAR = 1.5, 0.5, 1.5
SAME_PLACE, SAME_WIDE_PLACE, OTHER_PLACE = 3.0, 1.0, -4.0
HEADLINE_PLACE = 2.0
SAME_GROUP, SAME_KIND, OTHER_GROUP = 1.5, 0.5, -1.0
SPEAKER, MOST_SPEAKERS = 0.5, 1.0
FIGURE, MOST_FIGURES = 0.5, 1.5
WORDING, ENOUGH_TERMS = 3.0, 10


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for a link.

    Attributes:
        feature: What was compared.
        detail: What was found.
        weight: How much it speaks for the link; against it where negative.
    """

    feature: str
    detail: str
    weight: float


def compare(mention: Mention, profile: Profile) -> list[Reason]:
    """Everything that speaks for or against the mention being of the event."""
    found = [
        compare_days(mention.interval, profile.interval),
        compare_limit(mention.until, profile.interval),
        compare_places(mention, profile),
        compare_groups(mention, profile),
        *compare_shares(mention, profile),
        compare_wording(mention, profile),
    ]
    return [reason for reason in found if reason is not None and reason.weight]


def total(reasons: list[Reason]) -> float:
    """The score of a comparison."""
    return round(sum(reason.weight for reason in reasons), 3)


def compare_days(told: Interval | None, known: Interval | None) -> Reason | None:
    """Compare when it happened; days too far apart forbid the link."""
    if told is None or known is None:
        return None
    gap = told.gap(known)
    detail = f"{told.first}…{told.last} and {known.first}…{known.last}"
    if told.is_precise and known.is_precise and told.is_stated and known.is_stated:
        weight = {0: SAME_DAY, 1: NEXT_DAY, 2: TWO_DAYS}.get(gap, FORBIDDEN)
    elif gap > (0 if told.is_stated else 1):
        weight = FORBIDDEN
    elif not told.is_stated or not known.is_stated:
        weight = PUBLISHED_NEAR
    else:
        longest = max(told.last - told.first, known.last - known.first)
        weight = SAME_MONTH if longest.days <= 62 else SAME_YEAR
    return Reason("date", detail, weight)


def compare_limit(until: date | None, known: Interval | None) -> Reason | None:
    """What happened by some day is no event that began later."""
    if until is None or known is None or known.first <= until:
        return None
    return Reason("date", f"by {until} and {known.first}…{known.last}", FORBIDDEN)


def compare_places(mention: Mention, profile: Profile) -> Reason | None:
    """Compare where it happened; two precise places that differ speak against the link."""
    told = mention.place
    if profile.place is None:
        return None
    if told is None or (is_wide(told) and not is_wide(profile.place)):
        return compare_headline(mention, profile)
    key = place_key(told)
    alike = [known for known in profile.place_keys if is_alike(key, known)]
    detail = f"{told} and {profile.place}"
    if alike:
        return Reason("place", detail, SAME_WIDE_PLACE if is_wide(told) else SAME_PLACE)
    if is_wide(told) or is_wide(profile.place):
        return None
    return Reason("place", detail, OTHER_PLACE)


def compare_headline(mention: Mention, profile: Profile) -> Reason | None:
    """Find the event's place in the headline of a mention that names none, or a wide one."""
    for word in sorted(mention.headline):
        if place_key(word) in profile.place_keys:
            return Reason("headline", f"{word} and {profile.place}", HEADLINE_PLACE)
    key = place_key(mention.place) if mention.place else None
    if key is not None and any(is_alike(key, known) for known in profile.place_keys):
        return Reason("place", f"{mention.place} and {profile.place}", SAME_WIDE_PLACE)
    return None


def compare_groups(mention: Mention, profile: Profile) -> Reason | None:
    """Compare who was harmed."""
    shared = sorted(mention.groups & profile.groups.keys())
    named = [group for group in shared if is_specific(group)]
    if shared:
        return Reason("victims", ", ".join(shared), SAME_GROUP if named else SAME_KIND)
    told = [group for group in mention.groups if is_specific(group)]
    known = [group for group in profile.groups if is_specific(group)]
    if told and known:
        detail = f"{', '.join(sorted(told))}, not {', '.join(sorted(known))}"
        return Reason("victims", detail, OTHER_GROUP)
    return None


def compare_shares(mention: Mention, profile: Profile) -> list[Reason]:
    """Compare who spoke, and the figures given."""
    speakers = sorted(mention.speakers & profile.speakers.keys())
    figures = sorted(mention.figures & profile.figures.keys())
    return [
        Reason("speakers", ", ".join(speakers), min(len(speakers) * SPEAKER, MOST_SPEAKERS)),
        Reason("figures", ", ".join(figures), min(len(figures) * FIGURE, MOST_FIGURES)),
    ]


def compare_wording(mention: Mention, profile: Profile) -> Reason | None:
    """Compare the telling words."""
    shared = mention.terms & profile.terms.keys()
    if not shared:
        return None
    scale = min(max(min(len(mention.terms), len(profile.terms)), 1), ENOUGH_TERMS)
    share = min(len(shared) / scale, 1.0)
    words = sorted(shared, key=lambda word: (-profile.terms[word], word))[:8]
    return Reason("wording", ", ".join(words), round(WORDING * share, 3))
