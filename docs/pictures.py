"""Draw the pictures of the documents from a warehouse of the samples.

Run by `make pictures`, after `make run`.
"""

import os
import re
from pathlib import Path

from rich.console import Console

from flows.discrepancies import draw, find_discrepancies

IMAGES = Path(__file__).parent / "images"
WIDTH = 96
SHOWN = 4
WEB_FONTS = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)


def main() -> None:
    """Write the terminal's picture, with the fonts of the machine that shows it."""
    with Path(os.devnull).open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        for row in find_discrepancies(Path("tollcheck.duckdb"), harm="killed")[:SHOWN]:
            console.print(draw(row))
        svg = console.export_svg(title="tollcheck discrepancies --harm killed")
    picture = IMAGES / "discrepancies.svg"
    picture.parent.mkdir(exist_ok=True)
    picture.write_text(WEB_FONTS.sub("", svg), "utf-8")


if __name__ == "__main__":
    main()
