"""All claims of one sentence are accepted with one key, and what they rest on is in sight."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from desk.claim_sentence import parts_of
from desk.marks import marked
from desk.review.elsewhere import told_elsewhere
from schemas import Batch
from tests.desk.conftest import Desk, wait_for_saves
from tests.desk.test_review_queue import decisions
from tests.warehouse.examples import claim, document, extraction, run, span
from warehouse import load_batch
from warehouse.read_models.reader import reading

SENTENCE = "Captain Fenn said 12 miners had died and 30 were hurt."
TEXT = f"The mine of Karvat burnt on Friday.\n\nOdo Fenn came late. {SENTENCE} Three went home."


def load(path: Path) -> None:
    text = document(TEXT, title="Fire in a mine")
    evidence = {"evidence": span(TEXT, SENTENCE)}
    told = [
        claim(text, words, value, harm=harm, speaker="Captain Fenn").model_copy(update=evidence)
        for words, value, harm in (("12", 12, "killed"), ("30", 30, "wounded"))
    ]
    load_batch(path, run(), Batch(documents=[text], extractions=[extraction(text, told)]))


def test_what_a_claim_rests_on_outside_its_sentence_is_told(tmp_path: Path) -> None:
    load(tmp_path / "a.duckdb")
    with reading(tmp_path / "a.duckdb") as reader:
        claims = list(reader.claims("true", "quantity_start"))
    found = [
        (each.part, marked(TEXT, [each.mark], each.start, each.end).unescape())
        for each in told_elsewhere(claims, TEXT)
    ]
    assert found == [
        ("place", "The mine of <mark class=place>Karvat</mark> burnt on Friday."),
        ("day", "of Karvat burnt on <mark class=day>Friday</mark>."),
    ]


@pytest.mark.slow
def test_one_key_accepts_all_claims_of_a_sentence(
    running: Callable[..., Desk], window: Callable[..., Any], tmp_path: Path
) -> None:
    load(tmp_path / "a.duckdb")
    desk = running(tmp_path / "a.duckdb")
    page = desk.begin(window(desk.address).page)
    assert page.locator(".beside").inner_text() == "30 · wounded"
    assert page.locator(".panel .sentence mark:not([class])").all_inner_texts() == ["12", "30"]
    page.keyboard.press("a")
    page.wait_for_url(f"{desk.address}/")
    assert sorted(decision.kind for decision in decisions(desk)) == ["accept", "accept"]
    page.keyboard.press("u")
    expect(page.locator(".message")).to_have_text("Undone: accepted (2 claims).")


@pytest.mark.slow
def test_one_claim_of_a_sentence_is_rejected_and_the_others_accepted(
    running: Callable[..., Desk], window: Callable[..., Any], tmp_path: Path
) -> None:
    load(tmp_path / "a.duckdb")
    desk = running(tmp_path / "a.duckdb")
    page = desk.begin(window(desk.address).page)
    first = page.url
    page.keyboard.press("x")
    page.keyboard.press("1")
    expect(page).not_to_have_url(first)
    assert page.locator(".beside").count() == 0, "what is decided is no longer offered"
    page.keyboard.press("a")
    page.wait_for_url(f"{desk.address}/")
    assert sorted(decision.kind for decision in decisions(desk)) == ["accept", "reject"]


@pytest.mark.slow
@pytest.mark.parametrize("key", ["d", "Shift+A"])
def test_one_key_accepts_all_that_waits_of_a_text(
    desk: Desk, window: Callable[..., Any], key: str
) -> None:
    page = desk.begin(window(desk.address).page)
    first = page.url
    assert page.locator(".rest [data-sentence]").count() == 3
    page.keyboard.press(key)
    expect(page).not_to_have_url(first)
    wait_for_saves(page)
    assert [decision.kind for decision in decisions(desk)] == ["accept"] * 4
    assert len({decision.document_id for decision in decisions(desk)}) == 1


@pytest.mark.slow
def test_no_button_breaks_its_words_on_a_phone(
    running: Callable[..., Desk], window: Callable[..., Any], tmp_path: Path
) -> None:
    load(tmp_path / "a.duckdb")
    desk = running(tmp_path / "a.duckdb")
    page = desk.begin(window(desk.address, width=390, height=800).page)
    heights = page.eval_on_selector_all(
        ".verdicts button", "all => all.map(e => e.offsetHeight).filter(height => height)"
    )
    assert len(heights) >= 4
    assert max(heights) < 50
    expect(page.locator(".digits").first).to_be_hidden()


@pytest.mark.slow
def test_the_digit_of_a_reason_rejects_at_once(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.begin(window(desk.address).page)
    first = page.url
    expect(page.locator("#reject button").first).to_be_hidden()
    assert page.locator(".digits").first.inner_text().startswith("Reject at once: 1 not people")
    page.keyboard.press("2")
    expect(page.locator(".message")).to_have_text("Rejected: nobody was harmed.")
    expect(page).not_to_have_url(first)
    wait_for_saves(page)
    assert [d.reason or d.kind for d in decisions(desk)] == ["nobody was harmed"]


def test_victims_of_no_group_are_told_in_the_words_of_the_text(tmp_path: Path) -> None:
    load(tmp_path / "a.duckdb")
    with reading(tmp_path / "a.duckdb") as reader:
        first = next(reader.claims("true", "quantity_start"))
    told = {
        (group, words): parts_of(replace(first, victim_group=group, victims_text=words))[4][1]
        for group in ("all", None, "civilians")
        for words in ("dockers", None)
    }
    assert told == {
        ("all", "dockers"): "dockers",
        ("all", None): "people",
        (None, "dockers"): "dockers",
        (None, None): "people",
        ("civilians", "dockers"): "civilians",
        ("civilians", None): "civilians",
    }


def test_a_claim_tells_the_year_only_where_it_is_not_that_of_its_text(tmp_path: Path) -> None:
    load(tmp_path / "a.duckdb")
    with reading(tmp_path / "a.duckdb") as reader:
        first = next(reader.claims("true", "quantity_start"))
    assert parts_of(first)[-1] == ("event_days", "2 May")
    assert parts_of(replace(first, published=None))[-1] == ("event_days", "2 May 2031")
    assert parts_of(replace(first, cue_text="told"))[1] == ("cue", "told")
    assert parts_of(replace(first, cue_text="denied", stance="denies"))[1] == ("cue", "denied")
