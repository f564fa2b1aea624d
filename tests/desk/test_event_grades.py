"""The grade of an event: given at the desk, shown in the report, taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk import write_report
from tests.desk.accessibility import violations
from tests.desk.conftest import Desk, wait_for_page
from tests.desk.test_review_queue import claims

pytestmark = pytest.mark.slow


def test_a_grade_is_given_published_and_taken_back(
    desk: Desk, window: Callable[..., Any], tmp_path: Path
) -> None:
    event = claims(desk)["14 Doctors"].event_id
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/events/{event}")
    page.get_by_role("button", name="Give this grade").click()
    wait_for_page(page, "Choose a grade.")
    page.goto(f"{desk.address}/events/{event}")
    page.get_by_label("Contested").check()
    page.get_by_label("What it rests on").fill("The <owner> and the doctors.")
    page.get_by_role("button", name="Give this grade").click()
    wait_for_page(page, "Graded.")
    graded = page.locator(".grade").inner_text()
    assert "Graded by Ana Petrel" in graded
    assert graded.endswith("The <owner> and the doctors.")
    assert violations(page) == []
    folder = write_report(desk.database, tmp_path / "report").parent
    html = (folder / "events" / f"{event}.html").read_text()
    assert ">Contested</span> Sources hold opposite things" in html
    page.get_by_label("Weak").check()
    page.get_by_role("button", name="Give this grade").click()
    wait_for_page(page, "Graded.")
    told = page.locator(".history li").all_inner_texts()
    assert any(line.startswith("grade: contested → weak by Ana Petrel") for line in told)
    page.keyboard.press("u")
    wait_for_page(page, "Undone: grade: ")
    assert page.locator(".grade .badge").inner_text() == "Contested"
    page.get_by_label("No grade").check()
    page.get_by_role("button", name="Give this grade").click()
    wait_for_page(page, "Graded.")
    assert page.locator(".grade").count() == 0
    write_report(desk.database, folder)
    assert "Sources hold opposite" not in (folder / "events" / f"{event}.html").read_text()
