"""How well documents of one incident come together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from evaluation.measures import Measure, f1, ratio

Pair = tuple[str, str]


def pair_measures(groups: Sequence[Sequence[str]], linked: Iterable[Pair]) -> list[Measure]:
    """Measure pairs of documents.

    Args:
        groups: The documents of each coded incident.
        linked: Pairs that were linked; those of documents of no group do not count.
    """
    group_of = _group_of(groups)
    found = {frozenset(pair) for pair in linked if group_of.keys() >= set(pair)}
    right = sum(len({group_of[name] for name in pair}) == 1 for pair in found)
    wanted = sum(len(group) * (len(group) - 1) // 2 for group in groups)
    return [
        ratio("pairs precision", right, len(found)),
        ratio("pairs recall", right, wanted),
        f1("pairs F1", right, wanted, len(found)),
    ]


def cluster_measures(groups: Sequence[Sequence[str]], events: Mapping[str, str]) -> list[Measure]:
    """Measure clusters of documents.

    Args:
        groups: The documents of each coded incident.
        events: The event found for each document.

    Returns:
        B³ (Bagga and Baldwin 1998): for each document the share of its event, and of its
        incident, that the two have in common; and how many events an incident fell into.
    """
    group_of = _group_of(groups)
    together = Counter((group, events[name]) for name, group in group_of.items())
    sizes = Counter(events[name] for name in group_of)
    common = {name: together[group, events[name]] for name, group in group_of.items()}
    precision = sum(common[name] / sizes[events[name]] for name in group_of)
    recall = sum(common[name] / len(groups[group]) for name, group in group_of.items())
    count = len(group_of)
    return [
        ratio("B³ precision", precision, count),
        ratio("B³ recall", recall, count),
        Measure("B³ F1", 2 * precision * recall / (precision + recall) / count if count else None),
        ratio("fragments per event", len(together), len(set(group_of.values()))),
    ]


def pairs_of(events: Mapping[str, str]) -> list[Pair]:
    """The pairs of documents that share an event."""
    members: dict[str, list[str]] = {}
    for name, event in events.items():
        members.setdefault(event, []).append(name)
    return [pair for names in members.values() for pair in combinations(names, 2)]


def _group_of(groups: Sequence[Sequence[str]]) -> dict[str, int]:
    return {name: number for number, group in enumerate(groups) for name in group}
