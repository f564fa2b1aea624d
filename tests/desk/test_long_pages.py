"""Pages on which much was said: what stands in sight, and what is folded away."""

import re
from datetime import date
from pathlib import Path

import pytest

from desk import write_report
from desk.templating import environment
from schemas import Batch, Harm, Modifier
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch

TOWNS = ("Karvat", "Velmar", "Orsk", "Tarn", "Ilmen", "Sorvo", "Brask")


def reported(folder: Path, batch: Batch) -> Path:
    """The folder of a report on a batch."""
    load_batch(folder / "w.duckdb", run(), batch)
    return write_report(folder / "w.duckdb", folder / "report").parent


@pytest.fixture
def speakers_page(tmp_path: Path) -> str:
    """The page of a mayor who told of a flood in seven towns."""
    texts = [document(f"In {town} {n} died, Odo Fenn said.") for n, town in enumerate(TOWNS, 3)]
    found = [
        extraction(text, [claim(text, f"{n}", n, speaker="Odo Fenn", where=town,
                                day=date(2031, n, 1))])
        for text, (n, town) in zip(texts, enumerate(TOWNS, 3), strict=True)
    ]  # fmt: skip
    folder = reported(tmp_path, Batch(documents=texts, extractions=found))
    (page,) = folder.glob("speakers/*.html")
    return page.read_text("utf-8")


def test_what_a_speaker_told_last_comes_first_and_the_rest_in_a_line_an_event(
    speakers_page: str,
) -> None:
    open_ones, _, others = speakers_page.partition("On other events")
    heads = re.findall(r"<h2><a [^>]*>(\w+),", open_ones)
    assert heads == list(reversed(TOWNS))[:5]
    lines = re.findall(r"<summary>(.*?)</summary>", others, re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", line) for line in lines] == [
        "Velmar, 1 April 2031 · 4 killed",
        "Karvat, 1 March 2031 · 3 killed",
    ]


def beside(folder: Path, figure: str) -> str:
    """What an event's page has behind a figure of people killed, before the next one."""
    (page,) = folder.glob("events/*.html")
    _, _, killed = page.read_text("utf-8").partition("<h2>Killed")
    _, following = re.split(rf"<(?:th|b)>{figure}<", killed, maxsplit=1)
    return re.split(r"<tr\b|</section>", following)[0]


@pytest.mark.parametrize(
    ("pages", "current", "shown"),
    [
        (3, 0, "1 2 3"),
        (112, 0, "1 2 3 4 … 112"),
        (112, 50, "1 … 48 49 50 51 52 53 54 … 112"),
        (112, 111, "1 … 109 110 111 112"),
    ],
)
def test_a_list_of_many_pages_leads_to_those_close_by(pages: int, current: int, shown: str) -> None:
    macro = environment().get_template("parts.html").module.pager  # type: ignore[attr-defined]
    told = macro([f"list-{number}.html" for number in range(pages)], current)
    assert re.findall(r">([\d…]+)<", str(told)) == shown.split()


def test_nobody_harmed_is_told_beside_nobody_killed(tmp_path: Path) -> None:
    none = document("No casualties were reported, the mayor said.", outlet="Post")
    some = document("In Karvat 8 died, the union said.", outlet="Wire")
    zero = claim(none, "No", 0, harm=Harm.CASUALTIES, speaker="the mayor", group="all")
    toll = claim(some, "8", 8, speaker="the union", group="all")
    found = [extraction(none, [zero]), extraction(some, [toll])]
    folder = reported(tmp_path, Batch(documents=[none, some], extractions=found))
    assert "casualties were reported" in beside(folder, "0")


def test_a_number_that_counts_at_least_as_many_has_its_sentence(tmp_path: Path) -> None:
    text = document("In Karvat 6 were found dead, the union said.")
    found = claim(text, "6", 6, speaker="the union").model_copy(update={"counts_some": True})
    batch = Batch(documents=[text], extractions=[extraction(text, [found])])
    assert "6</mark>" in beside(reported(tmp_path, batch), "at least 6")


def test_every_addend_of_a_sum_is_told_beside_it(tmp_path: Path) -> None:
    text = document(
        "In Karvat at least 70 soldiers died, the union said. So did more than 50 rebels, "
        "the union said."
    )
    soldiers = claim(text, "at least 70", 70, modifier=Modifier.AT_LEAST, speaker="the union")
    rebels = claim(
        text, "more than 50", 50, modifier=Modifier.MORE_THAN, speaker="the union", adds_to=soldiers
    )
    batch = Batch(documents=[text], extractions=[extraction(text, [soldiers, rebels])])
    row = beside(reported(tmp_path, batch), "at least 121")
    assert "at least 70</mark>" in row
    assert "more than 50</mark>" in row
