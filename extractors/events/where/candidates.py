"""The places of the gazetteer that a name in a text can mean."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.events.where.gazetteer import GazetteerEntry, find_all, find_named, find_sounding
from extractors.events.where.name_keys import name_key, sound_key
from extractors.events.where.own_places import own_places
from extractors.events.where.place_kinds import (
    COUNTRY,
    DISTRICT,
    PROVINCE,
    SPOT,
    TOWN,
    words,
)
from extractors.events.where.place_name import PlaceName
from schemas.terms import PlaceLevel

_ALIKE, _ALIKE_OF_SORT = 80, 60
"""Of a hundred: how alike two spellings of one place's name are, bare or with its sort."""
_LEAST_LENGTH, _LEAST_SOUND = 4, 2
"""Letters and consonants that a name needs for another of its consonants to be its spelling."""
_SHORT = 3
"""Letters of a name that only means a town whose own name it is."""


def find_candidates(place: PlaceName) -> Sequence[GazetteerEntry]:
    """The places that a name can mean, the most populous first.

    A bare "Southeast" is a part of any town, though a province may be called so.
    """
    found = _find_own(place) or _find_gazetted(place)
    if place.kind is not None:
        return found
    if not place.around and place.name.casefold() in words("common"):
        found = [each for each in found if each.number < 0]
    key = name_key(place.name)
    return found if len(key) > _SHORT else [each for each in found if _is_telling(key, each)]


def _find_own(place: PlaceName) -> Sequence[GazetteerEntry]:
    """The place of the lexicon or the user that a name means."""
    own = own_places().get(name_key(place.full_name))
    if own is None and (place.rank != SPOT or place.is_kind_first or place.kind is None):
        own = own_places().get(name_key(place.name))
    return [] if own is None else [own]


def _find_gazetted(place: PlaceName) -> Sequence[GazetteerEntry]:
    """The places of the gazetteer that a name can mean."""
    if place.rank == SPOT:
        return [] if place.kind is not None else find_named(place.name)
    if place.rank == DISTRICT:
        full = [each for each in find_all(place.full_name) if each.level is PlaceLevel.COUNTY]
        return full or [e for e in find_all(place.name) if e.level is PlaceLevel.COUNTY]
    found = find_all(place.name) or find_all(place.full_name)
    if place.kind is None:
        return [each for each in found if each.rank != DISTRICT]
    if place.rank == TOWN:
        return [each for each in found if each.level is PlaceLevel.CITY]
    return [each for each in found if each.rank >= PROVINCE and each.rank >= place.rank]


def _is_telling(key: str, entry: GazetteerEntry) -> bool:
    """Whether a short name can mean a place: "Id" and "SUV" are other languages' names of towns."""
    return entry.rank != TOWN or key == name_key(entry.name)


def find_respelled(place: PlaceName) -> Sequence[GazetteerEntry]:
    """The places whose names a text may transcribe otherwise: "Khowst" for Khost."""
    is_short = len(name_key(place.name)) < _LEAST_LENGTH
    if place.rank in {SPOT, COUNTRY} or is_short or len(sound_key(place.name)) < _LEAST_SOUND:
        return []
    found = find_sounding(place.name)
    if place.kind is None:
        return [e for e in found if e.rank in {TOWN, PROVINCE} and _likeness(e, place) >= _ALIKE]
    return [e for e in found if e.rank == place.rank and _likeness(e, place) >= _ALIKE_OF_SORT]


def is_spelling(entry: GazetteerEntry, place: PlaceName) -> bool:
    """Whether a name is that of a place, however it is transcribed, and not another one of it."""
    return _likeness(entry, place) >= _ALIKE_OF_SORT


def _likeness(entry: GazetteerEntry, place: PlaceName) -> float:
    return fuzz.ratio(name_key(entry.name), name_key(place.name))
