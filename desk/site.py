"""A folder of pages, built beside the old one and put in its place when complete."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desk.desk_error import DeskError
from desk.kept_pages import stamp_in, take_over
from desk.templating import ROOM, environment
from warehouse.atomic_files import draft_beside

SIGN = "tollcheck-report.txt"
FOLDERS = ("events", "speakers", "outlets", "documents", "pages")


class Site:
    """A folder into which pages are written.

    Attributes:
        folder: The folder.
        last: The last report, whose pages are taken over where nothing changed.
        made: When the pages are written.
        common: What all pages show.
    """

    def __init__(self, folder: Path, policy: str = "strict", last: Path | None = None) -> None:
        self.folder = folder
        self.last = last
        self.made = datetime.now(UTC)
        self.common = {"made": self.made, "policy": policy}

    def keeps(self, page: str, stamp: str, *beside: str) -> bool:
        """Take a page over from the last report, if it was made of the same.

        Args:
            page: Where the page lies in the folder.
            stamp: What it would be made of.
            *beside: Files that belong to the page, made of the same.
        """
        if self.last is None or stamp_in(self.last / page) != stamp:
            return False
        files = [self.last / name for name in (page, *beside)]
        if not all(file.is_file() for file in files):
            return False
        for file in files:
            take_over(file, self.folder / file.relative_to(self.last))
        return True

    def write(
        self, template: str, page: str, here: str = "", stamp: str = "", **context: Any
    ) -> None:
        """Write a page.

        Args:
            template: Name of the template.
            page: Where the page lies in the folder.
            here: The entry of the navigation that the page belongs to.
            stamp: What it is made of.
            **context: What the template shows.
        """
        root = "../" * page.count("/")
        found = environment().get_template(template)
        html = found.render(root=root, here=here or page, stamp=stamp, **self.common, **context)
        (self.folder / page).write_text(html, "utf-8", errors="backslashreplace")


@contextmanager
def replacing(folder: Path) -> Iterator[Site]:
    """Build a site that takes the folder's place once it is complete.

    Raises:
        DeskError: The folder holds something that is no report.
    """
    folder = folder.absolute()
    draft = draft_beside(folder)
    old = folder.with_name(f".{folder.name}.old")
    if old.exists() and not folder.exists():
        old.rename(folder)
    refuse_foreign(folder)
    shutil.rmtree(draft, ignore_errors=True)
    try:
        for name in FOLDERS:
            (draft / name).mkdir(parents=True)
        shutil.copytree(ROOM / "static", draft / "assets", ignore=shutil.ignore_patterns("review"))
        (draft / SIGN).write_text("A report of tollcheck; it is replaced as a whole.\n", "utf-8")
        yield Site(draft, last=folder if folder.is_dir() else None)
        shutil.rmtree(old, ignore_errors=True)
        if folder.exists():
            folder.rename(old)
        draft.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def refuse_foreign(folder: Path) -> None:
    """Refuse to replace what is no report."""
    if folder.is_dir():
        if any(folder.iterdir()) and not (folder / SIGN).is_file():
            raise DeskError(
                f"{folder} holds other files, and a report replaces its folder as a whole: "
                "name an empty or new folder"
            )
    elif folder.exists():
        raise DeskError(f"{folder} is a file; name a folder for the report")
