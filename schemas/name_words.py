"""Small words in and around names, and words that have two spellings."""

from functools import cache
from pathlib import Path

from schemas.yaml_text import parse_yaml

_WORDS = Path(__file__).parent / "name_words.yml"
_SPELLINGS = Path(__file__).parent / "spellings.yml"


@cache
def small_words(kind: str) -> frozenset[str]:
    """Words around names, by what they do there; read once from a constant file."""
    entries = parse_yaml(_WORDS.read_text("utf-8"))
    return frozenset(next(entry["words"] for entry in entries if entry["id"] == kind))


@cache
def spellings() -> dict[str, str]:
    """Words that are spelled in two ways, with the one that stands for both."""
    return dict(parse_yaml(_SPELLINGS.read_text("utf-8")))
