"""What Great Expectations' pages look like, from files that lie beside them.

The pages ask the network for Bootstrap and for a logo; here one style sheet holds the release of
Bootstrap that they ask for, and what Great Expectations itself writes into each page.
"""

from functools import cache
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
STATIC, STYLE, LOGO = "static", "docs.css", "logo-long.png"
BOOTSTRAP = PAGES / "bootstrap-4.3.1.min.css"
FROM_THE_NETWORK = "https://great-expectations-web-assets"


def give_looks(folder: Path) -> None:
    """Write the style sheet and the logo that all pages of a folder share."""
    static = folder / STATIC
    static.mkdir(parents=True)
    (static / STYLE).write_text(style(), "utf-8")
    (static / LOGO).write_bytes((view() / "static" / "images" / LOGO).read_bytes())


def style_of(page: Path, folder: Path) -> str:
    """The address of the style sheet, from a page of the folder."""
    depth = len(page.relative_to(folder).parents) - 1
    return "../" * depth + f"{STATIC}/{STYLE}"


@cache
def style() -> str:
    """Bootstrap, Great Expectations' own rules, and what stands for scripts and the logo."""
    own = (view() / "static" / "styles" / "data_docs_default_styles.css").read_text("utf-8")
    # What stands before the first rule chooses a folder of fonts, which no rule uses.
    rules = own.rpartition("{% endif %}")[2].splitlines()
    offline = [line for line in rules if FROM_THE_NETWORK not in line]
    ours = (PAGES / STYLE).read_text("utf-8")
    return "\n".join((BOOTSTRAP.read_text("utf-8"), *offline, ours))


def view() -> Path:
    """The folder from which Great Expectations makes its pages."""
    import great_expectations.render.view  # noqa: PLC0415 -- only where pages are built

    return Path(great_expectations.render.view.__file__).parent
