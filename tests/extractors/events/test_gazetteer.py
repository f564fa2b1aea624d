from pathlib import Path

import pytest

from extractors.events.where import gazetteer
from extractors.events.where.gazetteer_build import match_provinces


def town(name: str, north: float, east: float, people: int = 1000) -> dict[str, object]:
    return {
        "name": name,
        "latitude": north,
        "longitude": east,
        "population": people,
        "alternatenames": [],
    }


def subdivision(
    name: str, north: float, east: float, parent: str | None = None
) -> dict[str, object]:
    return {"name": name, "latLng": [north, east], "parentCode": parent}


def test_towns_get_the_subdivision_nearest_to_them() -> None:
    groups = {"01": [town("Alpha", 10, 10)], "02": [town("Beta", 20, 20)]}
    provinces = {"XX-A": subdivision("North", 19, 21), "XX-B": subdivision("South", 11, 9)}
    assert match_provinces(groups, provinces) == {"01": "XX-B", "02": "XX-A"}


def test_a_subdivision_named_after_its_largest_town_goes_before_a_nearer_one() -> None:
    groups = {"01": [town("Alpha", 10, 10)], "02": [town("Beta", 12, 10)]}
    provinces = {"XX-A": subdivision("Alpha", 11.2, 10), "XX-B": subdivision("Dry", 10.9, 10)}
    assert match_provinces(groups, provinces) == {"01": "XX-A", "02": "XX-B"}


def test_the_level_with_as_many_subdivisions_is_taken() -> None:
    groups = {"01": [town("Alpha", 10, 10)], "02": [town("Beta", 20, 20)]}
    provinces = {
        "XX-1": subdivision("Whole", 15, 15),
        "XX-A": subdivision("North", 20, 20, parent="XX-1"),
        "XX-B": subdivision("South", 10, 10, parent="XX-1"),
    }
    assert match_provinces(groups, provinces) == {"01": "XX-B", "02": "XX-A"}


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
        assert (found.place.country, found.place.level) == ("Iraq", gazetteer.Level.PLACE)
