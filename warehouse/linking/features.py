"""What two mentions share, and where they part: the named features of the linking model."""

import math
from dataclasses import dataclass

from warehouse.linking.mentions import Mention
from warehouse.linking.places import Step, are_apart, shared_step, telling_word
from warehouse.linking.words import Frequencies, Vector, cosine

RARE_NAME, RARE_PLACE = 5.0, 3.0
MOST_RARE_NAMES, MOST_SPEAKERS = 5, 3
FAR = 14
NEAR_COPY = 0.8
SMALL = 10

SIGNS = {
    "text": 1,
    "near copy": 1,
    "opening": 1,
    "sentences": 1,
    "names": 1,
    "rare names": 1,
    "numbers": 1,
    "place": 1,
    "place apart": -1,
    "place named": 1,
    "place not named": -1,
    "place and day": 1,
    "day": 1,
    "days apart": -1,
    "days far apart": -1,
    "published apart": -1,
    "published far apart": -1,
    "killed": 1,
    "killed differs": -1,
    "wounded": 1,
    "victims": 1,
    "victims named": 1,
    "agent": 1,
    "speakers": 1,
    "length": 1,
}
"""Whether a feature speaks for a link (1) or against it (-1); no fit may turn that round."""
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
    """

    mention: Mention
    whole: Vector
    opening: Vector
    sentences: Vector


def weigh(mention: Mention, frequencies: Frequencies) -> Weighed:
    """Weigh the words of a mention."""
    wording = mention.wording
    return Weighed(
        mention,
        frequencies.vector(wording.whole),
        frequencies.vector(dict.fromkeys(wording.opening, 1)),
        frequencies.vector(dict.fromkeys(wording.sentences, 1)),
    )


def measure(one: Weighed, other: Weighed, frequencies: Frequencies) -> tuple[float, ...]:
    """What two mentions share, as numbers in the order of `FEATURES`; 0 where nothing is told."""
    first, second = one.mention, other.mention
    text = cosine(one.whole, other.whole)
    rarities = [frequencies.rarity_of_name(name) for name in shared_names(first, second)]
    place = place_features(first, second, frequencies)
    day = day_features(first, second)
    return (
        text,
        float(text >= NEAR_COPY),
        cosine(one.opening, other.opening),
        cosine(one.sentences, other.sentences),
        math.log1p(sum(rarities)),
        float(min(sum(rarity >= RARE_NAME for rarity in rarities), MOST_RARE_NAMES)),
        math.log1p(sum(frequencies.rarity(n) for n in shared_numbers(first, second))),
        *place,
        max(place[0] - RARE_PLACE, 0.0) * day[0],
        *day,
        *figure_features(first, second),
        float(bool(first.groups & second.groups)),
        float(min(len(first.victims & second.victims), MOST_RARE_NAMES)),
        float(bool(first.agents & second.agents)),
        float(min(len(first.speakers & second.speakers), MOST_SPEAKERS)),
        math.log(min(len(first.wording.whole), len(second.wording.whole)) + SMALL),
    )


def shared_names(one: Mention, other: Mention) -> frozenset[str]:
    """Names in both."""
    return one.wording.names & other.wording.names


def shared_numbers(one: Mention, other: Mention) -> frozenset[str]:
    """Numbers in both."""
    return one.wording.numbers & other.wording.numbers


def place_features(
    one: Mention, other: Mention, frequencies: Frequencies
) -> tuple[float, float, float, float]:
    """How rare the narrowest common place is; whether they part; whether one names the other's."""
    if not one.path or not other.path:
        return 0.0, 0.0, 0.0, 0.0
    shared = shared_step(one.path, other.path, frequencies)
    rarity = rarity_of_place(shared, frequencies) if shared else 0.0
    named = names_place(one, other, frequencies) + names_place(other, one, frequencies)
    return rarity, float(are_apart(one.path, other.path)), named / 2, float(not named)


def rarity_of_place(place: Step, frequencies: Frequencies) -> float:
    """How much it tells that two mentions share a place."""
    return frequencies.rarity_of_name(telling_word(place.name, frequencies))


def names_place(one: Mention, other: Mention, frequencies: Frequencies) -> bool:
    """Whether one mention holds the name of the other's place."""
    word = telling_word(other.path[0].name, frequencies)
    return word in one.wording.names or word in one.wording.whole


def day_features(one: Mention, other: Mention) -> tuple[float, float, float, float, float]:
    """Whether the days touch, how far they are apart, and the same of the publication."""
    same = apart = far = published = published_far = 0.0
    if one.interval and other.interval:
        gap = one.interval.gap(other.interval)
        is_told = one.interval.is_precise and other.interval.is_precise
        same, apart, far = float(gap <= 1 and is_told), math.log1p(gap), float(gap > FAR)
    if one.published and other.published:
        gap = abs((one.published - other.published).days)
        published, published_far = math.log1p(gap), float(gap > FAR)
    return same, apart, far, published, published_far


def figure_features(one: Mention, other: Mention) -> tuple[float, float, float]:
    """The largest common number of killed, whether these differ, and of wounded."""
    killed, wounded = figures(one, "killed"), figures(one, "wounded")
    others = figures(other, "killed"), figures(other, "wounded")
    both = killed & others[0]
    return (
        math.log1p(max(both, default=0)),
        float(bool(killed and others[0] and not both)),
        math.log1p(max(wounded & others[1], default=0)),
    )


def figures(mention: Mention, harm: str) -> set[int]:
    """The figures given for a harm."""
    told = (figure.split(" ", 1) for figure in mention.figures)
    return {int(value) for value, of in told if of == harm}
