"""What the rules of accessibility say of a page, in every colour scheme."""

from collections.abc import Iterator

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (1400, 390)
SCHEMES = (("light", "none"), ("dark", "none"), ("light", "active"), ("dark", "active"))
"""The colours that readers prefer, and whether their system forces its own."""


def violations(page: Page) -> list[tuple[str, str]]:
    """The rules that a page breaks, each with the first element that does."""
    found = Axe().run(page, options={"preload": False}).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def violations_in_all_colours(page: Page) -> Iterator[tuple[str, str, str]]:
    """The rules that a page breaks, each with the colours in which it does."""
    for colours, forced in SCHEMES:
        page.emulate_media(color_scheme=colours, forced_colors=forced)
        for rule, element in violations(page):
            yield f"{colours}, forced colours: {forced}", rule, element
