"""Writes the gazetteer's index from the packages that hold its data.

Reading them takes seconds and hundreds of megabytes, so it is done once, by a process of its own:
`python -m extractors.events.where.gazetteer_build FILE`.
"""

import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

from extractors.events.where.gazetteer_sources import Row, Sources
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


def build_gazetteer(path: Path, rows: Iterable[Row] | None = None) -> None:
    """Write the index to a new file.

    Args:
        path: The file; it must be empty or missing.
        rows: The places, those around others first; all that the packages have where none are
            given.
    """
    database = sqlite3.connect(path)
    try:
        database.executescript(_SCHEMA)
        numbers: dict[str, int] = {}
        for number, row in enumerate(_outermost_first(rows or Sources().rows())):
            numbers.setdefault(row.key, number)
            parents = ",".join(str(numbers[key]) for key in row.parents if key in numbers)
            values = (row.key, row.name, row.level, row.country, row.is_iso, parents)
            where = (row.latitude, row.longitude, row.population)
            database.execute(
                "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *values, *where)
            )
            spelled = {name for each in row.names for name in _without_sort(row, each)}
            for table, key_of in (("name", name_key), ("sound", sound_key)):
                keys = {key_of(name) for name in spelled} - {""}
                database.executemany(
                    f"insert into {table} values (?, ?)",  # noqa: S608 - ours
                    [(key, number) for key in keys],
                )
        database.commit()
    finally:
        database.close()


def _outermost_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: -list(PlaceLevel).index(row.level))


def _without_sort(row: Row, name: str) -> set[str]:
    """A subdivision's name, and the same without its sort: "Erie" for "Erie County"."""
    if row.level is PlaceLevel.CITY:
        return {name}
    first, _, last = name.rpartition(" ")
    sort = kinds("after").get(last.casefold())
    return {name, first} if first and sort is not None and sort.rank >= DISTRICT else {name}


if __name__ == "__main__":
    build_gazetteer(Path(sys.argv[1]))
