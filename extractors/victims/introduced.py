"""Names that a document itself introduces: "the Free Hills Front (FHF)", "also known as …"."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from extractors.document.text import REGEX_TIMEOUT, Sentence
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.victims.evidence import DocumentNames
from extractors.victims.group_lexicon import Group, group_of, is_noun, nouns, registry
from extractors.victims.group_mentions import GroupMention, GroupRole, find_mentions, within
from extractors.victims.group_names import Hit, Scan, Sense, SenseKind, index_names, scan
from extractors.victims.name_runs import Runs
from extractors.victims.spelling import Word, split_words

_BRACKET = regex.compile(r"\(([^()\n]{2,70})\)")
_ACRONYM = regex.compile(r"\p{Lu}[\p{L}\d./-]{0,8}\p{Lu}[\p{L}\d]?|\p{Lu}-?\d{1,3}")
_NEAR = 90
"""Characters around a name in which the text must call it armed, where the name does not."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name that a document gives to a group."""

    name: str
    group: Group


def introduce(scanned: Scan, names: DocumentNames, sentences: Sequence[Sentence]) -> DocumentNames:
    """Add to what names mean in a document those that it introduces.

    Args:
        scanned: The document.
        names: What its countries and known groups tell.
        sentences: Its sentences; no name reaches over their ends.
    """
    starts = frozenset(sentence.start for sentence in sentences)
    found = {each.name: each.group for each in _Introductions(scanned, names, starts).find()}
    groups = {group.name: group for group in found.values()}
    senses = [Sense(SenseKind.INTRODUCED, group.name, name) for name, group in found.items()]
    return replace(names, introduced=index_names(senses), groups=groups)


