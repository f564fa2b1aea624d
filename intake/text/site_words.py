"""The words of sites around their documents, read from `intake/words/`."""

from functools import cache
from pathlib import Path

import regex

from schemas.base import Contract
from schemas.yaml_text import parse_yaml

FOLDER = Path(__file__).parent.parent / "words"
SECONDS = 1.0
"""How long one search in hostile text may take."""


class Words(Contract):
    """The word lists of one language; their meanings stand in the file."""

    furniture: frozenset[str]
    furniture_starts: tuple[str, ...]
    stops: frozenset[str]
    stop_starts: tuple[str, ...]
    replies: frozenset[str]
    networks: tuple[str, ...]
    posted: tuple[str, ...]
    updated: tuple[str, ...]
    title_prefixes: tuple[str, ...]
    title_suffixes: tuple[str, ...]
    agencies: dict[str, tuple[str, ...]]
    outlets: frozenset[str]
    outlet_endings: frozenset[str]


@cache
def load_words(language: str = "en") -> Words:
    """Read the word lists of a language."""
    text = (FOLDER / f"{language}.yml").read_text("utf-8")
    return Words.model_validate(parse_yaml(text))


@cache
def agency_names() -> dict[str, str]:
    """Every name of every agency, with the name that it is known by."""
    return {
        name: known for known, others in load_words().agencies.items() for name in (known, *others)
    }


def alternatives(words: tuple[str, ...] | frozenset[str] | list[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def search(pattern: "regex.Pattern[str]", text: str) -> "regex.Match[str] | None":
    """Search within the time limit; text that takes longer holds no match."""
    try:
        return pattern.search(text, timeout=SECONDS)
    except TimeoutError:
        return None


def is_outlet(name: str) -> bool:
    """Whether a name is, or is built like, a publisher's."""
    words = load_words()
    if name in agency_names() or name in words.outlets:
        return True
    parts = name.split()
    return len(parts) > 1 and parts[-1] in words.outlet_endings and name[:1].isupper()
