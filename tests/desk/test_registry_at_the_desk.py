"""The registry at the desk: kinds of speakers, groups of victims, places."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.desk.accessibility import violations
from tests.desk.conftest import Desk, wait_for_page
from tests.desk.test_review_queue import claims
from warehouse.read_models.document_rows import SpeakerLine
from warehouse.read_models.event_rows import LocatedEvent

pytestmark = pytest.mark.slow


def kind_of(desk: Desk, name: str) -> str:
    with desk.store.reading() as reader:
        return next(reader.rows(SpeakerLine, "name = ?", "1", name)).kind


def test_the_kind_of_a_speaker_is_set_and_put_back(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.get_by_role("link", name="Registry").click()
    page.get_by_role("link", name="Ilse Marrow").click()
    page.get_by_label("Kind of speaker").select_option("ngo")
    page.get_by_role("button", name="Set the kind").click()
    wait_for_page(page, "Kept, for texts to come, too.")
    assert kind_of(desk, "Ilse Marrow") == "ngo"
    assert violations(page) == []
    page.keyboard.press("u")
    wait_for_page(page, "Undone: kind of speaker")
    assert kind_of(desk, "Ilse Marrow") == "person"


def test_a_group_is_added_and_taken_back(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/groups")
    page.get_by_role("link", name="weavers").click()
    page.get_by_label("Count them as").fill("Orsk <mill> hands")
    page.get_by_role("button", name="Count them so").click()
    wait_for_page(page, "in texts to come, too.")
    assert violations(page) == []
    assert claims(desk)["3 the sheriff"].victim_group == "Orsk <mill> hands"
    page.keyboard.press("u")
    wait_for_page(page, "Undone: group of victims: ")
    assert claims(desk)["3 the sheriff"].victim_group == "weavers"


def test_a_place_is_added_for_all_its_events(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/added-places")
    page.get_by_role("link", name="Velmar").click()
    page.locator("#ground svg").click(position={"x": 200, "y": 90})
    page.get_by_role("button", name="Add the place").click()
    wait_for_page(page, "is on the map.")
    assert violations(page) == []
    name = claims(desk)["12 The harbour office"].event_id

    def located() -> list[LocatedEvent]:
        with desk.store.reading() as reader:
            return list(reader.rows(LocatedEvent, "event_id = ?", "1", name))

    (found,) = located()
    assert (found.place, found.reviewer) == ("Velmar", "Ana Petrel")
    assert page.get_by_role("link", name="Velmar").count() == 0
    page.keyboard.press("u")
    wait_for_page(page, "Undone: place added: ")
    assert located() == []
