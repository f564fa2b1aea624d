"""The words of sites around their documents, read from `intake/words/`."""

from functools import cache
from pathlib import Path
from typing import Any

import regex

from schemas.agencies import agencies
from schemas.base import Contract
from schemas.yaml_text import parse_yaml

FOLDER = Path(__file__).parent.parent / "words"
SECONDS = 1.0
"""How long one search in hostile text may take."""
_REFERENCE = regex.compile(r"\{([a-z][a-z_-]+)\}")


class SiteWords(Contract):
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
    outlets: frozenset[str]
    outlet_endings: frozenset[str]


class SitePattern(Contract):
    """A turn of words as a regular expression.

    Attributes:
        id: Its name.
        pattern: The expression; in braces, the name of another pattern or of a list of words.
        example: A piece of text in which it is found.
    """

    id: str
    pattern: str
    example: str


@cache
def load_words(language: str = "en") -> SiteWords:
    """Read the word lists of a language."""
    return SiteWords.model_validate(_read(f"{language}.yml"))


@cache
def load_patterns(language: str = "en") -> dict[str, SitePattern]:
    """Read the patterns of a language, by their names."""
    entries = _read(f"{language}_patterns.yml")["entries"]
    return {each.id: each for each in map(SitePattern.model_validate, entries)}


def _read(name: str) -> Any:
    return parse_yaml((FOLDER / name).read_text("utf-8"))


@cache
def pattern(name: str) -> "regex.Pattern[str]":
    """A pattern, compiled, with the words and patterns that it refers to.

    Raises:
        KeyError: There is none of this name.
    """
    return regex.compile(_written_out(name))


def _written_out(name: str) -> str:
    known = load_patterns().get(name)
    if known is None:
        return _alternatives(getattr(load_words(), name))
    return _REFERENCE.sub(lambda match: _written_out(match[1]), known.pattern)


def _alternatives(words: tuple[str, ...]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def agency_names() -> dict[str, str]:
    """Every name of every agency, with the name that it is known by."""
    return {name: agency.names[0] for agency in agencies() for name in agency.names}


def search(name: str, text: str) -> "regex.Match[str] | None":
    """Search for a pattern within the time limit; text that takes longer holds no match.

    Args:
        name: The pattern's.
        text: Where to search.
    """
    try:
        return pattern(name).search(text, timeout=SECONDS)
    except TimeoutError:
        return None


def is_outlet(name: str) -> bool:
    """Whether a name is, or is built like, a publisher's."""
    words = load_words()
    if name in agency_names() or name in words.outlets:
        return True
    parts = name.split()
    return len(parts) > 1 and parts[-1] in words.outlet_endings and name[:1].isupper()
