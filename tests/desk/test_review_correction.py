"""Corrections, made by selecting words in the text with the mouse and with keys."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from desk.review.addition_pages import values_of_nothing
from desk.review.changes import values_of
from desk.review.claim_form import SPANS
from schemas import Batch
from tests.desk.conftest import Desk, wait_for_saves
from tests.desk.test_review_queue import claims, decisions
from tests.desk.test_review_security import signed_in
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch
from warehouse.read_models.claim_contracts import claim_of
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.document_rows import DocumentRow

pytestmark = pytest.mark.slow

SELECT = """words => {
    const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
    const nodes = []; let all = "";
    while (walker.nextNode()) {
        if (walker.currentNode.parentElement.closest(".unseen, .text a, [data-length]")) continue;
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
    expect(page.locator("#value")).to_have_value("31")
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
    expect(page.get_by_role("alert")).to_contain_text("“twelve” is no whole number")
    assert page.input_value("#speaker") == "The harbour master"
    page.fill("#value", "0")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_role("alert")).to_contain_text("does not say zero")
    assert decisions(desk) == []


@pytest.mark.parametrize(
    ("words", "value", "modifier"),
    [("Doctors counted 14", "14", "exact"), ("about 50", "50", "about"), ("four", "4", "exact")],
)
def test_selected_words_are_read_by_the_number_grammar(
    words: str, value: str, modifier: str, desk: Desk
) -> None:
    text = document(f"{words} dead.")
    load_batch(desk.database, run("numbers"), Batch(documents=[text], extractions=[]))
    asked = {"document": text.document_id, "part": "quantity", "start": 0, "end": len(words)}
    with signed_in(desk) as (client, _):
        read = client.get("/told", params=asked).json()
    assert (read["value"], read["modifier"]) == (value, modifier)


@pytest.mark.parametrize(
    ("name", "changed", "problem"),
    [
        ("12 The harbour office", {"value": "300"}, "says 12, not 300"),
        ("at least 20 Ilse Marrow", {"modifier": "exact"}, "“at least 20” is not exact"),
    ],
)
def test_a_figure_that_its_words_contradict_is_refused(
    name: str, changed: dict[str, str], problem: str, desk: Desk
) -> None:
    assert problem in refusal(desk, claims(desk)[name], changed)


@pytest.mark.parametrize("part", SPANS)
def test_words_over_two_paragraphs_are_refused(part: str, desk: Desk) -> None:
    known = claims(desk)["12 The harbour office"]
    with desk.store.reading() as reader:
        text = next(reader.rows(DocumentRow, "document_id = ?", "1", known.document_id)).text
    start, end = text.index("port of Velmar"), text.index("office said")
    changed = {f"{part}_start": str(start), f"{part}_end": str(end)}
    assert "reach over a paragraph" in refusal(desk, known, changed)


def refusal(desk: Desk, known: MarkedClaim, changed: dict[str, str]) -> str:
    """The page that answers to a correction which is refused."""
    with signed_in(desk) as (client, csrf):
        form = values_of(claim_of(known)) | changed
        refused = client.post(f"/claims/{known.claim_id}/correct", data={"csrf": csrf, **form})
    assert refused.status_code == 422
    assert decisions(desk) == []
    return str(refused.text)


def test_words_of_a_claim_are_not_added_again_without_their_source(desk: Desk) -> None:
    known = claims(desk)["14 Doctors"]
    with signed_in(desk) as (client, csrf):
        with desk.store.reading() as reader:
            row = next(reader.claims("claim_id = ?", "1", known.claim_id))
        form = values_of(claim_of(row)) | {"source_start": "", "source_end": "", "speaker": ""}
        answer = client.post(f"/add/{known.document_id}", data={"csrf": csrf, **form})
    assert answer.headers["location"] == f"/claims/{known.claim_id}"
    assert decisions(desk) == []


def test_words_of_a_claim_are_not_added_again(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    known = claims(desk)["14 Doctors"]
    page.goto(f"{desk.address}/claims/{known.claim_id}")
    page.keyboard.press("a")
    page.get_by_text("Accepted.").wait_for()
    wait_for_saves(page)
    page.goto(f"{desk.address}/add/{known.document_id}")
    select(page, "14")
    page.locator("#assign").get_by_role("button", name="Figure").click()
    select(page, "Doctors")
    page.locator("#assign").get_by_role("button", name="Source").click()
    page.get_by_role("button", name="Add the claim").click()
    page.get_by_text("has a claim already").wait_for()
    assert page.url.endswith(f"/claims/{known.claim_id}")
    assert [decision.kind for decision in decisions(desk)] == ["accept"]


def test_the_later_of_two_corrections_keeps_what_was_typed(
    desk: Desk, window: Callable[..., Any]
) -> None:
    address = f"{desk.address}/claims/{claims(desk)['12 The harbour office'].claim_id}"
    first = desk.sign_in(window(desk.address).page, "Ana Petrel")
    second = desk.sign_in(window(desk.address).page, "Bo Linde")
    for page in (first, second):
        page.goto(address)
        page.keyboard.press("e")
    first.select_option("#harm", "wounded")
    first.locator("#value").press("Control+Enter")
    first.get_by_text("Corrected.").wait_for()
    second.fill("#speaker", "The harbour master")
    second.locator("#value").press("Control+Enter")
    assert "Somebody else decided meanwhile" in second.get_by_role("alert").inner_text()
    assert second.input_value("#speaker") == "The harbour master"


def test_a_note_and_an_addition_are_undone(desk: Desk) -> None:
    known = claims(desk)["14 Doctors"]
    text = "Doctors counted 14 dead dockers."
    with signed_in(desk) as (client, csrf):
        client.post(f"/claims/{known.claim_id}/accept", data={"csrf": csrf})
        client.post(f"/claims/{known.claim_id}/note", data={"csrf": csrf, "note": "Asked again."})
        back = client.post("/undo", data={"csrf": csrf}).headers["location"]
        assert back == f"/claims/{known.claim_id}"
        held = {decision.kind: decision.is_undone for decision in decisions(desk)}
        assert (held["accept"], held["note"]) == (False, True)
        with desk.store.reading() as reader:
            whole = next(reader.rows(DocumentRow, "document_id = ?", "1", known.document_id)).text
        start = whole.index(text) + text.index("dockers")
        form = {
            **dict.fromkeys(values_of_nothing(), ""),
            **{"harm": "wounded", "scope": "incident", "modifier": "vague", "stance": "asserts"},
            **{"speaker_kind": "article", "basis": "plural", "quantity_text": "dockers"},
            **{"quantity_start": str(start), "quantity_end": str(start + len("dockers"))},
        }
        added = client.post(f"/add/{known.document_id}", data={"csrf": csrf, **form})
        assert added.status_code == 303
        back = client.post("/undo", data={"csrf": csrf}).headers["location"]
        assert client.get(back).status_code == 200


def test_a_missed_claim_is_added(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.sign_in(window(desk.address).page)
    document_id = claims(desk)["14 Doctors"].document_id
    page.goto(f"{desk.address}/add/{document_id}")
    select(page, "14")
    page.locator("#assign").get_by_role("button", name="Figure").click()
    select(page, "dockers")
    page.locator("#assign").get_by_role("button", name="Victims").click()
    page.select_option("#harm", "missing")
    page.get_by_role("button", name="Add the claim").click()
    page.get_by_text("Added.").wait_for()
    assert "14 Doctors" in claims(desk)
    with desk.store.reading() as reader:
        (added,) = reader.claims("harm = 'missing'", "1")
    assert (added.figure, added.speaker, added.origin) == ("14", None, "reviewer")
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


def test_a_claim_is_made_part_of_another_of_its_text(
    desk: Desk, window: Callable[..., Any]
) -> None:
    page = desk.sign_in(window(desk.address).page)
    named = claims(desk)
    part, whole = named["12 The harbour office"], named["at least 20 Ilse Marrow"]
    page.goto(f"{desk.address}/claims/{part.claim_id}")
    page.keyboard.press("e")
    page.get_by_label("Part of").select_option(whole.claim_id)
    page.locator("#value").press("Control+Enter")
    page.get_by_text("Corrected.").wait_for()
    (decision,) = decisions(desk)
    assert decision.fields == ("part_of",)
    page.goto(f"{desk.address}/claims/{part.claim_id}")
    assert "part of: none → another claim" in page.locator(".history").inner_text()
    assert claims(desk)["12 The harbour office"].part_of == whole.claim_id
    page.goto(f"{desk.address}/claims/{whole.claim_id}")
    page.keyboard.press("e")
    page.get_by_label("Part of").select_option(part.claim_id)
    page.locator("#value").press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("cannot hold in both directions")
    assert len(decisions(desk)) == 1
