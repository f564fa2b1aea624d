import sqlite3
from pathlib import Path

import pytest

from extractors.events.where import gazetteer
from extractors.events.where.gazetteer_build import build_gazetteer
from extractors.events.where.gazetteer_sources import GazetteerRow
from schemas.terms import PlaceLevel


def test_the_index_holds_each_place_under_all_its_names_and_within_the_places_around_it(
    tmp_path: Path,
) -> None:
    rows = [
        GazetteerRow("geonames:3", "Alpha", PlaceLevel.CITY, "Dorland", ("geonames:2", "iso:XX"),
            names=frozenset({"Alpha", "Alfa"})),
        GazetteerRow("geonames:2", "Karvat County", PlaceLevel.COUNTY, "Dorland", ("iso:XX",),
            names=frozenset({"Karvat County"})),
        GazetteerRow("iso:XX", "Dorland", PlaceLevel.COUNTRY, "Dorland",
            names=frozenset({"Dorland"})),
    ]  # fmt: skip
    build_gazetteer(tmp_path / "index", rows)
    index = sqlite3.connect(tmp_path / "index")
    numbers = dict(index.execute("select key, id from place"))
    assert dict(index.execute("select key, parents from place")) == {
        "iso:XX": "",
        "geonames:2": str(numbers["iso:XX"]),
        "geonames:3": f"{numbers['geonames:2']},{numbers['iso:XX']}",
    }
    names = index.execute("select name.key, place.key from name join place on id = place")
    assert set(names) == {
        ("alpha", "geonames:3"), ("alfa", "geonames:3"), ("dorland", "iso:XX"),
        ("karvat county", "geonames:2"), ("karvat", "geonames:2"),
    }  # fmt: skip


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """An empty cache folder, and the list of the files that are built."""
    built: list[Path] = []

    def build(path: Path) -> None:
        built.append(path)
        path.write_text("an index")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(gazetteer, "_build", build)
    return built


def test_the_index_is_built_once_and_appears_whole(builds: list[Path], tmp_path: Path) -> None:
    first, second = gazetteer._index(), gazetteer._index()
    assert first == second
    assert first.read_text() == "an index"
    assert len(builds) == 1
    assert list(tmp_path.rglob("*.sqlite")) == [first]


def test_a_place_is_found_by_any_of_its_names() -> None:
    for name in ("Baghdad", "Bagdad", "BAGHDAD"):
        found = gazetteer.best_known(gazetteer.find_named(name))
        assert found is not None
        assert (found.country, found.level) == ("Iraq", PlaceLevel.CITY)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("Idleb", ["Idlib", "Idlib", "Syria"]),
        ("al-Bab", ["Al Bāb", "Ḩalab", "Syria"]),
        ("Al Bab", ["Al Bāb", "Ḩalab", "Syria"]),
    ],
)
def test_a_town_has_the_path_of_the_places_around_it(name: str, path: list[str]) -> None:
    entry = gazetteer.best_named(name)
    assert entry is not None
    assert [step.name for step in entry.path] == path
