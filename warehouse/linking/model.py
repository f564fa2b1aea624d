"""The linking model: a logistic regression over named features, its weights kept as data."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from schemas.yaml_text import parse_yaml
from warehouse.linking.claim_groups import NEIGHBOURHOOD
from warehouse.linking.features import (
    FAR,
    FEATURES,
    HARMS,
    Weighed,
    figures,
    is_news,
    measure,
    the_day,
)
from warehouse.linking.places import (
    COUNTY,
    NARROW,
    SITE,
    UNKNOWN,
    Step,
    are_apart,
    are_namesakes,
    around,
    kilometres,
    name_words,
)
from warehouse.linking.records import Mention
from warehouse.linking.text_words import Frequencies

LEAST_TELLING = 3
"""The least figure whose coming again tells of one event in two towns: one and two always do."""
LEAST_RARE = 10
"""The least figure whose coming again tells of one event in several reports of either side."""
LIKELY = 0.5
"""The least probability of a pair that counts where one of its mentions tells no day."""
WEIGHTS = Path(__file__).parent / "model.yml"
SEASON = 90
"""Days between two told days, or between a publication and a later day, from which on other figures
are of another event: dates of publication are often wrong by weeks."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of the features.

    Attributes:
        intercept: The log-odds of a pair that shares nothing.
        weights: Weight of each feature, in the order of `FEATURES`.
        threshold: Mean probability from which on mentions are of one event.
        unlike: The probability of a pair that has no word and no place in common.
    """

    intercept: float
    weights: tuple[float, ...]
    threshold: float
    unlike: float

    def probability(self, one: Weighed, other: Weighed, frequencies: Frequencies) -> float:
        """The probability that two mentions are of one event, where that is possible.

        Words alone place a mention without any day, so that nothing but a likely pair counts.
        """
        found = self.of(measure(one, other, frequencies))
        is_undated = one.mention.interval is None or other.mention.interval is None
        return 0.0 if is_undated and found < LIKELY else found

    def of(self, measured: Sequence[float]) -> float:
        """The probability that goes with the features of a pair."""
        odds = self.intercept + sum(
            weight * value for weight, value in zip(self.weights, measured, strict=True)
        )
        return 1 / (1 + math.exp(-odds)) if odds > -50 else 0.0


def is_impossible(one: Mention, other: Mention) -> bool:
    """Whether one happened before the other began, in another season, or at another such place."""
    return (
        is_past(one, other)
        or is_past(other, one)
        or are_times_apart(one, other)
        or (not is_told_again(one, other) and are_reports_apart(one, other))
        or are_attacks_apart(one, other)
        or are_news_apart(one, other)
        or is_of_other_day(one, other)
        or is_of_other_day(other, one)
        or are_days_and_places_apart(one, other)
        or are_towns_apart(one, other)
        or are_at_namesakes(one, other)
    )


def are_times_apart(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell of two times, and share neither a figure nor a victim's name."""
    return not is_told_again(one, other) and (
        are_seasons_apart(one, other)
        or is_written_before(one, other)
        or is_written_before(other, one)
    )


def is_past(one: Mention, other: Mention) -> bool:
    """Whether a mention's last day lies before the other's first."""
    return bool(one.until and other.interval and other.interval.first > one.until)


def is_told_again(one: Mention, other: Mention) -> bool:
    """Whether two mentions share a figure or the name of a victim."""
    return bool(one.figures & other.figures or one.victims & other.victims)


def are_seasons_apart(one: Mention, other: Mention) -> bool:
    """Whether both tell days that lie far apart; the day told may be that of a trial."""
    first, second = one.interval, other.interval
    if first is None or second is None or not (first.is_precise and second.is_precise):
        return False
    return first.is_stated and second.is_stated and first.gap(second) > SEASON


def are_attacks_apart(one: Mention, other: Mention) -> bool:
    """Whether another side is blamed than in a text that tells of an attack by each."""
    sides = {one.side, other.side}
    return (one.is_one_of_two or other.is_one_of_two) and None not in sides and len(sides) > 1


def is_of_other_day(one: Mention, other: Mention) -> bool:
    """Whether a mention tells the day of another event in the other's text, not of its own.

    A text that tells of Sunday's attack and of Friday's has two events; a report of Friday's is of
    the other one. A day more or less may be a matter of time zones.
    """
    day, told = the_day(one), the_day(other)
    if day is None or told is None or abs((day - told).days) <= 1:
        return False
    return day in other.other_days


