"""Maps: the frame, the mark that tells how precisely a place is known, and words for all of it."""

import re

import pytest

from desk.maps import country_at, frame_around, locator_map
from warehouse.read_models.event_rows import LocatedEvent


def located(level: str, **fields: object) -> LocatedEvent:
    told = {"country": "Iraq", "province": "Diyālá", "latitude": 33.9, "longitude": 44.9}
    return LocatedEvent(
        **{"event_id": "e", "place": "Karvat", "level": level, "reviewer": None, **told, **fields}
    )


@pytest.mark.parametrize(
    ("longitude", "latitude", "name"),
    [(44.4, 33.3, "Iraq"), (2.3, 48.9, "France"), (-70.7, -33.4, "Chile"), (-30.0, 30.0, None)],
)
def test_a_point_lies_in_its_country(longitude: float, latitude: float, name: str | None) -> None:
    found = country_at(longitude, latitude)
    assert (found.name if found else None) == name


def test_a_frame_has_its_point_in_the_middle() -> None:
    assert frame_around(44.9, 33.9).at(44.9, 33.9) == pytest.approx((210, 130))


@pytest.mark.parametrize(
    ("level", "mark", "words"),
    [
        ("place", 'class="exact"', "33.90° N, 44.90° E; the place itself"),
        ("province", 'class="around"', "34° N, 45° E; somewhere in the province"),
        ("country", None, "34° N, 45° E; somewhere in the country"),
    ],
)
def test_the_mark_tells_how_precisely_the_place_is_known(
    level: str, mark: str | None, words: str
) -> None:
    svg = str(locator_map(located(level)))
    assert re.findall(r'class="(?:exact|around)"', svg) == ([mark] if mark else [])
    assert words in svg
    assert 'class="land here"' in svg


def test_names_from_elsewhere_are_escaped() -> None:
    svg = str(locator_map(located("place", place='"><script>alert(1)</script>')))
    assert "<script" not in svg
