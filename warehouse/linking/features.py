"""What two mentions share, and where they part: the named features of the linking model."""

import math
from dataclasses import dataclass
from datetime import timedelta

from warehouse.linking.mentions import Mention
from warehouse.linking.places import (
    NARROW,
    UNKNOWN,
    Path,
    are_apart,
    shared_step,
    telling_word,
    with_words,
)
from warehouse.linking.text_words import Frequencies, Vector, cosine

RARE_NAME, RARE_PLACE = 5.0, 4.0
MOST_RARE_NAMES, MOST_SPEAKERS = 5, 3
FAR, MONTH = 14, timedelta(days=31)
NEAR_COPY = 0.6
FEW_WORDS = 20

SIGNS = {
    "text": 1,
    "near copy": 1,
    "opening": 1,
    "sentences": 1,
    "names": 1,
    "rare names": 1,
    "numbers": 1,
    "town": 1,
    "place apart": -1,
    "place not named": -1,
    "town and day": 1,
    "place and day": 1,
    "day": 1,
    "days apart": -1,
    "days far apart": -1,
    "days unknown": -1,
    "published apart": -1,
    "published far apart": -1,
    "killed": 1,
    "wounded": 1,
    "victims and day": 1,
    "victims named": 1,
    "agent": 1,
    "speakers": 1,
}
"""Whether a feature speaks for a link (1) or against it (-1); no fit may turn that round."""
OF_DAYS = frozenset(
    {"town and day", "place and day", "day", "days apart", "days far apart", "victims and day"}
    | {"published apart", "published far apart"}
)
"""Features that are 0 where nothing tells the days."""
FEATURES = tuple(SIGNS)
"""The features, in the order in which `measure` gives them."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A mention with its words weighed by how rare they are.

    Attributes:
        mention: The mention.
        whole: Its text.
        opening: The beginning of the text.
        sentences: The sentences with the claims.
        path: Its place, with the telling words of the names.
    """

    mention: Mention
    whole: Vector
    opening: Vector
    sentences: Vector
    path: Path


def weigh(mention: Mention, frequencies: Frequencies) -> Weighed:
    """Weigh the words of a mention."""
    wording = mention.wording
    return Weighed(
        mention,
        frequencies.vector(wording.whole),
        frequencies.vector(dict.fromkeys(wording.opening, 1)),
        frequencies.vector(dict.fromkeys(wording.sentences, 1)),
        with_words(mention.path, frequencies),
    )


def measure(one: Weighed, other: Weighed, frequencies: Frequencies) -> tuple[float, ...]:
    """What two mentions share, as numbers in the order of `FEATURES`; 0 where nothing is told."""
    first, second = one.mention, other.mention
    text = likeness(one.whole, other.whole)
    rarities = [frequencies.rarity_of_name(name) for name in shared_names(first, second)]
    day = day_features(first, second)
    town, apart, not_named, rarity = place_features(one, other, frequencies)
    return (
        text,
        float(text >= NEAR_COPY),
        likeness(one.opening, other.opening),
        likeness(one.sentences, other.sentences),
        math.log1p(sum(rarities)),
        float(min(sum(rarity >= RARE_NAME for rarity in rarities), MOST_RARE_NAMES)),
        math.log1p(sum(frequencies.rarity(n) for n in shared_numbers(first, second))),
        town,
        apart,
        not_named,
        town * day[0],
        rarity * day[0],
        *day,
        *figure_features(first, second),
        rarest_group(first, second, frequencies) * day[0],
        float(min(len(first.victims & second.victims), MOST_RARE_NAMES)),
        float(bool(first.agents & second.agents)),
        float(min(len(first.speakers & second.speakers), MOST_SPEAKERS)),
    )


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two texts, drawn towards 0 where one is short: that can be by chance."""
    words = min(len(one), len(other))
    return cosine(one, other) * words / (words + FEW_WORDS)


def shared_names(one: Mention, other: Mention) -> frozenset[str]:
    """Names in both."""
    return one.wording.names & other.wording.names


def shared_numbers(one: Mention, other: Mention) -> frozenset[str]:
    """Numbers in both."""
    return one.wording.numbers & other.wording.numbers


def place_features(
    one: Weighed, other: Weighed, frequencies: Frequencies
) -> tuple[float, float, float, float]:
    """What the places share.

    Returns:
        Whether one town or a place in it is told; whether neither place lies in the other; whether
        neither mention names the other's place; and how rare the narrowest common place is.
    """
    if not one.path or not other.path:
        return 0.0, 0.0, 0.0, 0.0
    shared = shared_step(one.path, other.path)
    rarity = frequencies.rarity_of_name(shared.word) if shared else 0.0
    is_apart = are_apart(one.path, other.path)
    is_narrow = shared is not None and (
        shared.level in NARROW or (shared.level == UNKNOWN and rarity >= RARE_PLACE)
    )
    is_named = names_place(one.mention, other.path) or names_place(other.mention, one.path)
    return float(is_narrow and not is_apart), float(is_apart), float(not is_named), rarity


def rarest_group(one: Mention, other: Mention, frequencies: Frequencies) -> float:
    """How rare the rarest common group of victims is; 0 where there is none."""
    rarities = (
        frequencies.rarity_of_name(telling_word(group, frequencies))
        for group in one.groups & other.groups
    )
    return max(rarities, default=0.0)


def names_place(mention: Mention, path: Path) -> bool:
    """Whether a mention holds the name of a place."""
    word = path[0].word
    return word in mention.wording.names or word in mention.wording.whole


def day_features(one: Mention, other: Mention) -> tuple[float, ...]:
    """Whether the days touch, and how far they, and those of the publication, are apart."""
    same = apart = far = published = published_far = 0.0
    unknown = 1.0
    if one.interval and other.interval:
        gap = one.interval.gap(other.interval)
        same, apart, far = float(is_same_day(one, other)), math.log1p(gap), float(gap > FAR)
        unknown = 0.0
    if one.published and other.published:
        gap = abs((one.published - other.published).days)
        published, published_far = math.log1p(gap), float(gap > FAR)
    return same, apart, far, unknown, published, published_far


def is_same_day(one: Mention, other: Mention) -> bool:
    """Whether the days touch, where they are told; a month touches a day that lies in it."""
    if one.interval is None or other.interval is None:
        return False
    if one.interval.is_precise and other.interval.is_precise:
        return one.interval.gap(other.interval) <= 1
    longest = max(each.last - each.first for each in (one.interval, other.interval))
    return longest <= MONTH and one.interval.gap(other.interval) == 0


def figure_features(one: Mention, other: Mention) -> tuple[float, float]:
    """The largest common numbers of killed and of wounded."""
    shared = (figures(one, harm) & figures(other, harm) for harm in ("killed", "wounded"))
    killed, wounded = (math.log1p(max(common, default=0)) for common in shared)
    return killed, wounded


def figures(mention: Mention, harm: str) -> set[int]:
    """The figures given for a harm."""
    told = (figure.split(" ", 1) for figure in mention.figures)
    return {int(value) for value, of in told if of == harm}
