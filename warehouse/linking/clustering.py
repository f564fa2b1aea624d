"""Average linkage: mentions come together while they are alike on the average."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Pair = tuple[str, str]
LEAST_DOCUMENTS = 3
"""Documents of an event that takes two tellings of one of them."""
LEAST_AGREEING = 2
"""Documents that make the day on which they agree certain."""


@dataclass(frozen=True, slots=True)
class Block:
    """Mentions that stay together.

    Attributes:
        members: The mentions.
        event_id: The event that a person decided on; null where nobody did.
        documents: The documents of the mentions.
        attacks: Documents that tell of an attack by each of two sides, with the side of the
            mention that is here.
        days: Documents that tell the very day, with the day.
        facts: Victims' names and telling figures.
    """

    members: tuple[str, ...]
    event_id: str | None = None
    documents: frozenset[str] = frozenset()
    attacks: frozenset[tuple[str, str]] = frozenset()
    days: frozenset[tuple[str, date]] = frozenset()
    facts: frozenset[str] = frozenset()

    def excludes(self, other: "Block") -> bool:
        """Whether two blocks are of two events: by decision, or as one document tells them.

        A document's two tellings come together where several others are like both, but not those
        of attacks by two sides.
        """
        if self.event_id and other.event_id:
            return self.event_id != other.event_id
        if self.tells_other_day(other):
            return True
        if self.documents.isdisjoint(other.documents):
            return False
        if self._tells_other_attack(other):
            return True
        is_decided = bool(self.event_id or other.event_id)
        return is_decided or len(self.documents | other.documents) < LEAST_DOCUMENTS

    def tells_other_day(self, other: "Block") -> bool:
        """Whether reports agree on one day, and others on another, and they share no fact.

        One report may have its day wrong. A day more or less is a matter of time zones.
        """
        tellers = [{document for document, _ in each.days} for each in (self, other)]
        if min(map(len, tellers)) < LEAST_AGREEING:
            return False
        gaps = (abs((day - told).days) for _, day in self.days for _, told in other.days)
        return min(gaps) > 1 and self.facts.isdisjoint(other.facts)

    def _tells_other_attack(self, other: "Block") -> bool:
        told = self.attacks | other.attacks
        return len(told) > len({document for document, _ in told})


class _Linkage:
    """Blocks with the sums of the probabilities between them."""

    def __init__(
        self,
        blocks: Sequence[Block],
        pairs: Mapping[Pair, float],
        unlike: float,
        apart: Iterable[Pair],
    ) -> None:
        self.blocks: dict[int, Block] = dict(enumerate(blocks))
        self.unlike = unlike
        self.apart: dict[str, set[str]] = defaultdict(set)
        for one_name, other_name in apart:
            self.apart[one_name].add(other_name)
            self.apart[other_name].add(one_name)
        self.sums: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        block_of = {name: n for n, block in self.blocks.items() for name in block.members}
        for (one, other), probability in pairs.items():
            first, second = block_of[one], block_of[other]
            if first != second:
                self._add(first, second, probability, 1)

    def _add(self, one: int, other: int, total: float, count: int) -> None:
        known, counted = self.sums[one].get(other, (0.0, 0))
        self.sums[one][other] = self.sums[other][one] = (known + total, counted + count)

    def mean(self, one: int, other: int) -> float:
        """Mean probability between two blocks; a pair never compared counts as unlike."""
        first, second = self.blocks[one], self.blocks[other]
        if first.excludes(second) or self.parts(first, second) or self.parts(second, first):
            return 0.0
        total, counted = self.sums[one][other]
        count = len(first.members) * len(second.members)
        return (total + self.unlike * (count - counted)) / count

    def parts(self, one: Block, other: Block) -> bool:
        """Whether a mention of a block cannot be of one event with most of another block's.

        What is like both, an undated text between two years, does not bring them together.
        """
        return any(
            len(self.apart[name].intersection(other.members)) * 2 > len(other.members)
            for name in one.members
            if name in self.apart
        )

    def order(self, one: int, other: int) -> tuple[float, str, str, int, int]:
        """Where a pair stands in line: the most alike first, ties by name."""
        names = sorted((self.blocks[one].members[0], self.blocks[other].members[0]))
        return (-self.mean(one, other), names[0], names[1], one, other)

    def join(self, one: int, other: int) -> int:
        """Make one block of two."""
        first, second = self.blocks.pop(one), self.blocks.pop(other)
        joined = 1 + max((*self.blocks, one, other))
        members = tuple(sorted((*first.members, *second.members)))
        event_id = first.event_id or second.event_id
        self.blocks[joined] = Block(
            members,
            event_id,
            first.documents | second.documents,
            first.attacks | second.attacks,
            first.days | second.days,
            first.facts | second.facts,
        )
        for gone in (one, other):
            for near, (total, count) in self.sums.pop(gone).items():
                self.sums[near].pop(gone, None)
                if near in self.blocks:
                    self._add(joined, near, total, count)
        return joined


def average_linkage(
    blocks: Sequence[Block],
    pairs: Mapping[Pair, float],
    threshold: float,
    unlike: float,
    apart: Iterable[Pair] = (),
) -> list[Block]:
    """Join the blocks that are most alike until none are alike enough.

    Args:
        blocks: What stays together from the start.
        pairs: Probability that two mentions are of one event, for the pairs that were compared.
        threshold: Mean probability from which on blocks are joined.
        unlike: What a pair counts that was never compared.
        apart: Pairs that cannot be of one event.
    """
    linkage = _Linkage(sorted(blocks, key=lambda block: block.members), pairs, unlike, apart)
    line = [linkage.order(one, near) for one in linkage.sums for near in linkage.sums[one]]
    heapq.heapify(line)
    while line:
        distance, *_, one, other = heapq.heappop(line)
        if -distance < threshold:
            break
        if one in linkage.blocks and other in linkage.blocks:
            joined = linkage.join(one, other)
            for near in linkage.sums[joined]:
                heapq.heappush(line, linkage.order(joined, near))
    return list(linkage.blocks.values())
