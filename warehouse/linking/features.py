"""What two mentions share, and where they part: the named features of the linking model."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from warehouse.linking.places import (
    NARROW,
    SITE,
    UNKNOWN,
    Path,
    are_apart,
    kilometres,
    lies_in,
    name_words,
    shared_step,
    telling_word,
    with_words,
)
from warehouse.linking.records import Mention
from warehouse.linking.text_words import Frequencies, Vector, cosine

RARE_NAME, RARE_PLACE = 5.0, 4.0
MOST_RARE_NAMES, MOST_SPEAKERS = 5, 3
FAR, MONTH = 14, timedelta(days=31)
JUST_OVER = timedelta(days=3)
"""How long before its publication a day lies at most that a text tells as news."""
NEAR_COPY = 0.6
FEW_WORDS = 20
HARMS = ("killed", "wounded")

SIGNS = {
    "text": 1,
    "text of one outlet": -1,
    "near copy": 1,
    "opening": 1,
    "sentences": 1,
    "names": 1,
    "rare names": 1,
    "rare names of one outlet": -1,
    "numbers": 1,
    "town": 1,
    "place apart": -1,
    "distance": -1,
    "place not named": -1,
    "town and day": 1,
    "place and day": 1,
    "same day": 1,
    "next day": 1,
    "days apart": -1,
    "days far apart": -1,
    "days unknown": -1,
    "news apart": -1,
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
    {"town and day", "place and day", "same day", "next day", "days apart", "days far apart"}
    | {"victims and day", "news apart", "published apart", "published far apart"}
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
    """Weigh the words of a mention but those of its place: places are compared as places."""
    wording = mention.wording
    places = {word for step in mention.path for word in name_words(step.name)}
    whole = {word: count for word, count in wording.whole.items() if word not in places}
    return Weighed(
        mention,
        frequencies.vector(whole),
        frequencies.vector(dict.fromkeys(wording.opening - places, 1)),
        frequencies.vector(dict.fromkeys(wording.sentences - places, 1)),
        with_words(mention.path, frequencies),
    )


def measure(one: Weighed, other: Weighed, frequencies: Frequencies) -> tuple[float, ...]:
    """What two mentions share, as numbers in the order of `FEATURES`; 0 where nothing is told."""
    first, second = one.mention, other.mention
    text = likeness(one.whole, other.whole)
    shared = shared_names(first, second) | respelled(one.path, other.path)
    rarities = [frequencies.rarity_of_name(name) for name in shared]
    day = day_features(first, second)
    is_near = max(day[:2])
    town, *apart, rarity = place_features(one, other, frequencies)
    one_outlet = float(first.outlet is not None and first.outlet == second.outlet)
    rare = float(min(sum(rarity >= RARE_NAME for rarity in rarities), MOST_RARE_NAMES))
    return (
        text,
        text * one_outlet,
        float(text >= NEAR_COPY),
        likeness(one.opening, other.opening),
        likeness(one.sentences, other.sentences),
        math.log1p(math.fsum(rarities)),
        rare,
        rare * one_outlet,
        math.log1p(math.fsum(frequencies.rarity(n) for n in shared_numbers(first, second))),
        town,
        *apart,
        town * is_near,
        rarity * is_near,
        *day,
        *figure_features(first, second),
        rarest_group(first, second, frequencies) * is_near,
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


def respelled(one: Path, other: Path) -> frozenset[str]:
    """The name of the narrowest common place, as the first path spells it."""
    step = shared_step(one, other)
    return frozenset({step.word} if step and step.level == UNKNOWN else ())


def shared_numbers(one: Mention, other: Mention) -> frozenset[str]:
    """Numbers in both."""
    return one.wording.numbers & other.wording.numbers


def place_features(
    one: Weighed, other: Weighed, frequencies: Frequencies
) -> tuple[float, float, float, float, float]:
    """What the places share.

    Returns:
        Whether one town or a place in it is told; whether neither place lies in the other; the
        logarithm of their distance; whether neither mention names the other's place; and how rare
        the narrowest common place is.
    """
    if not one.path or not other.path:
        return 0.0, 0.0, 0.0, 0.0, 0.0
    shared = shared_step(one.path, other.path)
    rarity = frequencies.rarity_of_name(shared.word) if shared else 0.0
    is_apart = are_apart(one.path, other.path)
    is_narrow = shared is not None and (
        shared.level in NARROW or (shared.level == UNKNOWN and rarity >= RARE_PLACE)
    )
    distance = math.log1p(kilometres(one.path, other.path)) if is_apart else 0.0
    is_named = names_place(one, other.path) or names_place(other, one.path)
    return (
        float(is_narrow and not is_apart),
        float(is_apart),
        distance,
        float(not is_named),
        rarity,
    )


def rarest_group(one: Mention, other: Mention, frequencies: Frequencies) -> float:
    """How rare the rarest common group of victims is; 0 where there is none."""
    rarities = (
        frequencies.rarity_of_name(telling_word(group, frequencies))
        for group in one.groups & other.groups
    )
    return max(rarities, default=0.0)


def names_place(weighed: Weighed, path: Path) -> bool:
    """Whether a mention names a place, or one around it, that is not its own.

    Of two places of one name, that name tells nothing; nor does a site's name in another country.
    """
    if lies_in(path, weighed.path):
        return True
    own = {step.key for step in weighed.path}
    words = {step.word for step in weighed.path} if are_apart(weighed.path, path) else set()
    is_abroad = bool(words) and own.isdisjoint(step.key for step in path)
    wording = weighed.mention.wording
    return any(
        step.word in wording.names or step.word in wording.whole
        for step in path
        if step.key not in own and step.word not in words and not (is_abroad and step.level == SITE)
    )


def day_features(one: Mention, other: Mention) -> tuple[float, ...]:
    """Whether the days are the same or touch, and how far they and the publications are apart.

    "News apart" is how far the days are apart of two texts that each tell of what just happened.
    """
    same = following = apart = far = news = published = published_far = 0.0
    unknown = 1.0
    if one.interval and other.interval:
        gap = one.interval.gap(other.interval)
        is_near = is_same_day(one, other)
        same, following = float(is_near and gap == 0), float(is_near and gap > 0)
        if one.interval.is_stated and other.interval.is_stated:
            apart, far = math.log1p(gap), float(gap > FAR)
            news = apart if is_news(one) and is_news(other) else 0.0
        unknown = float(not is_near and not (one.interval.is_stated and other.interval.is_stated))
    if one.published and other.published:
        gap = abs((one.published - other.published).days)
        published, published_far = math.log1p(gap), float(gap > FAR)
    return same, following, apart, far, unknown, news, published, published_far


def is_news(mention: Mention) -> bool:
    """Whether a text tells of a day that was just over when it was published."""
    if mention.interval is None or mention.published is None:
        return False
    age = mention.published - mention.interval.last
    return mention.interval.is_precise and timedelta(0) <= age <= JUST_OVER


def the_day(mention: Mention) -> date | None:
    """The day that a mention tells, where that is one day."""
    days = mention.interval
    return days.first if days and days.is_stated and days.first == days.last else None


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
    shared = (figures(one, harm) & figures(other, harm) for harm in HARMS)
    killed, wounded = (math.log1p(max(common, default=0)) for common in shared)
    return killed, wounded


def figures(mention: Mention, harm: str) -> set[int]:
    """The figures given for a harm."""
    told = (figure.split(" ", 1) for figure in mention.figures)
    return {int(value) for value, of in told if of == harm}
