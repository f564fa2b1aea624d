"""Which event a cluster of mentions is: events keep their names while they grow or part."""

from collections import Counter
from collections.abc import Iterable, Mapping

from schemas.base import fingerprint
from warehouse.linking.clustering import Block


def name_events(clusters: Iterable[Block], before: Mapping[str, Mapping[str, int]]) -> list[Block]:
    """Give each cluster the event that most of its claims had, each event once.

    Args:
        clusters: The mentions of each event; the event where a person decided on it.
        before: For each mention how many of its claims were linked to which events.

    Returns:
        The clusters with their events; one that had none founds an event.
    """
    every = list(clusters)
    decided = [cluster for cluster in every if cluster.event_id]
    open_clusters = [cluster for cluster in every if not cluster.event_id]
    taken = {cluster.event_id for cluster in decided}
    wishes = sorted(
        (-count, event_id, cluster.members)
        for cluster in open_clusters
        for event_id, count in _events_before(cluster, before).items()
    )
    named: dict[tuple[str, ...], str] = {}
    for _, event_id, members in wishes:
        if members not in named and event_id not in taken:
            named[members] = event_id
            taken.add(event_id)
    return decided + [
        Block(cluster.members, named.get(cluster.members) or _new_event(cluster, taken))
        for cluster in open_clusters
    ]


def _events_before(cluster: Block, before: Mapping[str, Mapping[str, int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for member in cluster.members:
        counts.update(before.get(member, {}))
    return counts


def _new_event(cluster: Block, taken: set[str | None]) -> str:
    """Name an event by the mention that founds it; another one where that name is taken."""
    name = fingerprint("event", cluster.members[0])
    while name in taken:
        name = fingerprint("event", name)
    return name