def are_news_apart(one: Mention, other: Mention) -> bool:
    """Whether each tells of a day that was just over, weeks apart, and they name no common victim.

    In a war all reports of one city's shelling are alike, and small figures recur.
    """
    first, second = one.interval, other.interval
    if first is None or second is None or not (is_news(one) and is_news(other)):
        return False
    return first.gap(second) > FAR and not one.victims & other.victims


def are_reports_apart(one: Mention, other: Mention) -> bool:
    """Whether one outlet published both, weeks apart, with other figures of one harm.

    An outlet tells its events in like words; of an event that it has told before, it repeats a
    figure, a victim's name or the name of the site.
    """
    if one.outlet is None or one.outlet != other.outlet:
        return False
    if one.published is None or other.published is None:
        return False
    if abs((one.published - other.published).days) <= FAR:
        return False
    if tells_site(one, other) or tells_site(other, one):
        return False
    return any(figures(one, harm) and figures(other, harm) for harm in HARMS)


def tells_site(one: Mention, other: Mention) -> bool:
    """Whether a mention names the other's place, where that is narrower than a town."""
    place = other.path[:1]
    return bool(place) and place[0].level in {SITE, UNKNOWN} and tells(one, place)


def is_written_before(one: Mention, other: Mention) -> bool:
    """Whether a text was published well before the day that the other tells."""
    days = other.interval
    if one.published is None or days is None or not (days.is_stated and days.is_precise):
        return False
    return (days.first - one.published).days > SEASON


def telling_facts(mention: Mention, least: int = LEAST_TELLING) -> frozenset[str]:
    """Names of victims, and figures that few events share: those of at least so many."""
    told = {each for each in mention.figures if int(each.split(" ")[0]) >= least}
    return mention.victims | told


def share_a_telling_fact(one: Mention, other: Mention) -> bool:
    """Whether two mentions share the name of a victim, or a figure that few events share."""
    return not telling_facts(one).isdisjoint(telling_facts(other))


def are_days_and_places_apart(one: Mention, other: Mention) -> bool:
    """Whether each tells of another day that was just over, at another place than the other's.

    Neither names the other's place. A text that gives one event another day has its place at least.
    """
    days = the_day(one), the_day(other)
    if None in days or days[0] == days[1] or not (is_news(one) and is_news(other)):
        return False
    if not are_apart(one.path, other.path) or share_a_telling_fact(one, other):
        return False
    ends = one.path[:1], other.path[:1]
    are_narrow = all(end.level in NARROW for (end,) in ends)
    return are_narrow and not tells(one, ends[1]) and not tells(other, ends[0])


def are_towns_apart(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of towns far from one another, and neither names the other's.

    A town counts as named where no other event of the text is put in it. A county reaches further
    than a town. A victim's name, or a figure of more than two, that both
    tell speaks for one event in a place that one of them has wrong.
    """
    if share_a_telling_fact(one, other):
        return False
    if not (one.path and other.path and are_apart(one.path, other.path)):
        return False
    ends = one.path[0], other.path[0]
    if any(end.level not in {*NARROW, COUNTY} or end.latitude is None for end in ends):
        return False
    is_named = (tells(one, ends[1:]) and ends[1].key not in one.elsewhere) or (
        tells(other, ends[:1]) and ends[0].key not in other.elsewhere
    )
    reach = NEIGHBOURHOOD * (1 + sum(end.level == COUNTY for end in ends))
    return not is_named and kilometres(one.path, other.path) > reach


def are_at_namesakes(one: Mention, other: Mention) -> bool:
    """Whether two mentions tell in which country, state or county their places of one name lie."""
    if not are_namesakes(one.path, other.path):
        return False
    first, second = around(one.path, other.path), around(other.path, one.path)
    return bool(
        tells(one, first)
        and tells(other, second)
        and not tells(one, second)
        and not tells(other, first)
    )


def tells(mention: Mention, places: Iterable[Step]) -> bool:
    """Whether a mention names one of some places."""
    wording = mention.wording
    return any(
        all(word in wording.names or word in wording.whole for word in name_words(place.name))
        for place in places
    )


@cache
def linking_model() -> Model:
    """The model with the weights that were fitted last."""
    kept = parse_yaml(WEIGHTS.read_text("utf-8"))
    return Model(
        intercept=kept["intercept"],
        weights=tuple(kept["weights"][feature] for feature in FEATURES),
        threshold=kept["threshold"],
        unlike=kept["unlike"],
    )
