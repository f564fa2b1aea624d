"""Words of a text, and what makes two spellings of a name the same."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractors.languages.context_words import words_of
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language

_WORD = regex.compile(r"(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’ʼ`][\p{L}\p{M}]+)*")
_POSSESSIVE = regex.compile(r"['’ʼ`][sS]$")
_APOSTROPHES = frozenset("'’")
_LONGEST = 40
"""Characters of the longest word whose spelling can vary: what is longer is no name."""
_SILENT = regex.compile(r"['’ʼ`.\p{Mn}]")


class Word(NamedTuple):
    """A word of a text.

    Attributes:
        text: The word as it stands, a possessive ending left out.
        start: Offset of its first character.
        end: Offset after its last character.
        key: What it shares with its other spellings.
        owns: Whether a possessive ending follows.
    """

    text: str
    start: int
    end: int
    key: str
    owns: bool


def split_words(text: str) -> tuple[Word, ...]:
    """Split a text into words."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    keys: dict[str, str] = {}  # a text repeats most of its words
    for match in _WORD.finditer(text):
        whole, start = match.group(), match.start()
        bare = whole if whole.isalnum() else _POSSESSIVE.sub("", whole)
        end = start + len(bare)
        owns = bare != whole or text[end : end + 1] in _APOSTROPHES
        key = keys.get(bare)
        if key is None:
            key = keys[bare] = key_of(bare)
        yield Word(bare, start, end, key, owns)


def key_of(word: str) -> str:
    """Write a word without case, accents, apostrophes and variants of transliteration."""
    plain = word.casefold()
    if not (plain.isascii() and plain.isalnum()):
        plain = _SILENT.sub("", unicodedata.normalize("NFKD", plain))
    if len(plain) > _LONGEST or _any_variant().fullmatch(plain) is None:
        return plain
    return next(canonical for canonical, pattern in _variants() if pattern.fullmatch(plain))


def keys_of(name: str, *, connectors: bool = False) -> tuple[str, ...]:
    """The keys of a name's words, connecting particles left out unless they are wanted."""
    keys = tuple(word.key for word in split_words(name))
    if connectors:
        return keys
    joining = words_of("connector")
    return tuple(key for key in keys if key not in joining) or keys


@per_language
def _variants() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (entry.words[0], re.compile(entry.pattern or ""))
        for entry in load_lexicon("spellings", LexiconEntry)
    )


@per_language
def _any_variant() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _variants()))
