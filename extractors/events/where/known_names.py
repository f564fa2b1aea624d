"""What names are known for: places of some rank, or things that are no places."""

import re

import regex

from extractors.document.text import time_limit
from extractors.events.where.gazetteer import best_named, country_of
from extractors.events.where.name_keys import name_key
from extractors.events.where.own_places import own_places
from extractors.events.where.place_kinds import words
from extractors.languages.pack import per_language
from extractors.languages.word_patterns import one_of
from extractors.victims.group_lexicon import demonyms, registry


def rank_of(name: str) -> int | None:
    """The rank of the best-known place of a name; null where no gazetteer has it."""
    own = own_places().get(name_key(name))
    if own is not None:
        return own.rank
    best = best_named(name)
    return best.rank if best else None


@per_language
def country_names() -> frozenset[str]:
    """Names of countries, as texts write them."""
    return frozenset(name for entry in demonyms().values() if entry.state for name in entry.names)


def population_of(name: str) -> int:
    """How many people live in the best-known place of a name."""
    best = best_named(name)
    return best.population if best else 0


@per_language
def adjectives() -> frozenset[str]:
    """Adjectives and nationals of countries and peoples, which name no place."""
    return frozenset(
        word
        for entry in demonyms().values()
        for word in (*entry.adjectives, *entry.nationals)
        if word not in entry.names
    )


@per_language
def outsiders() -> frozenset[str]:
    """Capitalised words and phrases that stand where places stand, and are none."""
    spelled = (word for entry in words("outsider").values() for word in entry.words)
    groups = (name for group in registry().values() for name in group.strong_aliases)
    return frozenset((*spelled, *groups, *adjectives()))


@per_language
def placed_groups() -> re.Pattern[str]:
    """Names of groups that hold a place's: "the Islamic State of Iraq and the Levant"."""
    names = (name for group in registry().values() for name in group.strong_aliases)
    placed = {name for name in names if any(rank_of(word) for word in name.split(" ")[1:])}
    return re.compile(one_of(sorted(placed)))


def find_home(text: str) -> str | None:
    """The country whose police, ministers or towns a stretch of text speaks of."""
    for match in _home_pattern().finditer(text, timeout=time_limit(text)):
        return country_of(_states()[match[1]])
    return None


@per_language
def _home_pattern() -> regex.Pattern[str]:
    return regex.compile(
        r"\b(\L<adjectives>)(?:\s\p{Ll}+)?\s\L<homes>\b",
        adjectives=sorted(_states()),
        homes=sorted(word for home in words("home") for word in (home, home.title())),
    )


@per_language
def _states() -> dict[str, str]:
    """Adjectives of countries, with a name of the country."""
    return {
        word: entry.names[0]
        for entry in demonyms().values()
        if entry.state and entry.names
        for word in entry.adjectives
    }
