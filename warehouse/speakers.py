"""One name for one speaker across documents."""

import re
from collections.abc import Iterable
from typing import TypeVar

from schemas.accents import without_accents
from schemas.base import fingerprint
from schemas.name_words import small_words, spellings

Named = TypeVar("Named")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(name: str) -> list[str]:
    """The words of a name, as written."""
    return WORD.findall(name)


def name_key(name: str) -> str:
    """A name without case, accents, articles and particles: what spellings have in common.

    "Ministry of Defense" and "the ministry of defence" have one key.

    In capitals beside other words a particle is none, but an abbreviation: "LA Post".
    """
    plain = without_accents(name)
    parts = [word.removesuffix("'s").removesuffix("’s") for word in words(plain)]
    kept = [
        word.casefold()
        for word in parts
        if not _is_small(word) or (len(word) > 1 and word.isupper() and not plain.isupper())
    ]
    return " ".join(spellings().get(word, word) for word in kept) or plain.strip().casefold()


def _is_small(word: str) -> bool:
    key = word.casefold()
    return key in small_words("particle") or key in small_words("determiner")


def by_name(entries: Iterable[tuple[Named, Iterable[str]]]) -> dict[str, Named]:
    """Entries by the keys of their names.

    Args:
        entries: Each with all of its names.

    Raises:
        ValueError: Two have one name.
    """
    found: dict[str, Named] = {}
    for entry, names in entries:
        for name in names:
            if found.setdefault(name_key(name), entry) != entry:
                raise ValueError(f"two entries are called {name!r}")
    return found


def speaker_id(name: str) -> str:
    """Identity of a speaker: the same for the spellings of one name."""
    return fingerprint("speaker", name_key(name))
