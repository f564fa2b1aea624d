"""Writes the gazetteer's index from the packages that hold its data.

Reading them takes seconds and hundreds of megabytes, so it is done once, by a process of its own:
`python -m extractors.events.where.gazetteer_build FILE`.
"""

import gc
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from extractors.events.where.gazetteer_sources import GazetteerRow, Sources
from extractors.events.where.name_keys import name_key, sound_key
from extractors.events.where.place_kinds import DISTRICT, kinds
from schemas.terms import PlaceLevel

_SCHEMA = """
create table place (
    id integer primary key, key text, name text, level text, country text, is_iso integer,
    parents text, latitude real, longitude real, population integer
);
create table name (key text, place integer, primary key (key, place)) without rowid;
create table sound (key text, place integer, primary key (key, place)) without rowid;
"""


def build_gazetteer(path: Path, rows: Iterable[GazetteerRow] | None = None) -> None:
    """Write the index to a new file.

    Args:
        path: The file; it must be empty or missing.
        rows: The places, those around others first; all that the packages have where none are
            given.
    """
    database = sqlite3.connect(path)
    try:
        database.executescript(_SCHEMA)
        placed = list(enumerate(_outermost_first(rows or Sources().rows())))
        numbers = {row.key: number for number, row in reversed(placed)}
        database.executemany(
            "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_values(number, row, numbers) for number, row in placed],
        )
        names = {(key, n) for n, row in placed for key in _keys(row, row.names, name_key)}
        sounds = {(key, n) for n, row in placed for key in _keys(row, _own(row), sound_key)}
        database.executemany("insert into name values (?, ?)", sorted(names))
        database.executemany("insert into sound values (?, ?)", sorted(sounds))
        database.commit()
    finally:
        database.close()


def _outermost_first(rows: Iterable[GazetteerRow]) -> list[GazetteerRow]:
    return sorted(rows, key=lambda row: -list(PlaceLevel).index(row.level))


def _values(number: int, row: GazetteerRow, numbers: Mapping[str, int]) -> tuple[object, ...]:
    parents = ",".join(str(numbers[key]) for key in row.parents if key in numbers)
    told = (number, row.key, row.name, row.level, row.country, row.is_iso, parents)
    return (*told, row.latitude, row.longitude, row.population)


def _own(row: GazetteerRow) -> Iterable[str]:
    """The names whose other spellings are looked for: a town's own, a region's all."""
    return (row.name,) if row.level is PlaceLevel.CITY else row.names


def _keys(row: GazetteerRow, names: Iterable[str], key_of: Callable[[str], str]) -> set[str]:
    """Keys of names, and of a subdivision's without its sort: "Erie" for "Erie County"."""
    spelled = set(names)
    if row.level is not PlaceLevel.CITY:
        spelled |= {bare for name in names if (bare := _without_sort(name))}
    return {key_of(name) for name in spelled} - {""}


def _without_sort(name: str) -> str:
    first, _, last = name.rpartition(" ")
    sort = kinds("after").get(last.casefold())
    return first if sort is not None and sort.rank >= DISTRICT else ""


if __name__ == "__main__":
    gc.disable()  # nothing is garbage until the process ends, and looking for it doubles the time
    build_gazetteer(Path(sys.argv[1]))
