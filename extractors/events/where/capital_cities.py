"""A country's capital that a text does not call by its name: "in the capital"."""

from collections import Counter
from collections.abc import Iterator, Mapping

import regex

from extractors.attribution.speakers.proper_names import is_acronym
from extractors.document.text import time_limit
from extractors.events.where.known_names import rank_of
from extractors.events.where.place_kinds import TOWN
from extractors.events.where.place_name import PlaceName
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern
from extractors.victims.group_lexicon import demonyms

_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}'-]*\p{L}")
_MOST = 0.5
"""Share of a text's mentions of countries from which on it speaks of one of them."""


def find_capitals(folded: str, start: int, end: int) -> Iterator[PlaceName]:
    """Find where a stretch of text speaks of a capital without its name.

    "In the Syrian capital" tells the country; "in the capital" means that of the country that the
    text speaks of most. "The capital, Kabul," and "the provincial capital" are left alone, "in the
    capital, Reuters reported" is not.

    Args:
        folded: The folded text.
        start: Where to begin.
        end: Where to stop.

    Yields:
        The capitals by their names.
    """
    for match in _pattern().finditer(folded, start, end, timeout=time_limit(folded, start, end)):
        name = match["name"]
        if name and not is_acronym(name) and rank_of(name) is not None:
            continue
        told = match["country"]
        capital = _capitals().get(told) if told else _capital_of_most(folded)
        if capital is not None:
            yield PlaceName(match.start("phrase"), match.end("phrase"), capital, TOWN)


def _capital_of_most(folded: str) -> str | None:
    """The capital of the country that more than half of a text's mentions of countries are of."""
    told = _CAPITALISED.findall(folded, timeout=time_limit(folded))
    counts = Counter(_capitals()[word] for word in told if word in _capitals())
    if not counts:
        return None
    (capital, count), *_ = counts.most_common(1)
    return capital if count > _MOST * counts.total() else None


@per_language
def _capitals() -> Mapping[str, str]:
    """Capitals by the names, adjectives and nationals of their countries."""
    return {
        word: entry.capitals[0]
        for entry in demonyms().values()
        if entry.capitals
        for word in (*entry.names, *entry.adjectives, *entry.nationals, *entry.capitals)
        if word not in entry.shared
    }


@per_language
def _pattern() -> "regex.Pattern[str]":
    words = "|".join(map(regex.escape, sorted(_capitals(), key=len, reverse=True)))
    return compile_pattern("the-capital", country=words)
