"""Where events lie: shown on a map, and put right at the desk."""

from collections.abc import Callable
from typing import Any

import pytest

from schemas import Location
from tests.desk.conftest import Desk
from tests.desk.test_review_queue import claims
from warehouse.event_locations import EventLocation, keep_located
from warehouse.read_models.event_rows import LocatedEvent

pytestmark = pytest.mark.slow


def location(desk: Desk, event_id: str) -> LocatedEvent:
    with desk.store.reading() as reader:
        return next(reader.rows(LocatedEvent, "event_id = ?", "1", event_id))


def test_a_wrong_place_is_seen_on_the_map_and_put_right(
    desk: Desk, window: Callable[..., Any]
) -> None:
    event = claims(desk)["12 The harbour office"].event_id
    wrong = Location(
        name="Velmar",
        level="province",
        country="France",
        province="Aude",
        latitude=43.1,
        longitude=2.4,
    )
    keep_located(desk.database, [EventLocation(event, "Velmar", wrong)])
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/events/{event}")
    label = page.get_by_role("img", name="Map").get_attribute("aria-label")
    assert label == (
        "Map: Velmar, Aude, France, 43° N, 2° E; somewhere in the province, from the gazetteer"
    )
    page.get_by_label("Place", exact=True).fill("Peshawar")
    page.get_by_role("button", name="Peshawar").first.click()
    page.get_by_role("button", name="Put it there").click()
    page.get_by_text("Put on the map.").wait_for()
    found = location(desk, event)
    assert (found.place, found.level, found.country) == ("Peshawar", "place", "Pakistan")
    assert (round(found.latitude), found.reviewer) == (34, "Ana Petrel")

    page.locator("#ground svg").click(position={"x": 20, "y": 20})
    page.get_by_role("button", name="Put it there").click()
    page.get_by_text("Put on the map.").wait_for()
    clicked = location(desk, event)
    assert clicked.level == "place"
    assert clicked.latitude > found.latitude + 2
    assert clicked.longitude < found.longitude - 2
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Undone: place: ").wait_for()
    assert location(desk, event) == found
