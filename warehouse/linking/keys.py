"""Keys under which events are filed and looked up, so that few need to be compared."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from warehouse.linking.mentions import Interval, Mention
from warehouse.linking.places import is_wide, sound_key
from warehouse.linking.profile import Profile

SLACK = timedelta(days=2)
MONTH = timedelta(days=62)
LONGEST_BY_DAY = timedelta(days=10)


def is_specific(group: str) -> bool:
    """Whether a group's name can tell events apart: "Valley Front", not "civilians"."""
    return group[:1].isupper()


def filed(profile: Profile) -> set[str]:
    """Keys under which an event is filed."""
    subjects = set(subjects_of(tuple(profile.places), tuple(profile.groups)))
    keys = {f"{subject}|{time}" for subject, time in product(subjects, times(profile.interval))}
    return keys | undated(tuple(profile.places), tuple(profile.groups))


def looked_up(mention: Mention) -> set[str]:
    """Keys under which the event of a mention may be filed."""
    places = (mention.place,) if mention.place else ()
    groups = tuple(mention.groups)
    if mention.interval is None:
        return undated(places, groups)
    subjects = set(subjects_of(places, groups))
    if not places or is_wide(places[0]):
        subjects |= set(subjects_of(tuple(mention.headline), ()))
    return {f"{subject}|{time}" for subject, time in product(subjects, sought(mention.interval))}


def subjects_of(places: tuple[str, ...], groups: tuple[str, ...]) -> Iterator[str]:
    """What an event can be found by, apart from its time."""
    for place in places:
        yield f"{'w' if is_wide(place) else 'p'}:{sound_key(place)}"
    for group in groups:
        if is_specific(group):
            yield f"g:{group}"


def undated(places: tuple[str, ...], groups: tuple[str, ...]) -> set[str]:
    """Keys that need no time: a precise place together with a specific group."""
    narrow = [sound_key(place) for place in places if not is_wide(place)]
    named = [group for group in groups if is_specific(group)]
    return {f"pg:{place}|{group}" for place, group in product(narrow, named)}


def times(interval: Interval | None) -> set[str]:
    """Under which times an event is filed: its days, months and years, or roughly."""
    if interval is None:
        return set()
    if not interval.is_precise:
        rough = "m" if interval.last - interval.first <= MONTH else "y"
        return {f"rough-{rough}{time}" for time in periods(interval, rough)} | {
            f"m{time}" for time in periods(interval, "m") if rough == "m"
        }
    return (
        {f"d{day}" for day in days(interval.first, interval.last)}
        | {f"m{time}" for time in periods(interval, "m")}
        | {f"y{time}" for time in periods(interval, "y")}
    )


def sought(interval: Interval) -> set[str]:
    """Under which times the event of a mention may be filed."""
    rough = {f"rough-m{time}" for time in periods(interval, "m")} | {
        f"rough-y{time}" for time in periods(interval, "y")
    }
    if interval.last - interval.first <= LONGEST_BY_DAY:
        near = days(interval.first - SLACK, interval.last + SLACK)
        return rough | {f"d{day}" for day in near}
    if interval.last - interval.first <= MONTH:
        return rough | {f"m{time}" for time in periods(interval, "m")}
    return rough | {f"y{time}" for time in periods(interval, "y")}


def days(first: date, last: date) -> Iterator[str]:
    """All days from first to last."""
    for number in range((last - first).days + 1):
        yield (first + timedelta(days=number)).isoformat()


def periods(interval: Interval, unit: str) -> set[str]:
    """The months or years that an interval touches."""
    length = 7 if unit == "m" else 4
    step = timedelta(days=28) if unit == "m" else timedelta(days=365)
    found, moment = {interval.last.isoformat()[:length]}, interval.first
    while moment <= interval.last:
        found.add(moment.isoformat()[:length])
        moment += step
    return found
