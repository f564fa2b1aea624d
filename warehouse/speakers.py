"""One name for one speaker across documents."""

import re
import unicodedata
from functools import lru_cache

from schemas.base import fingerprint

DETERMINERS = {"a", "an", "the", "some", "one", "its", "his", "her", "their"}
PARTICLES = {"al", "el", "ad", "ar", "as", "ash", "bin", "ibn", "de", "da", "la", "of", "the", "e"}
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(name: str) -> list[str]:
    """The words of a name, as written."""
    return WORD.findall(name)


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """A name without case, accents, articles and particles: what spellings have in common.

    In capitals beside other words a particle is none, but an abbreviation: "LA Post".
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    parts = [word.removesuffix("'s").removesuffix("’s") for word in words(plain)]
    kept = [
        word.casefold()
        for word in parts
        if word.casefold() not in PARTICLES | DETERMINERS
        or (len(word) > 1 and word.isupper() and not plain.isupper())
    ]
    return " ".join(kept) or plain.strip().casefold()


def speaker_id(name: str) -> str:
    """Identity of a speaker: the same for the spellings of one name."""
    return fingerprint("speaker", name_key(name))
