"""Keys by which mentions find one another, so that few pairs need to be compared."""

from collections.abc import Iterator
from datetime import date, timedelta

from warehouse.linking.features import Weighed
from warehouse.linking.places import COUNTRY

MOST_KEYS = 25
NEAR = 2
LONGEST = 10


def keys_of(weighed: Weighed) -> frozenset[str]:
    """Keys under which a mention is filed and looked up: rare words, places with a day, people."""
    mention = weighed.mention
    words = sorted(weighed.whole, key=lambda word: (-weighed.whole[word], word))[:MOST_KEYS]
    keys = {f"word {word}" for word in words}
    keys |= {f"victim {name}" for name in mention.victims}
    days = list(days_around(weighed))
    for subject in subjects(weighed):
        keys |= {f"{subject} {day}" for day in days}
        keys.add(subject)
    return frozenset(keys)


def subjects(weighed: Weighed) -> Iterator[str]:
    """What a mention can be found by together with its day: its places and named groups.

    A place stands by the telling word of its name, since it is spelled in more than one way.
    """
    for step in weighed.path:
        if step.level != COUNTRY:
            yield f"place {step.word}"
    for group in sorted(weighed.mention.groups):
        yield f"group {group}"


def days_around(weighed: Weighed) -> Iterator[date]:
    """Every second day around a mention: two mentions that are a day apart share one of them."""
    interval = weighed.mention.interval
    if interval is None or (interval.last - interval.first).days > LONGEST:
        return
    first = (interval.first - timedelta(days=1)).toordinal() // NEAR
    last = (interval.last + timedelta(days=1)).toordinal() // NEAR
    for number in range(first, last + 1):
        yield date.fromordinal(number * NEAR)
