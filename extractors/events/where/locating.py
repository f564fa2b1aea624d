"""Where a named place lies, as its text and the gazetteer tell."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import regex

from extractors.document.text import fold
from extractors.events.where.gazetteer import (
    Entry,
    Level,
    Place,
    best_known,
    country_of,
    find_named,
    find_sounding,
)
from extractors.events.where.name_keys import name_key
from extractors.events.where.own_places import own_places
from extractors.events.where.place_kinds import PROVINCE, SPOT
from extractors.events.where.place_mentions import find_place_names
from extractors.events.where.place_name import PlaceName
from extractors.victims.group_lexicon import demonyms

_WORD = regex.compile(r"\p{Lu}[\p{L}.-]+")
_DEPTH = 4
_LONGEST_CONTEXT = 100_000
_NEAR = 400
"""Characters after a province is named within which villages without one are taken to lie in it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a text tells about where places lie.

    Attributes:
        around: For each place's key, the names around it, the nearest first.
        countries: How often the text has each name of a country, or of its people or capital.
    """

    around: dict[str, tuple[PlaceName, ...]]
    countries: Counter[str]

    def places_around(self, place: PlaceName) -> tuple[PlaceName, ...]:
        """All the places around one: a village's district, and that district's province."""
        found = list(place.around or self.around.get(name_key(place.name), ()))
        while found and found[-1].rank < PROVINCE and len(found) < _DEPTH:
            more = self.around.get(name_key(found[-1].name), ())
            if not more:
                break
            found += more
        return tuple(found)

    def mentions_of(self, country: str | None, name: str) -> int:
        """How often the text speaks of a country, apart from that name itself."""
        names = _names_of_countries()
        return sum(
            count
            for word, count in self.countries.items()
            if names[word] == country and word != name
        )


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
    around = told.places_around(named)
    own = own_places().get(name_key(named.name)) or own_places().get(name_key(name))
    if own is not None:
        return own
    outer = _outer(named, around, told)
    found = _best(_candidates(named, told), outer, told, named.name)
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
    folded = fold(context[:_LONGEST_CONTEXT])
    around: dict[str, tuple[PlaceName, ...]] = {}
    province: PlaceName | None = None
    for place in find_place_names(folded, 0, len(folded)):
        for each in (place, *place.around):
            key, told = name_key(each.name), each.around
            if not told and province is not None and each.rank < PROVINCE:
                told = (province,) if each.start - province.end < _NEAR and each.kind else ()
            if len(told) > len(around.get(key, ())):
                around[key] = told
            province = each if each.is_sure and _is_province(each) else province
    return Surroundings(around, _countries(folded))


def _is_province(place: PlaceName) -> bool:
    """Whether a name can be a province's: "in Khost" may mean the town or the province."""
    if place.kind is not None or place.is_landmark:
        return place.rank == PROVINCE
    return any(entry.place.level is Level.PROVINCE for entry in find_named(place.name))


def _countries(folded: str) -> Counter[str]:
    names = _names_of_countries()
    return Counter(match.group() for match in _WORD.finditer(folded) if match.group() in names)


@lru_cache(maxsize=1)
def _names_of_countries() -> dict[str, str]:
    """Countries by one-word names, adjectives and capitals."""
    names: dict[str, str] = {}
    for entry in demonyms().values():
        country = country_of(entry.names[0]) if entry.state and entry.names else None
        spelled = (*entry.names, *entry.adjectives, *entry.nationals, *entry.capitals)
        names |= {word: country for word in spelled if country and " " not in word}
    return names


def _candidates(named: PlaceName, told: Surroundings) -> Sequence[Entry]:
    found = find_named(named.name) or find_named(named.full_name)
    if named.rank == PROVINCE:
        exact = [entry for entry in found if entry.place.level is Level.PROVINCE]
        return exact or _sounding(named.name, told)
    if named.kind is not None:
        return [entry for entry in found if entry.place.level is Level.PLACE]
    return found


def _sounding(name: str, told: Surroundings) -> list[Entry]:
    """Provinces whose name is transcribed otherwise, in a country that the text speaks of."""
    entries = find_sounding(name)
    spoken = [entry for entry in entries if told.mentions_of(entry.place.country, name)]
    return spoken or (list(entries) if len(entries) == 1 else [])


def _outer(inner: PlaceName, around: Sequence[PlaceName], told: Surroundings) -> Place | None:
    """The nearest place around another that the gazetteer has."""
    for index, place in enumerate(around):
        outer = _outer(place, around[index + 1 :], told)
        entries = _candidates(place, told)
        if inner.rank != SPOT:
            entries = [e for e in entries if e.place.level is not Level.PLACE] or entries
        if found := _best(entries, outer, told, place.name):
            return found
    return None


def _best(
    entries: Sequence[Entry], outer: Place | None, told: Surroundings, name: str
) -> Place | None:
    """The place in `outer`; without that, in the country spoken of most, or the best known."""
    if outer is not None:
        return next((entry.place for entry in entries if _lies_in(entry.place, outer)), None)
    spoken = [told.mentions_of(entry.place.country, name) for entry in entries]
    likely = [entry for entry, count in zip(entries, spoken, strict=True) if count == max(spoken)]
    best = best_known(likely)
    return best.place if best else None


def _lies_in(place: Place, outer: Place) -> bool:
    if outer.level is Level.COUNTRY or outer.province is None:
        return place.country == outer.country
    return (place.country, place.province) == (outer.country, outer.province)
