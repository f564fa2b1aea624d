"""What an event's mentions agree on: its place, its days and its label."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from warehouse.linking.intervals import Interval, days_label
from warehouse.linking.mentions import Mention
from warehouse.linking.places import Path

LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Summary:
    """An event as its mentions describe it.

    Attributes:
        place: Where it happened.
        interval: When.
        label: Both, for people.
    """

    place: str | None
    interval: Interval | None
    label: str


def summarize(mentions: Sequence[Mention]) -> Summary:
    """Sum up what the mentions of an event agree on."""
    path, interval = agreed_place(mentions), agreed_days(mentions)
    place = path[0].name if path else None
    days = days_label(interval) if interval else "undated"
    return Summary(place, interval, f"{place or subject(mentions)}, {days}")


def agreed_place(mentions: Sequence[Mention]) -> Path:
    """The narrowest path that most mentions with a place agree on, else the most told one."""
    paths = [mention.path for mention in mentions if mention.path]
    support = Counter(key for path in paths for key in {step.key for step in path})
    tails = [path[start:] for path in paths for start in range(len(path))]
    agreed = [tail for tail in tails if support[tail[0].key] * 2 > len(paths)]
    if agreed:
        return max(agreed, key=lambda tail: (len(tail), support[tail[0].key], tail[0].key))
    return max(paths, key=lambda path: (support[path[0].key], path[0].key), default=())


def agreed_days(mentions: Sequence[Mention]) -> Interval | None:
    """The days that most mentions tell; where no text tells them, those before publication."""
    told = [mention.interval for mention in mentions if mention.interval is not None]
    stated = [interval for interval in told if interval.is_stated]
    precise = [interval for interval in stated if interval.is_precise]
    counts = Counter(precise or stated or told)
    return min(
        counts, key=lambda days: (-counts[days], days.last - days.first, days.first), default=None
    )


def subject(mentions: Sequence[Mention]) -> str:
    """What an event without a place is called: by its victims, else a title, else its figures."""
    victims = Counter(name for mention in mentions for name in mention.victims)
    groups = Counter(name for mention in mentions for name in mention.groups)
    for counts in (victims, groups):
        if counts:
            return min(counts, key=lambda name: (-counts[name], name))
    titles = sorted(mention.title for mention in mentions if mention.title)
    if titles:
        return titles[0] if len(titles[0]) <= LONGEST_TITLE else f"{titles[0][:LONGEST_TITLE]}…"
    figures = sorted(figure for mention in mentions for figure in mention.figures)
    return figures[0] if figures else "unknown place"
