"""What an event's mentions agree on: its place, its days and its label."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from warehouse.linking.intervals import Interval, days_label
from warehouse.linking.places import Path, Step, name_words
from warehouse.linking.records import Mention

LONGEST_TITLE = 60
LONGEST_PLACE = 60


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event as its mentions describe it.

    Attributes:
        place: Where it happened.
        interval: When.
        label: Both, for people.
    """

    place: str | None
    interval: Interval | None
    label: str


@dataclass(frozen=True, slots=True)
class DecidedEvent:
    """What people decided of an event; null where they decided nothing."""

    label: str | None = None
    interval: Interval | None = None
    place: str | None = None


def summarize(mentions: Sequence[Mention], decided: DecidedEvent | None = None) -> EventSummary:
    """Sum up what the mentions of an event agree on; what people decided stands above it."""
    decided = decided or DecidedEvent()
    path, interval = agreed_place(mentions), decided.interval or agreed_days(mentions)
    place = decided.place or (name_of(path[0], mentions) if path else None)
    days = days_label(interval) if interval else "undated"
    return EventSummary(place, interval, decided.label or f"{place or subject(mentions)}, {days}")


def agreed_place(mentions: Sequence[Mention]) -> Path:
    """The narrowest place that more mentions tell than contradict, else the most told one.

    Who names only a place around it, such as the country, does not contradict.
    """
    paths = [mention.path for mention in mentions if mention.path]
    support = Counter(name for path in paths for name in {identity(step) for step in path})
    heads = Counter(identity(path[0]) for path in paths)
    tails = [path[start:] for path in paths for start in range(len(path))]

    def is_agreed(tail: Path) -> bool:
        told = support[identity(tail[0])]
        around = sum(heads[identity(step)] for step in tail[1:])
        return told > len(paths) - told - around and (told > 1 or 2 * told >= len(paths))

    def rank(path: Path) -> tuple[int, str]:
        return support[identity(path[0])], path[0].key

    agreed = [tail for tail in tails if is_agreed(tail)]
    if agreed:
        return max(agreed, key=lambda tail: (len(tail), *rank(tail)))
    return max(paths, key=rank, default=())


def name_of(place: Step, mentions: Sequence[Mention]) -> str:
    """A place in the words that most documents have for it ("Raqqa" of "Ar Raqqah").

    Capitals are a headline's: "PERU" is written as the gazetteer has it.
    """
    told = Counter(
        place.name if mention.where.casefold() == place.name.casefold() else mention.where
        for mention in mentions
        if mention.where and mention.path and identity(mention.path[0]) == identity(place)
    )
    short = [name for name in told if len(name) <= LONGEST_PLACE]
    return min(short, key=lambda name: (-told[name], name.isupper(), name), default=place.name)


def identity(step: Step) -> str:
    """What tells a place from others: of one that no gazetteer has, its name alone."""
    return step.key if step.latitude is not None else " ".join(name_words(step.name))


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