class _Introductions:
    """The introductions of one text."""

    def __init__(self, scanned: Scan, names: DocumentNames, starts: Collection[int]) -> None:
        self.text = scanned.text
        self.words: Sequence[Word] = scanned.words
        self.hits: Sequence[Hit] = scanned.hits
        self.names = names
        self.runs = Runs(scanned, starts)
        self.mentions: Sequence[GroupMention] = find_mentions(scanned, names)
        self.own: dict[str, Group] = {}

    def find(self) -> Iterator[Introduction]:
        for first, last in self._organs():
            name = self.runs.text(first, last)
            group = self.own.setdefault(name, Group(name))
            yield Introduction(name, group)
        yield from self._beside()

    def _beside(self) -> Iterator[Introduction]:
        """Names that stand beside a group or its name."""
        for start, listed in self._places():
            parts = [part for part in _parts(listed) if not is_noun("no_group", part)]
            left = self._left(start, parts)
            group = self._bearer(left, parts, start)
            if group is None:
                continue
            for part in parts:
                if self._is_free(part, group):
                    self.own[part] = group
                    yield Introduction(part, group)
            if isinstance(left, str) and self._is_free(left, group):
                yield Introduction(left, group)

    def _places(self) -> Iterator[tuple[int, str]]:
        for match in _BRACKET.finditer(self.text, timeout=REGEX_TIMEOUT):
            yield match.start(), match.group(1)
        for name in ("known-as", "or-acronym"):
            for match in pattern(name).finditer(self.text, timeout=REGEX_TIMEOUT):
                yield match.start(), match.group("names")

    def _left(self, start: int, parts: Sequence[str]) -> GroupMention | str | None:
        """The group, or the name of an unknown one, right before an introduction."""
        for mention in within(self.mentions, 0, start)[-1:]:
            beside = pattern("group-beside-name").fullmatch(self.text[mention.end : start])
            if beside and mention.group is not None and mention.role is not GroupRole.HOME:
                return mention
        return self._run_before(start, parts)

    def _bearer(
        self, left: "GroupMention | str | None", parts: Sequence[str], start: int
    ) -> Group | None:
        """The group that the names on both sides of an introduction share."""
        if isinstance(left, GroupMention):
            return left.group
        if left is None:
            return None
        shared = self._refs(left) & {ref for part in parts for ref in self._refs(part)}
        if shared:
            return group_of(registry()[min(shared)])
        known = [group for part in parts if (group := self._known(part, left)) is not None]
        if known:
            return known[0]
        if left in self.own:
            return self.own[left]
        return Group(_calm(left)) if parts and self._is_armed_name(left, start) else None

    def _refs(self, name: str) -> set[str]:
        """The groups of the registry that bear a name, weak names too."""
        scanned = scan(name)
        whole = [h for h in scanned.hits if h.first == 0 and h.last == len(scanned.words)]
        return {sense.ref for hit in whole for sense in hit.of(SenseKind.GROUP)}

    def _known(self, name: str, beside: str) -> Group | None:
        """The group of the registry that bears a name, unless the text shows another bearer.

        "Upland Freedom Front (UFF)" is no Ulster group in a text that is not about Ulster.
        """
        mentions = find_mentions(scan(name), self.names)
        group = mentions[0].group if len(mentions) == 1 else None
        if group is None or mentions[0].role is not GroupRole.NAMED:
            return None
        is_at_home = any(self.names.countries.get(country) for country in group.countries)
        return group if is_at_home or not _abbreviates(name, beside) else None

    def _is_free(self, name: str, group: Group) -> bool:
        """Whether a name is no country's, nor another group's that the text means."""
        if _abbreviates(name, group.name):
            return True
        mentions = find_mentions(scan(name), self.names)
        whole = [m for m in mentions if m.start == 0 and m.end == len(name)]
        return all(m.group == group if m.group else m.role is not GroupRole.COUNTRY for m in whole)

    def _run_before(self, end: int, parts: Sequence[str]) -> str | None:
        """The name of several words right before an offset.

        Where capitals do not show its start, initials do: "POLICE BLAMED THE FREE FRONT (FF)".
        """
        last = bisect_right(self.words, end, key=lambda word: word.end)
        if not last or not pattern("group-beside-name").fullmatch(
            self.text[self.words[last - 1].end : end]
        ):
            return None
        first, _ = self.runs.ending(last) or (last, last)
        names = [self.runs.text(at, last) for at in range(last - 1, first - 1, -1)]
        fitting = (name for name in names if any(_abbreviates(part, name) for part in parts))
        whole = names[-1] if names else ""
        is_name = whole in self.own or (len(names) > 1 and not whole.isupper())
        return next(fitting, whole if is_name else None)

    def _organs(self) -> Iterator[tuple[int, int]]:
        """Capitalised names that say of themselves that they fight."""
        named = self._indices(SenseKind.GROUP)
        places = self._indices(SenseKind.PLACE) | self._indices(SenseKind.ADJECTIVE)
        covered = {i for m in self.mentions if m.group for i in range(m.start, m.end)}
        reached = 0
        organ = nouns("organ")
        for at, word in enumerate(self.words):
            is_organ = word.key in organ and word.text[0].isupper()
            if not is_organ or at < reached or at in named or word.start in covered:
                continue
            last = self.runs.beginning(at + 1)
            first, _ = self.runs.ending(last) or (at, last)
            is_country = all(at in places for at in range(first, last - 1))
            if last - first > 1 and not is_country and self._is_running(first, last):
                reached = last
                yield first, last

    def _indices(self, kind: SenseKind) -> set[int]:
        """The words that belong to names of a kind."""
        return {at for hit in self.hits if hit.of(kind) for at in range(hit.first, hit.last)}

    def _is_running(self, first: int, last: int) -> bool:
        """Whether capitals are a name's, in running text; headlines have them everywhere."""
        beside = [at for at in (first - 1, last, last + 1) if 0 <= at < len(self.words)]
        is_running = any(self.words[at].text.islower() for at in beside)
        return is_running and not self.runs.text(first, last).isupper()

    def _is_armed_name(self, name: str, end: int) -> bool:
        """Whether a name says that its bearer fights, or the text before or after it does."""
        words = [word.text for word in split_words(name)]
        if any(is_noun("organ", word) or is_noun("armed_organ", word) for word in words):
            return True
        if not any(is_noun("weak_organ", word) for word in words):
            return False
        around = split_words(self.text[max(0, end - len(name) - _NEAR) : end + _NEAR])
        return any(is_noun("armed", w.text) or is_noun("armed_adjective", w.text) for w in around)


def _parts(listed: str) -> list[str]:
    """The names in a list of names: "or MKO and MEK, in Farsi" gives the two."""
    parts: list[str] = []
    for piece in pattern("name-separator").split(listed):
        bare = pattern("leading-known-as").sub("", piece.strip(" \"'“”‘’"))
        match = _ACRONYM.match(bare) or pattern("group-name").match(bare)
        if match is None:
            if parts:
                break
            continue
        parts.append(match.group().strip(" -'’"))
    return [part for part in parts if len(part) > 1]


def _abbreviates(short: str, name: str) -> bool:
    """Whether capitals are the initials of a name: "UFF" and "Upland Freedom Front"."""
    words = [
        word.text
        for word in split_words(name)
        if word.text.casefold() not in words_of("inside-name")
    ]
    initials = "".join(word[0] for word in words).upper()
    letters = "".join(character for character in short if character.isalpha())
    return len(initials) > 1 and letters.startswith(initials) and letters.isupper()


def _calm(name: str) -> str:
    """Write a name in capitals as other texts write it: "FREE FRONT OF RUMA"."""
    if not name.isupper():
        return name
    lower = (word.casefold() for word in name.split())
    return " ".join(
        word if word in words_of("inside-name") else word.capitalize() for word in lower
    )
