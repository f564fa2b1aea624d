"""What a document ties to its groups: the camps they live in, the people who lead them."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.document.text import Sentence
from extractors.languages.context_words import words_of
from extractors.victims.evidence import DocumentNames
from extractors.victims.group_lexicon import Group, is_noun, nouns
from extractors.victims.group_mentions import GroupMention, GroupRole, within
from extractors.victims.group_names import Scan, Sense, SenseKind, index_names
from extractors.victims.name_runs import Runs

_REACH = 8
"""Words between a group and what is tied to it: "home to about 300 exiled members of the"."""
_ROLE_REACH = 4
_LONGEST_NAME = 80


class GroupTies:
    """The ties of one document."""

    def __init__(
        self, scanned: Scan, mentions: Sequence[GroupMention], sentences: Sequence[Sentence]
    ) -> None:
        starts: Collection[int] = frozenset(sentence.start for sentence in sentences)
        self.words = scanned.words
        self.runs = Runs(scanned, starts)
        self.sentences = sentences
        self.mentions = [
            m for m in mentions if m.role is GroupRole.NAMED and m.group and m.group.is_armed
        ]
        self.forces = [m for m in mentions if m.role in {GroupRole.FORCE, GroupRole.SOME_FORCE}]

    def homes(self) -> Mapping[str, Group]:
        """Camps and compounds by name, with the group that the document says lives there."""
        found: dict[str, Group] = {}
        home = nouns("home")
        for at, word in enumerate(self.words):
            if word.key in home and word.text[0].isupper():
                run = self.runs.ending(self.runs.beginning(at + 1))
                dweller = self._dweller(at) if run and run[1] - run[0] > 1 else None
                if run and dweller:
                    found[self.runs.text(*run)] = dweller
        return found

    def _dweller(self, at: int) -> Group | None:
        """The group that lives at a place: "home to the Front", "where the Front is based".

        Whoever is told of before the place, as those who stormed it, does not live there.
        """
        place = bisect_right(self.sentences, self.words[at].start, key=lambda s: s.start) - 1
        sentence = self.sentences[max(0, place)]
        for mention in within(self.mentions, sentence.start, sentence.end):
            first, last = self._index(mention.start), self._index(mention.end)
            opens = max(first - _REACH, at + 1 if at < first else 0)
            near = [*self.words[max(0, opens) : first], *self.words[last : last + 3]]
            lives = any(word.key in nouns("dwelling") for word in near)
            if lives and not within(self.forces, near[0].start, near[-1].end):
                return mention.group
        return None

    def leaders(self) -> Mapping[str, Group]:
        """People by the key of their last name, with the group that they lead or speak for."""
        return dict(self._leaders())

    def _leaders(self) -> Iterator[tuple[str, Group]]:
        leadership = nouns("leadership")
        for at, word in enumerate(self.words):
            if word.key not in leadership:
                continue
            before = self._led_before(at)
            last = self._name_after(at) if before is not None else None
            if before is not None and last is not None:
                yield self.words[last - 1].key, before
            after = self._led_after(at)
            run = self._name_before(at) if after is not None else None
            if run is not None and after is not None:
                yield self.words[run[1] - 1].key, after

    def _led_before(self, at: int) -> Group | None:
        """The group right before a leader: "the Front's military commander | Juan Lima"."""
        before = within(self.mentions, 0, self.words[at].start)[-1:]
        owner = self.words[at - 1] if at else None
        is_body = owner is not None and owner.owns and is_noun("body", owner.text)
        if before and (is_body or at - self._index(before[0].end) < _ROLE_REACH - 1):
            return before[0].group
        return None

    def _led_after(self, at: int) -> Group | None:
        """The group right behind a leader: "commander of the Front's armed wing"."""
        following = self.words[at + 1 : at + 4]
        if not following or following[0].key not in words_of("owned-by"):
            return None
        inside = within(self.mentions, following[0].end, following[-1].end + _LONGEST_NAME)
        return inside[0].group if inside and inside[0].start <= following[-1].start else None

    def _name_after(self, at: int) -> int | None:
        """Index after the name of several words behind a leader: "leader, Juan Lima"."""
        if at + 1 >= len(self.words) or not self.words[at + 1].text[0].isupper():
            return None
        gap = self.runs.source[self.words[at].end : self.words[at + 1].start]
        last = self.runs.beginning(at + 2)
        return last if gap in {" ", ", "} and last > at + 2 else None

    def _name_before(self, at: int) -> tuple[int, int] | None:
        """The name that a leader stands in apposition to: "Juan Lima, the founder"."""
        for last in range(at, max(0, at - _ROLE_REACH), -1):
            if self.words[last - 1].text[0].isupper():
                run = self.runs.ending(last)
                return run if run and run[1] - run[0] > 1 else None
        return None

    def _index(self, offset: int) -> int:
        """Index of the first word that begins at or after an offset."""
        return bisect_left(self.words, offset, key=lambda word: word.start)


def with_homes(names: DocumentNames, homes: Mapping[str, Group]) -> DocumentNames:
    """Add the homes that a document tells of to what its names mean."""
    known = [sense for found in names.introduced.values() for _, sense in found]
    senses = [Sense(SenseKind.INTRODUCED_HOME, group.name, name) for name, group in homes.items()]
    groups = {**names.groups, **{group.name: group for group in homes.values()}}
    return replace(names, introduced=index_names([*known, *senses]), groups=groups)
