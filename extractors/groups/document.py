"""The groups of a document: who is mentioned, who are its two sides, who lives where."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractors.groups.evidence import DocumentNames, weigh
from extractors.groups.introduced import introduce
from extractors.groups.lexicon import Group, demonyms, is_noun
from extractors.groups.mentions import Mention, Role, find_mentions
from extractors.groups.names import scan
from extractors.groups.spelling import words_of
from extractors.text import Sentence, split_sentences

_LEAD = 400
"""Characters of headline and lead, where a mention counts double: there stand the two sides."""


@dataclass(frozen=True)
class DocumentGroups:
    """What a document tells of groups.

    Attributes:
        text: The document.
        sentences: Its sentences.
        names: What names mean in it.
        mentions: The mentions in order.
    """

    text: str
    sentences: Sequence[Sentence]
    names: DocumentNames
    mentions: tuple[Mention, ...]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each group is mentioned, the most frequent first."""
        groups = Counter(m.group.name for m in self.mentions if m.group and m.role is not Role.HOME)
        return dict(groups.most_common())

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The names that the document itself introduces, with their groups."""
        return {
            sense.name: sense.ref for found in self.names.introduced.values() for _, sense in found
        }

    @cached_property
    def armed(self) -> tuple[Group, ...]:
        """The armed groups, the one that the document is about first."""
        weights = self._weigh(m for m in self.mentions if m.group and m.group.is_armed)
        return tuple(group for group, _ in weights.most_common())

    @cached_property
    def forces(self) -> tuple[Group, ...]:
        """The forces of states, the one that the document is about first.

        Where none are called after their country, they are those of the country that the
        document names most.
        """
        weights = self._weigh(m for m in self.mentions if m.group and not m.group.is_armed)
        if weights:
            return tuple(group for group, _ in weights.most_common())
        states = Counter(
            {c: n for c, n in self.names.countries.items() if demonyms()[c].state}
        ).most_common(1)
        return tuple(demonyms()[country].forces for country, _ in states)

    @cached_property
    def homes(self) -> tuple[Mention, ...]:
        """The places whose residents are a group."""
        return tuple(m for m in self.mentions if m.role is Role.HOME)

    @cached_property
    def is_of_exiles(self) -> bool:
        """Whether the document calls its armed group one of exiles, dissidents or opponents."""
        words = words_of(self.text)
        return any(
            is_noun("exile", one.text)
            or (is_noun("banished", one.text) and is_noun("body", two.text))
            for one, two in pairwise(words)
        )

    def find(self, text: str) -> tuple[Mention, ...]:
        """Find mentions in a phrase of the document, or in words about it."""
        return find_mentions(scan(text), self.names)

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie in a stretch of the document."""
        return tuple(m for m in self.mentions if start <= m.start and m.end <= end)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        return next((s for s in self.sentences if s.start <= offset < s.end), None)

    def _weigh(self, mentions: Iterable[Mention]) -> Counter[Group]:
        weights: Counter[Group] = Counter()
        for mention in mentions:
            if mention.group is not None:
                weights[mention.group] += 2 if mention.start < _LEAD else 1
        return weights


def read_groups(text: str, sentences: Sequence[Sentence] | None = None) -> DocumentGroups:
    """Read the groups of a document.

    Args:
        text: The document's text, folded or as it is; offsets of mentions refer to it.
        sentences: Its sentences where they are known; otherwise they are found.
    """
    found = split_sentences(text) if sentences is None else sentences
    scanned = scan(text)
    names = introduce(scanned, weigh(scanned.hits), found)
    return DocumentGroups(text, found, names, find_mentions(scanned, names))
