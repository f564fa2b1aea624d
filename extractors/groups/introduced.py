"""Names that a document itself introduces: "the Free Hills Front (FHF)", "also known as …"."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import regex

from extractors.groups.evidence import DocumentNames
from extractors.groups.lexicon import Group, group_of, is_noun, registry
from extractors.groups.mentions import Mention, Role, find_mentions
from extractors.groups.names import Hit, Scan, Sense, SenseKind, index_names, scan
from extractors.groups.spelling import Word, words_of
from extractors.text import REGEX_TIMEOUT, Sentence

_INSIDE_NAMES = frozenset(
    {"of", "the", "for", "and", "de", "la", "las", "los", "del", "di", "da", "du", "e", "al", "ul"}
)
"""Words in lower case that can stand inside a name."""
_GAPS = frozenset({" ", "\n", "-", "' ", "’ ", "'s ", "’s "})
_BRACKET = regex.compile(r"\(([^()\n]{2,70})\)")
_KNOWN_AS = regex.compile(
    r"""(?:(?:also|better|commonly|formerly|previously|once|widely|popularly|locally|sometimes)\s+)?
    (?:known|called|referred\s+to)\s+
    (?:(?:\w+\s+)?as|by\s+(?:the|its|their)(?:\s+\w+){0,2}\s+(?:abbreviations?|acronyms?|initials|names?))
    (?:\s+the)?[\s:,]+(?P<names>[^.;()\n]{2,90})""",
    regex.VERBOSE,
)
_OR = regex.compile(r",\s+or\s+(?:the\s+)?(?P<names>[\p{Lu}][\p{L}\d-]{1,9}),")
_BESIDE = regex.compile(
    r"[\s,;:—–()\"'“”‘’-]{0,4}(?:(?:which|who)\s+(?:is|are|was)\s+|is\s+|are\s+)?"
)
_SEPARATORS = regex.compile(r"\s*(?:[,;/]|\bor\b|\band\b)\s*")
_LEAD = regex.compile(r"(?i)^(?:(?:or|the|now|formerly|once|also|then|known|as|aka|a\.k\.a\.)\s+)+")
_ACRONYM = regex.compile(r"\p{Lu}[\p{L}\d./-]{0,8}\p{Lu}[\p{L}\d]?|\p{Lu}-?\d{1,3}")
_NAME = regex.compile(
    r"\p{Lu}[\p{L}\p{M}'’-]+(?:[ -](?:\p{Lu}[\p{L}\p{M}'’-]*|of|the|for|and|de|la|al|e|ul))*"
)
_LONGEST_NAME = 9
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
    found = dict.fromkeys(_Introductions(scanned, names, starts).find())
    groups: Mapping[str, Group] = {each.group.name: each.group for each in found}
    senses = [Sense(SenseKind.INTRODUCED, each.group.name, each.name) for each in found]
    return DocumentNames(names.countries, names.named, index_names(senses), groups)


class _Introductions:
    """The introductions of one text."""

    def __init__(self, scanned: Scan, names: DocumentNames, starts: Collection[int]) -> None:
        self.text = scanned.text
        self.words: Sequence[Word] = scanned.words
        self.hits: Sequence[Hit] = scanned.hits
        self.names = names
        self.starts = starts
        self.mentions: Sequence[Mention] = find_mentions(scanned, names)
        self.own: dict[str, Group] = {}

    def find(self) -> Iterator[Introduction]:
        for first, last in self._organs():
            name = self._text(first, last)
            group = self.own.setdefault(name, Group(name))
            yield Introduction(name, group)
        yield from self._beside()

    def _beside(self) -> Iterator[Introduction]:
        """Names that stand beside a group or its name."""
        for start, listed in self._places():
            left = self._left(start)
            parts = [part for part in _parts(listed) if not is_noun("agency", part)]
            group = self._bearer(left, parts)
            if group is not None:
                yield from (
                    Introduction(part, group) for part in parts if self._is_free(part, group)
                )
                if isinstance(left, str) and self._is_free(left, group):
                    yield Introduction(left, group)

    def _places(self) -> Iterator[tuple[int, str]]:
        for match in _BRACKET.finditer(self.text, timeout=REGEX_TIMEOUT):
            yield match.start(), match.group(1)
        for pattern in (_KNOWN_AS, _OR):
            for match in pattern.finditer(self.text, timeout=REGEX_TIMEOUT):
                yield match.start(), match.group("names")

    def _left(self, start: int) -> Mention | str | None:
        """The group, or the name of an unknown one, right before an introduction."""
        for mention in reversed(self.mentions):
            if mention.end <= start:
                beside = _BESIDE.fullmatch(self.text[mention.end : start])
                if beside and mention.group is not None and mention.role is not Role.HOME:
                    return mention
                break
        run = self._run_before(start)
        return self._text(*run) if run else None

    def _bearer(self, left: "Mention | str | None", parts: Sequence[str]) -> Group | None:
        """The group that the names on both sides of an introduction share."""
        if isinstance(left, Mention):
            return left.group
        if left is None:
            return None
        shared = self._refs(left) & {ref for part in parts for ref in self._refs(part)}
        if shared:
            return group_of(registry()[min(shared)])
        if left in self.own:
            return self.own[left]
        known = [group for part in parts if (group := self._known(part)) is not None]
        if known:
            return known[0]
        return Group(left) if parts and self._is_armed_name(left) else None

    def _refs(self, name: str) -> set[str]:
        """The groups of the registry that bear a name, weak names too."""
        scanned = scan(name)
        whole = [h for h in scanned.hits if h.first == 0 and h.last == len(scanned.words)]
        return {sense.ref for hit in whole for sense in hit.of(SenseKind.GROUP)}

    def _known(self, name: str) -> Group | None:
        mentions = find_mentions(scan(name), self.names)
        return mentions[0].group if len(mentions) == 1 and mentions[0].role is Role.NAMED else None

    def _is_free(self, name: str, group: Group) -> bool:
        """Whether a name is no country's, nor surely another group's."""
        mentions = find_mentions(scan(name), self.names)
        whole = [m for m in mentions if m.start == 0 and m.end == len(name)]
        return all(m.group == group if m.group else m.role is not Role.COUNTRY for m in whole)

    def _run_before(self, end: int) -> tuple[int, int] | None:
        """The capitalised words right before an offset."""
        last = next(
            (i + 1 for i in range(len(self.words) - 1, -1, -1) if self.words[i].end <= end), 0
        )
        if not last or not _BESIDE.fullmatch(self.text[self.words[last - 1].end : end]):
            return None
        return self._run(last)

    def _run(self, last: int) -> tuple[int, int] | None:
        first = last
        while (
            first > 0 and last - first < _LONGEST_NAME and self._belongs(first - 1, first == last)
        ):
            first -= 1
        while first < last and not self.words[first].text[0].isupper():
            first += 1
        if first < last and self.words[first].text in {"The", "A", "An"}:
            first += 1
        return (first, last) if last - first >= 2 else None

    def _belongs(self, at: int, is_last: bool) -> bool:
        word = self.words[at]
        if not is_last and not self._goes_on(at):
            return False
        if word.text[0].isupper():
            return True
        return not is_last and word.text in _INSIDE_NAMES

    def _goes_on(self, at: int) -> bool:
        """Whether the word after a word can belong to the same name."""
        left, right = self.words[at], self.words[at + 1]
        gap = self.text[left.end : right.start]
        return right.start not in self.starts and gap in _GAPS

    def _organs(self) -> Iterator[tuple[int, int]]:
        """Capitalised names that say of themselves that they fight."""
        taken = {
            at for hit in self.hits if hit.of(SenseKind.GROUP) for at in range(hit.first, hit.last)
        }
        covered = [(m.start, m.end) for m in self.mentions if m.group is not None]
        reached = 0
        for at, word in enumerate(self.words):
            is_organ = word.text[0].isupper() and is_noun("organ", word.text)
            if at < reached or at in taken or not is_organ:
                continue
            last = self._through(at + 1)
            run = self._run(last)
            inside = any(start <= word.start < end for start, end in covered)
            if run and not inside and self._is_organ(*run):
                reached = last
                yield run

    def _through(self, last: int) -> int:
        """Take in "of Liberation" and the like after the word: "Front for the Freedom of Ruma"."""
        end = last
        while end < len(self.words) and end - last < _LONGEST_NAME and self._goes_on(end - 1):
            word = self.words[end].text
            if not word[0].isupper() and word not in _INSIDE_NAMES:
                break
            end += 1
        while end > last and not self.words[end - 1].text[0].isupper():
            end -= 1
        return end

    def _is_organ(self, first: int, last: int) -> bool:
        """Whether capitalised words are a name, and one that needs no introduction.

        Not in headlines, where all words have capitals; not "Syrian Army" or "French Resistance",
        where nothing but a country stands before the word.
        """
        beside = [at for at in (first - 1, last, last + 1) if 0 <= at < len(self.words)]
        is_running = any(self.words[at].text.islower() for at in beside)
        places = {at for hit in self.hits for at in range(hit.first, hit.last)}
        is_country = all(at in places for at in range(first, last - 1))
        return is_running and not is_country and not self._text(first, last).isupper()

    def _is_armed_name(self, name: str) -> bool:
        words = [word.text for word in words_of(name)]
        if any(is_noun("organ", word) for word in words):
            return True
        if not any(is_noun("weak_organ", word) for word in words):
            return False
        at = self.text.find(name)
        around = words_of(self.text[max(0, at - _NEAR) : at + len(name) + _NEAR])
        return any(is_noun("armed", w.text) or is_noun("armed_adjective", w.text) for w in around)

    def _text(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]


def _parts(listed: str) -> list[str]:
    """The names in a list of names: "or MKO and MEK, in Farsi" gives the two."""
    parts: list[str] = []
    for piece in _SEPARATORS.split(listed):
        bare = _LEAD.sub("", piece.strip(" \"'“”‘’"))
        match = _ACRONYM.match(bare) or _NAME.match(bare)
        if match is None:
            if parts:
                break
            continue
        parts.append(match.group().strip(" -'’"))
    return [part for part in parts if len(part) > 1]
