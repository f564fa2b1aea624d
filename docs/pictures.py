"""Draw the pictures of the documents from what `make run` made; run by `make pictures`."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from rich.console import Console

from flows.discrepancies import Row, draw, find_discrepancies
from warehouse.read_models.reader import comparison_of

IMAGES = Path(__file__).parent / "images"
DATABASE, REPORT = Path("tollcheck.duckdb"), Path("report")
WIDTH, SHOWN = 96, 4
WINDOW = "1080,1010"
WEB_FONTS = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


def main() -> None:
    """Draw the terminal and the report's first page."""
    rows = find_discrepancies(DATABASE, harm="killed")[:SHOWN]
    IMAGES.mkdir(exist_ok=True)
    draw_terminal(rows, IMAGES / "discrepancies.svg")
    take_page(REPORT / "index.html", IMAGES / "report.png")


def draw_terminal(rows: list[Row], picture: Path) -> None:
    """Draw what a person at the terminal sees, with the fonts of the machine that shows it."""
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        for row in rows:
            console.print(draw(comparison_of(row)))
        svg = console.export_svg(title="tollcheck discrepancies --harm killed")
    picture.write_text(WEB_FONTS.sub("", svg), "utf-8")


def take_page(page: Path, picture: Path) -> None:
    """Take a picture of a page of the report."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        raise SystemExit("install chromium: without it the report cannot be pictured")
    flags = ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WINDOW}")
    command = [browser, *flags, f"--screenshot={picture}", page.resolve().as_uri()]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- our own page


if __name__ == "__main__":
    main()
