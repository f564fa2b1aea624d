"""An invented world for streams of reports: places, groups, speakers, outlets, events."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

SYLLABLES = (
    "kar vat mel une tor bek dal ish bor ana vey lan sor mir tal gor hes ive pol dra nim ush "
    "fer ola zan kit rov eda ban lur cha esk ori ven"
)
FIRST_DAY = date(2030, 1, 1)


@dataclass(frozen=True)
class Kind:
    """A kind of event with the words that reports of it use."""

    name: str
    words: tuple[str, ...]


KINDS = (
    Kind("raid", ("troops", "compound", "gate", "dawn", "search", "bulldozers")),
    Kind("bombing", ("market", "car bomb", "crater", "stalls", "rubble", "blast")),
    Kind("clash", ("barricade", "stones", "riot police", "square", "tear gas", "crowd")),
    Kind("shelling", ("artillery", "shells", "roofs", "cellar", "bombardment", "battery")),
    Kind("ambush", ("convoy", "road", "gunmen", "valley", "truck", "ravine")),
    Kind("fire", ("warehouse", "flames", "exits", "smoke", "depot", "night shift")),
    Kind("collapse", ("mine", "shaft", "gallery", "rescue", "lift", "dust")),
    Kind("air strike", ("jets", "bridge", "crossing", "sortie", "clinic", "wreckage")),
)


@dataclass(frozen=True)
class WorldPlace:
    """A place inside a province."""

    name: str
    province: str


@dataclass(frozen=True)
class Happening:
    """An event as it truly was.

    Attributes:
        label: Name of the event in the truth.
        place: Where.
        first: First day.
        last: Last day.
        kind: What happened.
        groups: Who was harmed.
        figures: The true figure of each harm and group.
        details: Words that only reports of this event share.
    """

    label: str
    place: WorldPlace
    first: date
    last: date
    kind: Kind
    groups: tuple[str, ...]
    figures: dict[tuple[str, str], int]
    details: tuple[str, ...]


@dataclass(frozen=True)
class World:
    """Everything that reports are made of."""

    places: tuple[WorldPlace, ...]
    groups: tuple[str, ...]
    people: tuple[str, ...]
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    happenings: tuple[Happening, ...]

    def between(self, first: date, last: date) -> tuple[Happening, ...]:
        """Events that began between two days."""
        days = self._first_days
        return self.happenings[bisect_left(days, first) : bisect_right(days, last)]

    def older(self, random: Random, event: Happening, limit: date) -> Happening | None:
        """Some event before a day, at the same place or against one of the same groups."""
        known = self._by_key[random.choice((event.place.name, *event.groups))]
        count = bisect_left(known, limit, key=lambda other: other.first)
        return known[random.randrange(count)] if count else None

    @cached_property
    def _first_days(self) -> list[date]:
        return [event.first for event in self.happenings]

    @cached_property
    def _by_key(self) -> dict[str, list[Happening]]:
        found: dict[str, list[Happening]] = {}
        for event in self.happenings:
            for key in (event.place.name, *event.groups):
                found.setdefault(key, []).append(event)
        return found


def make_world(events: int, seed: int = 7, days: int = 730) -> World:
    """Invent a world in which a number of events happen.

    Places see several events each, some of them within days of one another, so that place and
    date alone do not tell events apart.
    """
    random = Random(seed)  # noqa: S311 -- invented data, no secret
    provinces = names(random, max(events // 25, 4))
    places = tuple(
        WorldPlace(name, provinces[i % len(provinces)])
        for i, name in enumerate(names(random, max(events // 5, 8)))
    )
    groups = tuple(f"{name} Front" for name in names(random, max(events // 25, 6)))
    people = tuple(
        f"{first} {last}"
        for first, last in zip(
            names(random, max(events // 4, 20)), names(random, max(events // 4, 20)), strict=True
        )
    )
    made = tuple(happening(random, number, places, groups, days) for number in range(events))
    return World(
        places=places,
        groups=groups,
        people=people,
        outlets=tuple(f"{name} Post" for name in names(random, 30)),
        agencies=tuple(f"{name} Press" for name in names(random, 5)),
        happenings=tuple(sorted(made, key=lambda event: (event.first, event.label))),
    )


def happening(
    random: Random, number: int, places: Sequence[WorldPlace], groups: Sequence[str], days: int
) -> Happening:
    """Invent one event; low-numbered places see more of them."""
    place = places[int(len(places) * random.random() ** 1.7)]
    first = FIRST_DAY + timedelta(days=random.randrange(days))
    kind = random.choice(KINDS)
    harmed = [random.choice([*groups, "civilians", "civilians"])]
    if random.random() < 0.35:
        harmed.append("security forces")
    killed = max(1, int(random.lognormvariate(2, 1)))
    figures = {}
    for group in harmed:
        figures["killed", group] = killed
        figures["wounded", group] = killed * random.randint(1, 5) + random.randint(0, 4)
        if kind.name in {"raid", "clash"}:
            figures["detained", group] = random.randint(2, 90)
    return Happening(
        label=f"event-{number:05}",
        place=place,
        first=first,
        last=first + timedelta(days=random.choice((0, 0, 0, 1))),
        kind=kind,
        groups=tuple(harmed),
        figures=figures,
        details=tuple(word.lower() for word in names(random, 4)),
    )


def names(random: Random, count: int) -> tuple[str, ...]:
    """Invent names, no two alike."""
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(random.sample(SYLLABLES.split(), random.randint(2, 3))).title()] = None
    return tuple(made)
