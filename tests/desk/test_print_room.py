"""Of an event with many figures two printed pages hold the first; the others are counted."""

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser

from desk import write_report
from desk.print_room import printed
from schemas import Batch, EventMention
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch

GROUPS = ("children", "women", "civilians", "police", "soldiers", "workers", "prisoners", "nurses")
SPEAKERS = ("the mayor", "doctors", "the union", "police", "rebels", "the governor", "residents")


def test_the_first_comparison_is_printed_however_long_it_is() -> None:
    assert printed([500, 3], 0) == 1
    assert printed([20, 20, 20], 0) == 3
    assert printed([20, 20, 20], 50) == 2


def test_an_event_with_many_figures_prints_on_two_pages(tmp_path: Path, browser: Browser) -> None:
    when = EventMention(where="Velmar", date_from=date(2031, 5, 2), date_to=date(2031, 5, 2))
    told = []
    for number, who in enumerate(SPEAKERS):
        lines = [f"{10 * (number + 1) + n} {g} died, {who} said." for n, g in enumerate(GROUPS)]
        source = document("\n".join(lines), title=f"Fire at Velmar, says {who}")
        claims = [
            claim(
                source, line.split()[0], int(line.split()[0]), speaker=who, group=group
            ).model_copy(update={"event": when})
            for line, group in zip(lines, GROUPS, strict=True)
        ]
        told.append((source, claims))
    path = tmp_path / "w.duckdb"
    batch = Batch(
        documents=[source for source, _ in told],
        extractions=[extraction(source, claims) for source, claims in told],
    )
    load_batch(path, run(), batch)
    folder = write_report(path, tmp_path / "report").parent
    largest = max(folder.glob("events/*.html"), key=lambda file: file.stat().st_size)
    page = browser.new_page()
    page.goto(largest.as_uri())
    assert page.locator(".comparison").count() > 5
    margin = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    pages = re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=margin))
    page.emulate_media(media="print")
    assert page.get_by_text("Not printed: ").is_visible()
    assert page.locator(".comparison:visible").count() >= 1
    page.close()
    assert len(pages) == 2
