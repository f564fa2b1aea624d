"""The mentions that can be of the events that some documents tell of, with the events so far."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warehouse.linking.clustering import Block, Pair
from warehouse.linking.features import Weighed, weigh
from warehouse.linking.frequencies import read_frequencies
from warehouse.linking.mentions import Mention
from warehouse.linking.model import Model
from warehouse.linking.places import name_words
from warehouse.linking.read import read_events, read_members, read_mentions, read_near
from warehouse.linking.text_words import Frequencies

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_NEAR, MOST_MEMBERS = 40, 40
WORTH_A_LOOK = 0.1
"""Events are looked at anew from this probability on that a new mention is of them."""


@dataclass
class Neighbourhood:
    """Mentions that are looked at together.

    Attributes:
        model: The model.
        frequencies: How rare their words are.
        mentions: The mentions.
        events: How many claims of each are linked to which events.
        pairs: The probability of each pair that was compared.
    """

    model: Model
    frequencies: Frequencies = field(default_factory=Frequencies)
    mentions: dict[str, Mention] = field(default_factory=dict)
    events: dict[str, Counter[str]] = field(default_factory=dict)
    pairs: dict[Pair, float] = field(default_factory=dict)
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
                self.pairs[pair] = self.model.probability(
                    self.weigh(one), self.weigh(other), self.frequencies
                )

    def weigh(self, name: str) -> Weighed:
        """A mention with its words weighed."""
        if name not in self.weighed:
            self.weighed[name] = weigh(self.mentions[name], self.frequencies)
        return self.weighed[name]

    def block(self, names: Sequence[str], event_id: str | None = None) -> Block:
        """Mentions that stay together."""
        documents = frozenset(self.mentions[name].document_id for name in names)
        return Block(tuple(names), event_id, documents)

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
    """Read what is near to new mentions: what shares their keys, and the events of what is alike.

    The events are read whole, so that they can be put together, or taken apart, in the light of
    what is new; of large ones some mentions stand for all.

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
    pairs = read_near(connection, {mention.document_id for mention in new}, MOST_NEAR)
    names = {name for pair in pairs for name in pair}
    near.add(connection, read_mentions(connection, names - near.mentions.keys()))
    near.compare(pairs)
    alike = [pair for pair, probability in near.pairs.items() if probability >= WORTH_A_LOOK]
    events = {near.event_of(name) for pair in alike for name in pair}
    events |= {near.event_of(mention.mention_id) for mention in new}
    members = read_members(connection, {event for event in events if event}, MOST_MEMBERS)
    for mentions in members.values():
        near.add(connection, {mention.mention_id: mention for mention in mentions})
    kept = {mention.mention_id for mention in new}
    kept |= {mention.mention_id for mentions in members.values() for mention in mentions}
    near.mentions = {name: near.mentions[name] for name in kept}
    documents = {mention.document_id for mention in near.mentions.values()}
    more = read_near(connection, documents, MOST_NEAR)
    near.compare(pair for pair in more if kept.issuperset(pair))
    near.pairs = {pair: p for pair, p in near.pairs.items() if kept.issuperset(pair)}
    return near


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
