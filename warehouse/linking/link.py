"""Join each mention to the event that it fits best, or found one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from schemas.base import fingerprint
from warehouse.linking.keys import filed, looked_up
from warehouse.linking.mentions import Mention
from warehouse.linking.profile import Profile
from warehouse.linking.score import FORBIDDEN, THRESHOLD, Reason, compare, total

UNDATED_THRESHOLD, UNDATED_MARGIN = 6.5, 1.0
SAME_DOCUMENT, KEPT = -2.0, 2.0
BIG_EVENT, MOST_FOR_SIZE = 0.02, 25


@dataclass(frozen=True, slots=True)
class Link:
    """A claim's event, with the reasons."""

    claim_id: str
    event_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass
class Registry:
    """The events that mentions of a batch can be of.

    Attributes:
        profiles: What is known of each event.
        index: Events by the keys under which they are filed.
        founded: Events that this batch founded, with the claim that did.
        changed: Events whose profile this batch changed.
        vacant: Events that nothing speaks of since their documents were read again.
    """

    profiles: dict[str, Profile] = field(default_factory=dict)
    index: dict[str, set[str]] = field(default_factory=dict)
    founded: dict[str, str] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    vacant: frozenset[str] = frozenset()

    def file(self, profile: Profile) -> None:
        """Enter an event, or what is now known of it."""
        self.profiles[profile.event_id] = profile
        for key in filed(profile):
            self.index.setdefault(key, set()).add(profile.event_id)

    def candidates(self, mention: Mention) -> list[Profile]:
        """Events that a mention might be of."""
        found: set[str] = set()
        for key in looked_up(mention):
            found |= self.index.get(key, set())
        return [self.profiles[event_id] for event_id in sorted(found)]


def link_document(
    registry: Registry, mentions: Sequence[Mention], earlier: Mapping[str, str]
) -> list[Link]:
    """Link the mentions of one document, the best dated first.

    Args:
        registry: The events known; takes up what the mentions tell.
        mentions: The document's mentions.
        earlier: Event of each claim before, where the document was linked before.
    """
    links: list[Link] = []
    taken: set[str] = set()
    for mention in sorted(mentions, key=telling_order):
        before = most_common(earlier[claim] for claim in mention.claim_ids if claim in earlier)
        event_id, reasons = choose(registry, mention, taken, before)
        if event_id is None:
            is_free = before in registry.vacant and before not in taken
            event_id = before if is_free and before else new_event(mention, before)
            reasons = [Reason("founded", "no known event fits", 0.0)]
        join(registry, event_id, mention)
        taken.add(event_id)
        links += [
            Link(claim_id, event_id, total(reasons), tuple(reasons))
            for claim_id in mention.claim_ids
        ]
    return links


def choose(
    registry: Registry, mention: Mention, taken: set[str], before: str | None
) -> tuple[str | None, list[Reason]]:
    """The event that fits best and well enough, with the reasons."""
    ranked = []
    for profile in registry.candidates(mention):
        reasons = compare(mention, profile)
        reasons += context(mention, profile, taken, before)
        size = min(profile.documents, MOST_FOR_SIZE) * BIG_EVENT
        ranked.append((total(reasons) + size, profile, reasons))
    ranked.sort(key=lambda item: (-item[0], item[1].event_id))
    if not ranked:
        return None, []
    best, profile, reasons = ranked[0]
    score = total(reasons)
    if mention.interval is None:
        rival = ranked[1][0] if len(ranked) > 1 else FORBIDDEN
        is_clear = score >= UNDATED_THRESHOLD and best - rival >= UNDATED_MARGIN
        return (profile.event_id, reasons) if is_clear else (None, [])
    return (profile.event_id, reasons) if score >= THRESHOLD else (None, [])


def context(
    mention: Mention, profile: Profile, taken: set[str], before: str | None
) -> list[Reason]:
    """What the rest of the document, and an earlier reading of it, say about a link."""
    found = []
    if profile.event_id in taken:
        weight = SAME_DOCUMENT if mention.interval else FORBIDDEN
        found.append(Reason("document", "tells of this event elsewhere", weight))
    if profile.event_id == before:
        found.append(Reason("earlier", "was linked to this event before", KEPT))
    return found


def join(registry: Registry, event_id: str, mention: Mention) -> None:
    """Let an event take up a mention, and found it where it is new."""
    profile = registry.profiles.get(event_id)
    if profile is None:
        profile = Profile(event_id)
        registry.founded[event_id] = mention.claim_ids[0]
    registry.file(profile.plus(mention))
    registry.changed.add(event_id)


def new_event(mention: Mention, before: str | None) -> str:
    """Name an event by the claim that founds it, and by the event that the claim leaves."""
    return fingerprint("event", mention.claim_ids[0], before)


def telling_order(mention: Mention) -> tuple[bool, bool, str]:
    """Precisely dated mentions before rough ones, undated ones last."""
    interval = mention.interval
    return (interval is None, not (interval and interval.is_precise), mention.claim_ids[0])


def most_common(names: Iterable[str]) -> str | None:
    """The most frequent name, or none."""
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name), default=None)
