"""The words around names of places, as the lexicon `places_kinds` has them."""

import re
from collections.abc import Iterator
from typing import Literal

import regex

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern
from extractors.languages.word_patterns import one_of
from schemas.terms import PlaceLevel

PlaceWordKind = Literal[
    "kind",
    "where",
    "bearing",
    "outsider",
    "common",
    "home",
    "opener",
    "state",
    "going",
    "happening",
    "hitting",
    "befalling",
    "befallen",
    "naming",
    "authority",
    "resident",
    "direction",
    "hearer",
    "counting",
]
PlaceSide = Literal["before", "after", "of"]
_SIDES: tuple[PlaceSide, ...] = ("before", "after", "of")

SPOT, TOWN, DISTRICT, PROVINCE, COUNTRY = range(5)
"""Ranks of places: each lies in one of a higher rank."""
_LEVELS = (
    PlaceLevel.SITE,
    PlaceLevel.CITY,
    PlaceLevel.COUNTY,
    PlaceLevel.PROVINCE,
    PlaceLevel.COUNTRY,
)
"""How wide a place of each rank is."""


class PlaceWord(LexiconEntry):
    """A word around names of places; the head of `places_kinds.yml` explains the fields."""

    kind: PlaceWordKind
    rank: int = SPOT
    sides: frozenset[PlaceSide] = frozenset()
    linked: bool = False
    shared: bool = False
    refuge: bool = False
    proper: bool = False
    sure: bool = False
    level: PlaceLevel | None = None

    def keys(self) -> Iterator[str]:
        """A word may have several roles, and stand on either side for different ranks."""
        yield from (
            f"{self.kind} {side} {word.casefold()}"
            for word in self.words
            for side in self.sides or {""}
        )


@per_language
def _entries() -> tuple[PlaceWord, ...]:
    return load_lexicon("places_kinds", PlaceWord)


@per_language
def kinds(side: PlaceSide) -> dict[str, PlaceWord]:
    """Sorts of places that can stand on one side of a name, by their words."""
    return {
        word.casefold(): entry
        for entry in _entries()
        if entry.kind == "kind" and side in entry.sides
        for word in entry.words
    }


@per_language
def words(role: PlaceWordKind) -> dict[str, PlaceWord]:
    """The words of a role other than `kind`, in lower case."""
    return {
        word.casefold(): entry for entry in _entries() if entry.kind == role for word in entry.words
    }


@per_language
def spelled(role: PlaceWordKind) -> str:
    """A pattern of the words of a role."""
    return "|".join(regex.escape(word) for word in sorted(words(role), key=len, reverse=True))


@per_language
def happening_pattern(name: str) -> "regex.Pattern[str]":
    """A pattern that holds the words for what befalls people or places: "raid", "blast".

    Args:
        name: Its id in the lexicon of patterns.
    """
    return compile_pattern(name, happening=spelled("happening"))


def level_of(kind: str | None, rank: int) -> PlaceLevel:
    """How wide a place of a sort is; without a sort, of a rank."""
    entries = (kinds(side).get(kind.casefold()) for side in _SIDES) if kind else ()
    told = next((entry.level for entry in entries if entry and entry.level), None)
    return told or _LEVELS[rank]


def find_kind(side: PlaceSide, text: str) -> PlaceWord | None:
    """The sort of place that words name, spelled as such a sort is."""
    entry = kinds(side).get(text.casefold())
    return None if entry is None or (entry.proper and not text[:1].isupper()) else entry


@per_language
def linked_kinds() -> dict[str, str]:
    """Words that can stand for a place that the text has named, with the id of their entry."""
    return {
        word.casefold(): entry.id for entry in _entries() if entry.linked for word in entry.words
    }


@per_language
def kind_pattern() -> re.Pattern[str]:
    """Any sort of place, to find the sentences that can introduce one."""
    spelled = {word for side in _SIDES for word in kinds(side)}
    return re.compile(one_of(sorted(spelled)), re.IGNORECASE)
