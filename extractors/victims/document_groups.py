"""The groups of a document: who is mentioned, who are its two sides, who lives where."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractors.document.text import Sentence, split_sentences
from extractors.languages.patterns import pattern
from extractors.victims.evidence import DocumentNames, weigh
from extractors.victims.group_lexicon import Group, demonyms, nouns
from extractors.victims.group_mentions import GroupMention, GroupRole, find_mentions, within
from extractors.victims.group_names import SenseKind, scan
from extractors.victims.introduced import introduce
from extractors.victims.spelling import Word
from extractors.victims.ties import GroupTies, with_homes

_BORDER = 40
"""Characters before a country that can say that another place borders on it."""
_LEAD = 400
"""Characters of headline and lead, where a mention counts double: there stand the two sides."""


@dataclass(frozen=True)
class DocumentGroups:
    """What a document tells of groups.

    Attributes:
        text: The document.
        words: Its words.
        sentences: Its sentences.
        names: What names mean in it.
        mentions: The mentions in order.
        leaders: People who lead or speak for a group, by the key of their last name.
    """

    text: str
    words: Sequence[Word]
    sentences: Sequence[Sentence]
    names: DocumentNames
    mentions: tuple[GroupMention, ...]
    leaders: Mapping[str, Group]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each group is mentioned, the most frequent first."""
        groups = Counter(
            m.group.name for m in self.mentions if m.group and m.role is not GroupRole.HOME
        )
        return dict(groups.most_common())

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The names that the document itself introduces, with their groups."""
        return {
            sense.name: sense.ref
            for found in self.names.introduced.values()
            for _, sense in found
            if sense.kind is SenseKind.INTRODUCED
        }

    @cached_property
    def armed(self) -> tuple[Group, ...]:
        """The armed groups, the one that the document is about first."""
        weights = self._weigh(m for m in self.mentions if m.group and m.group.is_armed)
        return tuple(group for group, _ in weights.most_common())

    def first_armed(self, attackers: Collection[Group] = ()) -> str | None:
        """The armed group that the document is about, attackers left out."""
        return next((group.name for group in self.armed if group not in attackers), None)

    @cached_property
    def forces(self) -> tuple[Group, ...]:
        """The forces of states, the one that the document is about first.

        Where none are called after their country, they are those of the country that the
        document names most.
        """
        weights = self._weigh(m for m in self.mentions if m.group and not m.group.is_armed)
        return tuple(group for group, _ in weights.most_common()) or self.local_forces[:1]

    @cached_property
    def local_forces(self) -> tuple[Group, ...]:
        """The forces of the countries that the document names, the one where it happens first.

        A police force is a country's own, while troops can be those of another.
        """
        weights = Counter(
            {
                demonyms()[country].forces: count
                for country, count in self.names.countries.items()
                if demonyms()[country].state and country not in self._elsewhere
            }
        )
        at_home = (
            mention
            for mention in self.mentions
            if mention.role is GroupRole.COUNTRY
            and demonyms()[mention.country or ""].state
            and mention.country not in self._elsewhere
        )
        for mention in at_home:
            is_adjective = (
                self.text[mention.start : mention.end]
                in demonyms()[mention.country or ""].adjectives
            )
            weights[demonyms()[mention.country or ""].forces] += not is_adjective
        return tuple(group for group, _ in weights.most_common())

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The countries of which only nationals or borders are named.

        Where Peru's police meet Indians, the police are not India's; those of "the province,
        which borders Iran" are not Iran's. Nationals tell something where no country is named.
        """
        named = [m for m in self.mentions if m.country]
        near = {m.country for m in named if m.country and self._is_border(m)}
        home = {m.country for m in named if m.role is not GroupRole.NATIONAL} - near
        nationals = {m.country for m in named if m.country and m.role is GroupRole.NATIONAL}
        return frozenset((near | nationals if home else near) - home)

    def _is_border(self, mention: GroupMention) -> bool:
        before = self.text[max(0, mention.start - _BORDER) : mention.start]
        return pattern("border-before").search(before) is not None

    @cached_property
    def homes(self) -> tuple[GroupMention, ...]:
        """The places whose residents are a group."""
        return tuple(m for m in self.mentions if m.role is GroupRole.HOME)

    @cached_property
    def is_of_exiles(self) -> bool:
        """Whether the document calls its armed group one of exiles, dissidents or opponents."""
        keys = [word.key for word in self.words]
        exiles, banished, bodies = nouns("exile"), nouns("banished"), nouns("body")
        return any(
            one in exiles or (one in banished and two in bodies) for one, two in pairwise(keys)
        )

    def find(self, text: str) -> tuple[GroupMention, ...]:
        """Find mentions in a phrase of the document, or in words about it."""
        return find_mentions(scan(text), self.names)

    def within(self, start: int, end: int) -> tuple[GroupMention, ...]:
        """The mentions that lie in a stretch of the document."""
        return tuple(within(self.mentions, start, end))

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        found = self.sentences[place] if place >= 0 else None
        return found if found and offset < found.end else None

    def _weigh(self, mentions: Iterable[GroupMention]) -> Counter[Group]:
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
    mentions = find_mentions(scanned, names)
    ties = GroupTies(scanned, mentions, found)
    if homes := ties.homes():
        names = with_homes(names, homes)
        mentions = find_mentions(scanned, names)
    return DocumentGroups(text, scanned.words, found, names, mentions, ties.leaders())
