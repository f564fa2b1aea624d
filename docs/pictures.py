"""Draw the pictures of the documents from what `make run` made; run by `make pictures`."""

import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from desk.screenshots import browser, running, sign_in
from flows.discrepancies import Row, draw, find_discrepancies
from warehouse import open_warehouse
from warehouse.read_models.reader import comparison_of

IMAGES = Path(__file__).parent / "images"
DATABASE, REPORT = Path("tollcheck.duckdb"), Path("report")
WIDTH, SHOWN = 96, 4
REPORT_SIZE, DESK_SIZE = (1080, 1010), (1200, 860)
DENIALS = """
select claim_id from current_claims
inner join events using (event_id)
where stance = 'denies' and value > 0
order by date_from desc, claim_id
"""
"""Denied figures: they show the most of what a reviewer sees."""
WEB_FONTS = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


def main() -> None:
    """Draw the terminal, the report's first page and a claim at the desk."""
    rows = find_discrepancies(DATABASE, harm="killed")[:SHOWN]
    IMAGES.mkdir(exist_ok=True)
    draw_terminal(rows, IMAGES / "discrepancies.svg")
    take_report(REPORT / "index.html", IMAGES / "report.png")
    take_desk(DATABASE, IMAGES / "desk.png")


def draw_terminal(rows: list[Row], picture: Path) -> None:
    """Draw what a person at the terminal sees, with the fonts of the machine that shows it."""
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        for row in rows:
            console.print(draw(comparison_of(row)))
        svg = console.export_svg(title="tollcheck discrepancies --harm killed")
    picture.write_text(WEB_FONTS.sub("", svg), "utf-8")


def take_report(page: Path, picture: Path) -> None:
    """Take a picture of a page of the report."""
    width, height = REPORT_SIZE
    with browser() as window:
        shown = window.new_page(viewport={"width": width, "height": height})
        shown.goto(page.resolve().as_uri())
        shown.screenshot(path=picture)


def take_desk(database: Path, picture: Path) -> None:
    """Take a picture of a claim in its text, at the desk of a copy of the warehouse."""
    width, height = DESK_SIZE
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copy(database, folder))
        with open_warehouse(copy, read_only=True) as connection:
            ((claim_id,), *_) = connection.execute(DENIALS).fetchall()
        with browser() as window, running(copy) as address:
            page = window.new_page(viewport={"width": width, "height": height})
            sign_in(page, address, "Ana")
            page.goto(f"{address}/claims/{claim_id}")
            page.screenshot(path=picture)


if __name__ == "__main__":
    main()
