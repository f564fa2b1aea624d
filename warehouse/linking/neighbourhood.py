"""The mentions that can be of the events that some documents tell of, with the events so far."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warehouse.linking.clustering import Block, Pair
from warehouse.linking.features import Weighed, the_day, weigh
from warehouse.linking.frequencies import read_frequencies
from warehouse.linking.model import LEAST_RARE, Model, are_times_apart, is_impossible, telling_facts
from warehouse.linking.places import name_words
from warehouse.linking.read import read_events, read_members, read_mentions, read_near
from warehouse.linking.records import Mention
from warehouse.linking.text_words import Frequencies

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_NEAR, MOST_MEMBERS = 40, 40
WORTH_A_LOOK = 0.2
"""Mentions are looked at anew from this probability on that they are of an event looked at."""
STEPS = 3
"""Steps from the new mentions to what is like them, to what is like that, and so on."""
MOST_REACHED = 400
"""Mentions that one load looks at anew beside its own."""


@dataclass
class Neighbourhood:
    """Mentions that are looked at together.

    Attributes:
        model: The model.
        frequencies: How rare their words are.
        mentions: The mentions.
        events: How many claims of each are linked to which events.
        pairs: The probability of each pair that was compared.
        apart: The pairs among them that are of two times.
    """

    model: Model
    frequencies: Frequencies = field(default_factory=Frequencies)
    mentions: dict[str, Mention] = field(default_factory=dict)
    events: dict[str, Counter[str]] = field(default_factory=dict)
    pairs: dict[Pair, float] = field(default_factory=dict)
    apart: set[Pair] = field(default_factory=set)
    weighed: dict[str, Weighed] = field(default_factory=dict)

    def add(self, connection: "DuckDBPyConnection", mentions: Mapping[str, Mention]) -> None:
        """Take in mentions, with the events of their claims and the frequencies of their words."""
        new = {name: each for name, each in mentions.items() if name not in self.mentions}
        self.mentions |= new
        self.events |= read_events(connection, new.values())
        known = self.frequencies.counts
        more = read_frequencies(connection, all_words(new.values()))
        self.frequencies = Frequencies(more.documents, {**known, **more.counts})

    def compare(self, pairs: Iterable[Pair]) -> None:
        """Compare pairs of mentions that were not compared before, and that are there still."""
        for one, other in pairs:
            if one not in self.mentions or other not in self.mentions:
                continue
            pair = (one, other) if one < other else (other, one)
            if pair not in self.pairs:
                self.pairs[pair] = self._probability(pair)

    def _probability(self, pair: Pair) -> float:
        one, other = pair
        if is_impossible(self.mentions[one], self.mentions[other]):
            if are_times_apart(self.mentions[one], self.mentions[other]):
                self.apart.add(pair)
            return 0.0
        return self.model.probability(self.weigh(one), self.weigh(other), self.frequencies)

    def is_alike(self, pair: Pair) -> bool:
        """Whether two mentions were compared and are likely enough to be of one event."""
        one, other = sorted(pair)
        return self.pairs.get((one, other), 0.0) >= WORTH_A_LOOK

    def weigh(self, name: str) -> Weighed:
        """A mention with its words weighed."""
        if name not in self.weighed:
            self.weighed[name] = weigh(self.mentions[name], self.frequencies)
        return self.weighed[name]

    def block(self, names: Sequence[str], event_id: str | None = None) -> Block:
        """Mentions that stay together."""
        mentions = [self.mentions[name] for name in names]
        return Block(
            tuple(names),
            event_id,
            frozenset(mention.document_id for mention in mentions),
            frozenset((m.document_id, m.side) for m in mentions if m.side and m.is_one_of_two),
            frozenset((m.document_id, day) for m in mentions if (day := the_day(m)) is not None),
            frozenset(fact for m in mentions for fact in telling_facts(m, LEAST_RARE)),
        )

    def events_of(self, names: Iterable[str]) -> set[str]:
        """The events of mentions."""
        return {event for name in names if (event := self.event_of(name))}

    def event_of(self, name: str) -> str | None:
        """The event of most claims of a mention."""
        counts = self.events.get(name, Counter())
        return min(counts, key=lambda event: (-counts[event], event), default=None)


def all_words(mentions: Iterable[Mention]) -> set[str]:
    """Every word of mentions whose rarity counts."""
    found: set[str] = set()
    for mention in mentions:
        wording = mention.wording
        found.update(wording.whole, wording.opening, wording.sentences)
        found.update(wording.names, wording.numbers)
        found.update(word for step in mention.path for word in name_words(step.name))
    return found


def read_neighbourhood(
    connection: "DuckDBPyConnection",
    model: Model,
    new: Sequence[Mention],
    earlier: Mapping[str, str],
) -> Neighbourhood:
    """Read what is near to new mentions: what is like them, the events of that, and so on.

    Mentions that no chain of likeness joins are never put into one event, so that what is reached
    comes out as if all documents had arrived at once. Events are read whole, so that they can be
    put together, or taken apart, in the light of what is new; of large ones some mentions stand
    for all.

    Args:
        connection: The warehouse.
        model: The model.
        new: The new mentions.
        earlier: The events that their claims were linked to before.
    """
    near = Neighbourhood(model)
    near.add(connection, {mention.mention_id: mention for mention in new})
    near.events |= {
        mention.mention_id: Counter(earlier[c] for c in mention.claim_ids if c in earlier)
        for mention in new
    }
    reached = set(near.mentions)
    reached |= extend(connection, near, near.events_of(reached), reached)
    frontier, most = frozenset(reached), len(reached) + MOST_REACHED
    for _ in range(STEPS):
        alike = look_around(connection, near, frontier) - reached
        if not alike or len(reached) + len(alike) > most:
            break
        frontier = frozenset(alike | extend(connection, near, near.events_of(alike), reached))
        reached |= frontier
    else:
        look_around(connection, near, frontier, frozenset(reached))
    near.mentions = {name: near.mentions[name] for name in reached}
    near.pairs = {pair: p for pair, p in near.pairs.items() if reached.issuperset(pair)}
    return near


def look_around(
    connection: "DuckDBPyConnection",
    near: Neighbourhood,
    names: Iterable[str],
    among: frozenset[str] | None = None,
) -> set[str]:
    """Compare mentions with those that share their keys, or with such ones only.

    Returns:
        Those that are alike.
    """
    documents = {near.mentions[name].document_id for name in names}
    pairs = read_near(connection, documents, MOST_NEAR)
    if among is None:
        near.add(connection, read_mentions(connection, {name for pair in pairs for name in pair}))
    near.compare(pair for pair in pairs if among is None or among.issuperset(pair))
    return {name for pair in pairs if near.is_alike(pair) for name in pair}


def extend(
    connection: "DuckDBPyConnection", near: Neighbourhood, events: Set[str], known: Set[str]
) -> set[str]:
    """Read events whole.

    Returns:
        Their mentions that were not known.
    """
    members = read_members(connection, events, MOST_MEMBERS)
    found = {each.mention_id: each for mentions in members.values() for each in mentions}
    near.add(connection, found)
    return found.keys() - known


def blocks_of(near: Neighbourhood, settled: frozenset[str], crowded: frozenset[str]) -> list[Block]:
    """What stays together: the mentions of events that a person decided on, or that are large."""
    fixed: dict[str, list[str]] = {}
    blocks = []
    for name in sorted(near.mentions):
        event = near.event_of(name)
        if event and event in settled | crowded:
            fixed.setdefault(event, []).append(name)
        else:
            blocks.append(near.block([name]))
    return blocks + [near.block(names, event) for event, names in fixed.items()]
