"""The places of the gazetteer that a name in a text can mean."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.events.where.gazetteer import GazetteerEntry, find_all, find_named, find_sounding
from extractors.events.where.name_keys import name_key, sound_key
from extractors.events.where.own_places import own_places
from extractors.events.where.place_kinds import COUNTRY, DISTRICT, PROVINCE, SPOT, TOWN
from extractors.events.where.place_name import PlaceName
from schemas.terms import PlaceLevel

_ALIKE, _ALIKE_OF_SORT = 80, 60
"""Of a hundred: how alike two spellings of one place's name are, bare or with its sort."""
_LEAST_LENGTH, _LEAST_SOUND = 4, 2
"""Letters and consonants that a name needs for another of its consonants to be its spelling."""


def find_candidates(place: PlaceName) -> Sequence[GazetteerEntry]:
    """The places that a name can mean, the most populous first."""
    own = own_places().get(name_key(place.full_name))
    if own is None and (place.rank != SPOT or place.is_kind_first or place.kind is None):
        own = own_places().get(name_key(place.name))
    if own is not None:
        return [own]
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


def find_respelled(place: PlaceName) -> Sequence[GazetteerEntry]:
    """The places whose names a text may transcribe otherwise: "Khowst" for Khost."""
    is_short = len(name_key(place.name)) < _LEAST_LENGTH
    if place.rank in {SPOT, COUNTRY} or is_short or len(sound_key(place.name)) < _LEAST_SOUND:
        return []
    found = find_sounding(place.name)
    if place.kind is None:
        return [e for e in found if e.rank in {TOWN, PROVINCE} and _likeness(e, place) >= _ALIKE]
    return [e for e in found if e.rank == place.rank and _likeness(e, place) >= _ALIKE_OF_SORT]


def _likeness(entry: GazetteerEntry, place: PlaceName) -> float:
    return fuzz.ratio(name_key(entry.name), name_key(place.name))
