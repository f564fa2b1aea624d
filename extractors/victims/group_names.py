"""Names found in words: groups, homes, countries and peoples, whatever their spelling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import regex

from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.victims.group_lexicon import demonyms, nouns_as_written, registry
from extractors.victims.spelling import Word, keys_of, split_words
from schemas.agencies import agencies

_GAP = regex.compile(r"(?:[\s\-–—/(]{0,2}|['’]?\s?|\s*[\-–—(]\s*)")
_ENDING = regex.compile(r"^['’][sS]")
_HELD = regex.compile(r"[-–]\p{Ll}")


class SenseKind(StrEnum):
    """What a name can be."""

    GROUP = "group"
    HOME = "home"
    PLACE = "place"
    ADJECTIVE = "adjective"
    NATIONAL = "national"
    OUTLET = "outlet"
    """A name that holds a country and means none: "Agence France-Presse"."""
    INTRODUCED = "introduced"
    INTRODUCED_HOME = "introduced home"
    """The document itself tells who is meant."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name stands for.

    Attributes:
        kind: What it is.
        ref: Id of the group, the owner of the home, the country or the people.
        name: The name as the lexicon writes it.
        weak: Whether others bear the name too.
    """

    kind: SenseKind
    ref: str
    name: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that are a name.

    Attributes:
        first: Index of the first word.
        last: Index after the last word.
        senses: What they can stand for.
    """

    first: int
    last: int
    senses: tuple[Sense, ...]

    def of(self, kind: SenseKind) -> tuple[Sense, ...]:
        """The senses of one kind."""
        return tuple(sense for sense in self.senses if sense.kind is kind)


Index = Mapping[str, Sequence[tuple[tuple[str, ...], Sense]]]
"""By the key of the first word: the keys of all words and the sense, longer names first."""


def index_names(senses: Iterable[Sense]) -> Index:
    """Prepare senses for finding."""
    table: dict[str, list[tuple[tuple[str, ...], Sense]]] = defaultdict(list)
    for sense in dict.fromkeys(senses):
        keys = keys_of(sense.name)
        table[keys[0]].append((keys, sense))
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in table.items()}


@per_language
def known_names() -> Index:
    """The names of the lexicons, prepared once a process."""
    return index_names(_known_senses())


def _known_senses() -> Iterator[Sense]:
    for ref, group in registry().items():
        for name in group.strong_aliases:
            yield Sense(SenseKind.GROUP, ref, name)
        for name in group.weak_aliases:
            yield Sense(SenseKind.GROUP, ref, name, weak=True)
        for name in group.homes:
            yield Sense(SenseKind.HOME, ref, name)
    agency_names = (name for agency in agencies() for name in agency.names if " " in name)
    for name in dict.fromkeys((*nouns_as_written("outlet"), *agency_names)):
        yield Sense(SenseKind.OUTLET, name, name)
    for ref, country in demonyms().items():
        for kind, names in (
            (SenseKind.PLACE, country.names + country.capitals),
            (SenseKind.ADJECTIVE, country.adjectives),
            (SenseKind.NATIONAL, country.nationals),
        ):
            for name in names:
                yield Sense(kind, ref, name)


@dataclass(frozen=True, slots=True)
class Scan:
    """A text with its words and the names among them.

    Attributes:
        text: The text.
        words: Its words.
        hits: The names, none overlapping another.
    """

    text: str
    words: Sequence[Word]
    hits: Sequence[Hit]

    def with_names(self, index: Index) -> "Scan":
        """The same with further names; of two equally long the further ones count first."""
        if not index:
            return self
        hits = _find_names(self.text, self.words, (index, known_names()))
        return Scan(self.text, self.words, hits)


def scan(text: str) -> Scan:
    """Find the names of the lexicons in a text; of overlapping ones the first and longest."""
    words = split_words(text)
    return Scan(text, words, _find_names(text, words, (known_names(),)))


def _find_names(text: str, words: Sequence[Word], indices: Sequence[Index]) -> list[Hit]:
    hits: list[Hit] = []
    first_words = {key for key in {word.key for word in words} if any(key in i for i in indices)}
    for place, word in enumerate(words):
        if hits and place < hits[-1].last:
            continue
        if word.key in first_words:
            hit = _hit_at(text, words, place, indices)
            if hit is not None:
                hits.append(hit)
    return hits


def _hit_at(text: str, words: Sequence[Word], place: int, indices: Sequence[Index]) -> Hit | None:
    longest = place
    senses: list[Sense] = []
    for index in indices:
        for keys, sense in index.get(words[place].key, ()):
            last = _match(text, words, place, keys)
            if last is None or last < longest or not _is_cased_alike(words[place:last], sense.name):
                continue
            if last > longest:
                longest, senses = last, []
            senses.append(sense)
    if not senses or _is_bound(text, words[place], words[longest - 1]):
        return None
    return Hit(place, longest, tuple(senses))


def _match(text: str, words: Sequence[Word], place: int, keys: Sequence[str]) -> int | None:
    """Index after the last word of a name, connecting particles of the text skipped."""
    at = place + 1
    for key in keys[1:]:
        skipped = at < len(words) and _is_connector(words[at]) and words[at].key != key
        at += skipped
        if at >= len(words) or words[at].key != key or not _joined(text, words, at, skipped):
            return None
        at += 1
    return at


def _is_connector(word: Word) -> bool:
    return word.key in words_of("connector") and word.text != "I"


def _joined(text: str, words: Sequence[Word], at: int, skipped: bool) -> bool:
    pairs = [(words[at - 1], words[at])] + ([(words[at - 2], words[at - 1])] if skipped else [])
    return all(
        _GAP.fullmatch(_ENDING.sub("", text[left.end : right.start])) for left, right in pairs
    )


def _is_cased_alike(words: Sequence[Word], name: str) -> bool:
    """Whether capitals are where the name needs them, so that "is" is no Islamic State."""
    if name.islower():
        return True
    raw, bare = words[0].text.replace(".", ""), name.replace(".", "")
    is_acronym = len(words) == 1 and sum(character.isupper() for character in bare) > 1
    if is_acronym and " " not in name:
        spelled_out = len(bare) >= 4 and bare.isupper() and raw == bare.capitalize()
        return raw == bare or spelled_out or raw == bare.upper()
    parts = name.split()
    if len(parts) == len(words):
        return _has_capitals_of(words, parts)
    hyphenated = name.replace("-", " ").split()  # "pro-Russian rebels" are three words
    if len(hyphenated) == len(words) and _has_capitals_of(words, hyphenated):
        return True
    return not raw[:1].islower()


def _has_capitals_of(words: Sequence[Word], parts: Sequence[str]) -> bool:
    """Whether each word has a capital where the part of the name has one."""
    pairs = zip(words, parts, strict=True)
    return all(word.text[:1].isupper() for word, part in pairs if part[:1].isupper())


def _is_bound(text: str, first: Word, last: Word) -> bool:
    """Whether the name is only part of a compound: "anti-Iranian", "Taliban-held"."""
    before, after = text[max(0, first.start - 6) : first.start], text[last.end : last.end + 2]
    if not before.endswith(("-", "–")) and not after.startswith(("-", "–")):
        return False
    return bool(pattern("opposing-prefix").search(before) or _HELD.match(after))
