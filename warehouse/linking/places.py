"""Places of mentions: paths from the narrowest place to the widest, and what two paths share."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from warehouse.linking.text_words import WORD, Frequencies, folded

ALIKE = 84
SHORTEST_FUZZY = 5
COUNTRY = "country"
SITE = "site"
TOWN, COUNTY = "city", "county"
NARROW = frozenset({SITE, "district", TOWN})
EARTH_RADIUS = 6371.0
"""In kilometres."""
PART = "/"
"""What stands in a key between a place that a gazetteer has and one that a text puts in it."""
UNKNOWN = "unknown"
"""The level of a place that no gazetteer has."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a path.

    Attributes:
        level: How wide it is.
        name: Its name.
        key: Its identity across documents.
        word: The telling word of its name, where that was looked for.
        latitude: Degrees north, where a gazetteer tells.
        longitude: Degrees east.
    """

    level: str
    name: str
    key: str
    word: str = ""
    latitude: float | None = None
    longitude: float | None = None


Path = Sequence[Step]


def named_place(name: str) -> tuple[Step, ...]:
    """The path of a place of which only the name is known."""
    return (Step(UNKNOWN, name, f"name:{' '.join(name_words(name))}"),)


def name_words(name: str) -> list[str]:
    """The words of a name, folded."""
    return [folded(word) for word in WORD.findall(name)]


def with_words(path: Path, frequencies: Frequencies) -> tuple[Step, ...]:
    """A path with the telling word of each name."""
    return tuple(replace(step, word=telling_word(step.name, frequencies)) for step in path)


def telling_word(name: str, frequencies: Frequencies) -> str:
    """The rarest word of a name: "Karvat" of "Camp Karvat"."""
    words = name_words(name) or [folded(name)]
    return max(words, key=lambda word: (frequencies.rarity_of_name(word), len(word), word))


def shared_step(one: Path, other: Path) -> Step | None:
    """The narrowest place in which both lie, as the first path has it."""
    return next((one[n] for n in range(len(one)) if lies_in(one[n:], other)), None)


def lies_in(path: Path, other: Path) -> bool:
    """Whether the first place of a path is one of those of another path."""
    return any(
        is_same(path[0], other[n]) or are_one_named(path, other[n:]) for n in range(len(other))
    )


def are_one_named(one: Path, other: Path) -> bool:
    """Whether two texts name one place that no gazetteer has, and one of them tells less around it.

    A village "in Karvat province, Arcadia" is the village of that name "in Arcadia".
    """
    (around_one, name), (around_other, other_name) = (
        path[0].key.rpartition(PART)[::2] for path in (one, other)
    )
    if not around_one or not around_other or name != other_name:
        return False
    return any(step.key == around_one for step in other) or any(
        step.key == around_other for step in one
    )


def is_same(one: Step, other: Step) -> bool:
    """Whether two steps are one place; a name that no gazetteer has can be spelled in two ways."""
    if one.key == other.key:
        return True
    return UNKNOWN in {one.level, other.level} and is_alike(one.word, other.word)


def is_alike(one: str, other: str) -> bool:
    """Whether two words can be spellings of one name."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_FUZZY:
        return False
    return fuzz.ratio(one, other) >= ALIKE


def are_apart(one: Path, other: Path) -> bool:
    """Whether neither of two places that a gazetteer has lies in the other."""
    if not one or not other or UNKNOWN in {one[0].level, other[0].level}:
        return False
    return not lies_in(one, other) and not lies_in(other, one)


def are_namesakes(one: Path, other: Path) -> bool:
    """Whether two paths begin with two places of one name."""
    return are_apart(one, other) and name_words(one[0].name) == name_words(other[0].name)


def around(path: Path, other: Path) -> list[Step]:
    """The places around one place that are not around another of its name."""
    known, name = {step.key for step in other}, name_words(path[0].name)
    return [step for step in path[1:] if step.key not in known and name_words(step.name) != name]


def kilometres(one: Path, other: Path) -> float:
    """The distance between two places, or those around them; 0 where no gazetteer tells."""
    ends = [
        next(((s.latitude, s.longitude) for s in path if s.latitude is not None), None)
        for path in (one, other)
    ]
    if ends[0] is None or ends[1] is None:
        return 0.0
    (north, east), (other_north, other_east) = (
        tuple(math.radians(degrees or 0.0) for degrees in end) for end in (ends[0], ends[1])
    )
    haversine = (
        math.sin((north - other_north) / 2) ** 2
        + math.cos(north) * math.cos(other_north) * math.sin((east - other_east) / 2) ** 2
    )
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(haversine, 1.0)))
