"""Where a named place lies, as its text and the gazetteer tell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from extractors.groups.lexicon import demonyms
from extractors.mentions.gazetteer import Entry, Level, Place, country_of, find_named, find_sounding
from extractors.mentions.kinds import PROVINCE
from extractors.mentions.names import name_key
from extractors.mentions.own_places import own_places
from extractors.mentions.placenames import PlaceName, find_place_names
from extractors.text import fold

_WORD = regex.compile(r"\p{Lu}[\p{L}.-]+")
_NEAR = 400
"""Characters after a province is named within which villages without one are taken to lie in it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text tells about where places lie.

    Attributes:
        around: For each place's key, the names around it, the nearest first.
        countries: How often the text speaks of each country.
    """

    around: dict[str, tuple[PlaceName, ...]]
    countries: Counter[str]


def locate(name: str, context: str = "") -> Place | None:
    """Find a place's coordinates.

    Of places of one name, that one is meant which lies where the context says; failing that, in
    the country that the context speaks of most; failing that, the most populous one. A place
    that only the context knows gets the coordinates of the province or country around it.

    Args:
        name: The name, with or without its sort: "Karvat", "Camp Karvat", "Dorel province".
        context: The text that names it, or any words that tell where it lies.

    Returns:
        The place, or null where nothing tells where it is.
    """
    named = _read(name)
    told = read_surroundings(context)
    around = named.around or told.around.get(name_key(named.name), ())
    own = own_places().get(name_key(named.name)) or own_places().get(name_key(name))
    if own is not None:
        return own
    outer = _outermost(around, told)
    found = _best(_candidates(named), outer, told)
    if found is not None:
        return found
    if outer is None:
        return None
    return replace(outer, name=named.full_name)


def _read(name: str) -> PlaceName:
    folded = fold(name)
    found = find_place_names(f"in {folded}", 3, len(folded) + 3)
    return found[0] if found else PlaceName(0, len(name), name, rank=0)


@lru_cache(maxsize=256)
def read_surroundings(context: str) -> Surroundings:
    """Read what a text tells about where places lie."""
    folded = fold(context)
    around: dict[str, tuple[PlaceName, ...]] = {}
    province: PlaceName | None = None
    for place in find_place_names(folded, 0, len(folded)):
        for each in (place, *place.around):
            key, told = name_key(each.name), each.around
            if not told and province is not None and each.rank < PROVINCE:
                told = (province,) if each.start - province.end < _NEAR and each.kind else ()
            if len(told) > len(around.get(key, ())):
                around[key] = told
            province = each if each.rank == PROVINCE else province
    return Surroundings(around, _countries(folded))


def _countries(folded: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    names = _names_of_countries()
    for match in _WORD.finditer(folded):
        if country := names.get(match.group()):
            counts[country] += 1
    return counts


@lru_cache(maxsize=1)
def _names_of_countries() -> dict[str, str]:
    """Countries by one-word names, adjectives and capitals."""
    names: dict[str, str] = {}
    for entry in demonyms().values():
        country = country_of(entry.names[0]) if entry.state and entry.names else None
        spelled = (*entry.names, *entry.adjectives, *entry.nationals, *entry.capitals)
        names |= {word: country for word in spelled if country and " " not in word}
    return names


def _candidates(named: PlaceName) -> Sequence[Entry]:
    found = find_named(named.name) or find_named(named.full_name)
    if named.rank == PROVINCE:
        exact = [entry for entry in found if entry.place.level is Level.PROVINCE]
        return exact or find_sounding(named.name)
    if named.kind is not None:
        return [entry for entry in found if entry.place.level is Level.PLACE]
    return found


def _outermost(around: Sequence[PlaceName], told: Surroundings) -> Place | None:
    """The nearest place around that the gazetteer has."""
    for index, place in enumerate(around):
        outer = _outermost(around[index + 1 :], told)
        if found := _best(_candidates(place), outer, told):
            return found
    return None


def _best(entries: Sequence[Entry], outer: Place | None, told: Surroundings) -> Place | None:
    """The place in `outer`; without that, in the country spoken of most, or the largest."""
    if outer is not None:
        return next((entry.place for entry in entries if _lies_in(entry.place, outer)), None)
    if not entries:
        return None
    return max(entries, key=lambda entry: _likelihood(entry, told)).place


def _lies_in(place: Place, outer: Place) -> bool:
    if outer.level is Level.COUNTRY:
        return place.country == outer.country
    same = (place.country, place.province) == (outer.country, outer.province)
    return same if outer.province else place.country == outer.country


def _likelihood(entry: Entry, told: Surroundings) -> tuple[int, bool, int, bool]:
    place = entry.place
    mentions = told.countries[place.country or ""]
    return (
        mentions,
        place.level is Level.COUNTRY,
        entry.population,
        place.level is Level.PLACE,
    )
