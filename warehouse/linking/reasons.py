"""Why a mention is linked to its event: the contribution of each feature, in words."""

from dataclasses import dataclass

from warehouse.linking.clustering import Block
from warehouse.linking.features import FEATURES, Weighed, measure, shared_names, shared_numbers
from warehouse.linking.model import Model
from warehouse.linking.neighbourhood import Neighbourhood
from warehouse.linking.records import Mention
from warehouse.linking.text_words import Frequencies

MOST_WORDS = 8
OF_PLACES = frozenset(
    {"town", "place apart", "distance", "place not named", "town and day", "place and day"}
)
OF_EVENT_DAYS = frozenset({"same day", "next day", "days apart", "days far apart", "days unknown"})
FOUNDED = "founded"
PRIOR = "two mentions"
LIKE = "most like"


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for a link.

    Attributes:
        feature: What was compared.
        detail: What was found.
        weight: How much it adds to the log-odds of the link; it takes away where negative.
    """

    feature: str
    detail: str
    weight: float


def reasons_of(near: Neighbourhood, name: str, block: Block) -> tuple[float, tuple[Reason, ...]]:
    """The mean probability that a mention is of an event, and what speaks for it.

    The reasons are those of the mention of the event that is most like it.
    """
    others = [other for other in block.members if other != name]
    if not others:
        return 0.0, (Reason(FOUNDED, "no known event fits", 0.0),)
    unlike = near.model.unlike
    found = {other: near.pairs.get(ordered(name, other), unlike) for other in others}
    mean = sum(found.values()) / len(found)
    closest = min(found, key=lambda other: (-found[other], other))
    reasons = explain(near.model, near.weigh(name), near.weigh(closest), near.frequencies)
    return round(mean, 3), tuple(reasons)


def ordered(one: str, other: str) -> tuple[str, str]:
    """A pair as the pairs are filed."""
    return (one, other) if one < other else (other, one)


def explain(model: Model, one: Weighed, other: Weighed, frequencies: Frequencies) -> list[Reason]:
    """What each feature adds to the log-odds that two mentions are of one event."""
    measured = dict(zip(FEATURES, measure(one, other, frequencies), strict=True))
    weights = dict(zip(FEATURES, model.weights, strict=True))
    title = other.mention.title or other.mention.document_id
    return [
        Reason(LIKE, title, 0.0),
        Reason(PRIOR, "before anything is compared", round(model.intercept, 3)),
        *(
            Reason(
                feature,
                detail(feature, value, one.mention, other.mention, frequencies),
                round(weights[feature] * value, 3),
            )
            for feature, value in measured.items()
            if value and weights[feature]
        ),
    ]


def detail(
    feature: str, value: float, one: Mention, other: Mention, frequencies: Frequencies
) -> str:
    """What was found, in words where there are some."""
    if feature in {"names", "rare names"}:
        return listed(shared_names(one, other), frequencies)
    if feature == "numbers":
        return listed(shared_numbers(one, other), frequencies)
    if feature in OF_PLACES and one.path and other.path:
        return f"{one.path[0].name} and {other.path[0].name}"
    if feature in OF_EVENT_DAYS and one.interval and other.interval:
        told = (f"{days.first}…{days.last}" for days in (one.interval, other.interval))
        return " and ".join(told)
    if feature.startswith("published"):
        return f"{one.published} and {other.published}"
    shared = {
        "victims and day": one.groups & other.groups,
        "victims named": one.victims & other.victims,
        "agent": one.agents & other.agents,
        "speakers": one.speakers & other.speakers,
    }.get(feature)
    return listed(shared, frequencies) if shared else f"{value:.2f}"


def listed(words: frozenset[str], frequencies: Frequencies) -> str:
    """The rarest of some words."""
    ranked = sorted(words, key=lambda word: (-frequencies.rarity_of_name(word), word))
    return ", ".join(ranked[:MOST_WORDS])
