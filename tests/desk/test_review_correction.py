"""Corrections, made by selecting words in the text with the mouse and with keys."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.desk.conftest import Desk
from tests.desk.test_review_queue import claims, decisions
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import Batch, load_batch

SELECT = """words => {
    const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
    const nodes = []; let all = "";
    while (walker.nextNode()) {
        if (walker.currentNode.parentElement.closest("[data-length]")) continue;
        nodes.push([all.length, walker.currentNode]); all += walker.currentNode.data;
    }
    const start = all.indexOf(words), end = start + words.length;
    if (start < 0) throw new Error("the text does not hold " + words);
    const at = place => { const [from, node] = nodes.findLast(([from]) => from <= place);
        return [node, place - from]; };
    const range = document.createRange();
    range.setStart(...at(start)); range.setEnd(...at(end));
    document.getSelection().removeAllRanges(); document.getSelection().addRange(range);
}"""


def select(page: Page, words: str) -> None:
    """Select words in the document's text, as dragging over them does."""
    page.evaluate(SELECT, words)
    page.locator("#assign").wait_for(state="visible")


def test_a_speaker_is_corrected_by_selecting_words(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/claims/{claims(desk)['12 The harbour office'].claim_id}")
    page.get_by_role("button", name="Correct", exact=False).first.click()
    select(page, "Mayor Odo Fenn")
    page.locator("#assign").get_by_role("button", name="Source").click()
    assert page.locator("#source-words").inner_text() == "Mayor Odo Fenn"
    page.select_option("#speaker_kind", "government")
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_text("Corrected.").wait_for()
    corrected = claims(desk)["12 Mayor Odo Fenn"]
    assert (corrected.origin, corrected.standing) == ("reviewer", "reviewed")
    assert corrected.source_text == "Mayor Odo Fenn"
    (decision,) = decisions(desk)
    assert "attribution.speaker_kind" in decision.fields
    assert "quantity.value" not in decision.fields


def test_a_double_click_selects_the_figure_and_its_digits_fill_the_number(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/claims/{claims(desk)['12 The harbour office'].claim_id}")
    page.keyboard.press("e")
    select(page, "31")
    page.keyboard.press("f")
    assert page.input_value("#value") == "31"
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    page.select_option("#harm", "wounded")
    page.locator("#value").press("Control+Enter")
    page.get_by_text("Corrected.").wait_for()
    assert claims(desk)["31 The harbour office"].harm == "wounded"


def test_what_does_not_fit_is_told_and_nothing_is_lost(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/claims/{claims(desk)['12 The harbour office'].claim_id}")
    page.keyboard.press("e")
    page.fill("#value", "twelve")
    page.fill("#speaker", "The harbour master")
    page.get_by_role("button", name="Save the correction").click()
    assert "“twelve” is no whole number" in page.get_by_role("alert").inner_text()
    assert page.input_value("#speaker") == "The harbour master"
    page.fill("#value", "0")
    page.get_by_role("button", name="Save the correction").click()
    assert "does not say zero" in page.get_by_role("alert").inner_text()
    assert decisions(desk) == []


def test_a_missed_claim_is_added(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    document_id = claims(desk)["14 Doctors"].document_id
    page.goto(f"{desk.address}/add/{document_id}")
    select(page, "14")
    page.locator("#assign").get_by_role("button", name="Figure").click()
    select(page, "Doctors")
    page.locator("#assign").get_by_role("button", name="Source").click()
    page.select_option("#harm", "missing")
    page.get_by_role("button", name="Add the claim").click()
    page.get_by_text("Added.").wait_for()
    with desk.store.reading() as reader:
        (added,) = reader.claims("harm = 'missing'", "1")
    assert (added.figure, added.speaker, added.origin) == ("14", "Doctors", "reviewer")
    assert added.evidence_text == "Doctors counted 14 dead dockers."


def test_offsets_hold_beyond_the_basic_plane_and_behind_hidden_characters(
    desk: Desk, window: Callable[..., Any]
) -> None:
    source = document("🔥🔥 Blaze\u202e at\r\nOrsk 𝔘: 7 bakers died, said Ib Holm.", title="Astral")
    found = claim(source, "7", 7, group="bakers", where="Orsk")
    load_batch(
        desk.database,
        run("astral"),
        Batch(documents=[source], extractions=[extraction(source, [found])]),
    )
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/claims/{found.claim_id}")
    page.keyboard.press("e")
    select(page, "Ib Holm")
    page.keyboard.press("s")
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_text("Corrected.").wait_for()
    assert claims(desk)["7 Ib Holm"].source_text == "Ib Holm"
