"""The index of places, kept between test sessions: making it takes twenty seconds of a core.

`python -m tests.kept_places`, which `make setup` calls, makes it where it is missing or older than
what it is made by; a session whose index is missing or older makes one of its own.
"""

import os
import shutil
import sys
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = Path(sys.prefix) / "places"
"""A cache folder beside the packages that hold the places: it goes when they go."""
MADE_BY = (
    "extractors/events/where/*.py",
    "extractors/languages/en/lexicons/places*.yml",
    "schemas/accents.py",
    "requirements.lock",
)


def current_indexes() -> list[Path]:
    """The indexes that are kept, as far as nothing has changed by which they are made."""
    sources = chain.from_iterable(ROOT.glob(pattern) for pattern in MADE_BY)
    changed = max(source.stat().st_mtime for source in sources)
    indexes = (KEPT / "tollcheck").glob("gazetteer-*.sqlite")
    return [index for index in indexes if index.stat().st_mtime > changed]


def share_places(cache: Path) -> None:
    """Link what is kept into the cache folder of a test session."""
    folder = cache / "tollcheck"
    folder.mkdir(parents=True, exist_ok=True)
    for index in current_indexes():
        if not (folder / index.name).exists():
            (folder / index.name).symlink_to(index)


def keep_places() -> None:
    """Make the index anew unless it is current."""
    if current_indexes():
        return
    shutil.rmtree(KEPT, ignore_errors=True)
    os.environ["XDG_CACHE_HOME"] = str(KEPT)
    from extractors.events.where import gazetteer  # noqa: PLC0415 -- only where it is made

    gazetteer.find_named("Paris")


if __name__ == "__main__":
    keep_places()
