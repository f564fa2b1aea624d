"""Mentions of groups: names, forces called after a country, and common nouns for either side."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.victims.evidence import DocumentNames
from extractors.victims.group_lexicon import Group, demonyms, nouns
from extractors.victims.group_names import Hit, Scan, SenseKind
from extractors.victims.spelling import Word

_PLAIN = regex.compile(r"\s{1,2}|-")
_MODIFIERS = 4
"""Words that may stand between a country and its forces: "Iraqi federal riot police"."""


class GroupRole(StrEnum):
    """How a group is mentioned."""

    NAMED = "named"
    FORCE = "force"
    """Called after its country: "Iraqi riot police", "Iraq's army"."""
    SOME_FORCE = "some force"
    """A common noun: "the troops"."""
    SOME_ARMED = "some armed"
    """A common noun: "the rebels"."""
    HOME = "home"
    NATIONAL = "national"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A mention of a group, or of what leads to one.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        role: How it is mentioned.
        group: The group, where the words themselves tell it.
        country: The country or people in the words.
    """

    start: int
    end: int
    role: GroupRole
    group: Group | None = None
    country: str | None = None


def within(mentions: Sequence[GroupMention], start: int, end: int) -> Sequence[GroupMention]:
    """The mentions, in order, that lie in a stretch of the text."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_right(mentions, end, key=lambda mention: mention.end)
    return mentions[first:last]


def find_mentions(scanned: Scan, names: DocumentNames) -> tuple[GroupMention, ...]:
    """Find the mentions in a text.

    Args:
        scanned: A document, or a phrase of one.
        names: What names mean in the document.
    """
    return _Reader(scanned.with_names(names.introduced), names).read()


class _Reader:
    """One pass over the words of a text."""

    def __init__(self, scanned: Scan, names: DocumentNames) -> None:
        self.text = scanned.text
        self.names = names
        self.words: Sequence[Word] = scanned.words
        self.hits: Mapping[int, Hit] = {hit.first: hit for hit in scanned.hits}

    def read(self) -> tuple[GroupMention, ...]:
        found: list[GroupMention] = []
        following = 0
        common = _first_of_any()
        for at in [i for i, word in enumerate(self.words) if i in self.hits or word.key in common]:
            if at < following:
                continue
            mention, following = self._at(at)
            if mention is not None:
                found.append(mention)
        return tuple(found)

    def _at(self, at: int) -> tuple[GroupMention | None, int]:
        """The mention that begins at a word, and where to go on."""
        hit = self.hits.get(at)
        if hit is None:
            return self._common(at)
        group = self.names.group(hit)
        if group is not None:
            return self._mention(at, hit.last, GroupRole.NAMED, group), hit.last
        owner = self.names.owner(hit)
        if owner is not None:
            return self._mention(at, hit.last, GroupRole.HOME, owner), hit.last
        return self._country(hit)

    def _country(self, hit: Hit) -> tuple[GroupMention | None, int]:
        senses = (
            hit.of(SenseKind.ADJECTIVE) or hit.of(SenseKind.PLACE) or hit.of(SenseKind.NATIONAL)
        )
        if not senses:
            return None, hit.last
        country = senses[0].ref
        last = self.force_end(hit.last) if self._can_own(hit) else None
        if last is not None:
            forces = demonyms()[country].forces
            # "Afghan and coalition forces": the second name is read for itself
            end = min([last, *(first for first in self.hits if hit.first < first < last)])
            return self._mention(hit.first, end, GroupRole.FORCE, forces, country), end
        is_national = hit.of(SenseKind.NATIONAL) and not hit.of(SenseKind.ADJECTIVE)
        role = GroupRole.NATIONAL if is_national else GroupRole.COUNTRY
        return self._mention(hit.first, hit.last, role, None, country), hit.last

    def _can_own(self, hit: Hit) -> bool:
        """Whether forces after the name are its own: not those "in Mali"."""
        if hit.of(SenseKind.ADJECTIVE) or self.words[hit.last - 1].owns:
            return True
        before = self.words[max(0, hit.first - 2) : hit.first]
        return not any(word.key in words_of("before-place") for word in before)

    def force_end(self, at: int) -> int | None:
        """Index after a noun of forces that begins at a word or after its modifiers."""
        limit = at + _MODIFIERS
        while at < min(limit, len(self.words)) and self._is_plain(at):
            size = self._noun("force", at)
            if size:
                return self._extend(at + size)
            key = self.words[at].key
            if key in words_of("coordinator") and (hit := self.hits.get(at + 1)) is not None:
                return self._shared_force(hit, at)
            if key not in nouns("force_modifier"):
                return None
            at += 1
        return None

    def _shared_force(self, hit: Hit, at: int) -> int | None:
        """The forces of two: "Afghan and Pakistani troops", "Afghan and coalition forces"."""
        if hit.of(SenseKind.GROUP):
            ends_in_force = self.words[hit.last - 1].key in nouns("force")
            return at if ends_in_force else None
        return self.force_end(hit.last) if hit.of(SenseKind.ADJECTIVE) else None

    def _extend(self, end: int) -> int:
        while end < len(self.words) and self._is_plain(end) and (size := self._noun("force", end)):
            end += size
        return end

    def _common(self, at: int) -> tuple[GroupMention | None, int]:
        """Common nouns for forces and for armed men."""
        for role, name in (
            (GroupRole.SOME_FORCE, "state_word"),
            (GroupRole.SOME_FORCE, "force"),
            (GroupRole.SOME_ARMED, "armed"),
        ):
            size = self._noun(name, at)
            if size and self.words[at].text.casefold() not in words_of("force-alone"):
                end = self._extend(at + size) if role is GroupRole.SOME_FORCE else at + size
                return self._with_country(role, at, end), end
        return None, at + 1

    def _with_country(self, role: GroupRole, at: int, end: int) -> GroupMention:
        """A common noun, or with the country behind it: "security forces of Peru"."""
        if (
            role is GroupRole.SOME_FORCE
            and end < len(self.words)
            and self.words[end].key in words_of("genitive-preposition")
        ):
            hit = self.hits.get(end + 1) or self.hits.get(end + 2)
            for sense in hit.of(SenseKind.PLACE) if hit else ():
                return self._mention(
                    at, end, GroupRole.FORCE, demonyms()[sense.ref].forces, sense.ref
                )
        return self._mention(at, end, role)

    def _noun(self, name: str, at: int) -> int:
        """Number of words of the longest noun of a set that begins at a word, or 0."""
        key = self.words[at].key
        if key not in _first_of_any():
            return 0
        wanted = nouns(name)
        goes_on = key in _first_of_two(name) and at + 1 < len(self.words) and self._is_plain(at + 1)
        if goes_on and f"{key} {self.words[at + 1].key}" in wanted:
            return 2
        return int(key in wanted)

    def _is_plain(self, at: int) -> bool:
        """Whether only a blank or a hyphen parts a word from the one before it."""
        if at == 0:
            return True
        left, right = self.words[at - 1], self.words[at]
        gap = self.text[left.end : right.start]
        return gap == " " or bool(
            _PLAIN.fullmatch(gap.removeprefix("'s").removeprefix("’s").lstrip("'’"))
        )

    def _mention(
        self,
        first: int,
        last: int,
        role: GroupRole,
        group: Group | None = None,
        country: str | None = None,
    ) -> GroupMention:
        start, end = self.words[first].start, self.words[last - 1].end
        return GroupMention(start, end, role, group, country)


@per_language
def _first_of_two(name: str) -> frozenset[str]:
    return frozenset(noun.split()[0] for noun in nouns(name) if " " in noun)


@per_language
def _first_of_any() -> frozenset[str]:
    return frozenset(n.split()[0] for name in ("state_word", "force", "armed") for n in nouns(name))
