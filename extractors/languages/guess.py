"""A cheap guess at the language of a text whose language nobody told."""

from collections import Counter
from functools import cache
from pathlib import Path

import regex

from extractors.languages.context_words import words_of
from schemas.yaml_text import parse_yaml

_WORD = regex.compile(r"\p{L}+")
_SAMPLE = 3000
"""Characters that are looked at."""
_LEAST = 3
"""Function words of another language from which a text counts as being in it."""
_LEAST_LETTERS = 20
"""Letters that a text needs for its script to tell its language."""
_FOREIGN_SCRIPT = 0.5
"""Share of letters of other scripts from which a text counts as being in none of ours."""
UNKNOWN = "und"
"""ISO 639-2 code of an undetermined language."""


def guess_foreign(text: str) -> str | None:
    """Tell that a text is in another language than the one being read, where its words say so.

    Function words decide: "die", "und" and "nach" outnumber "the", "and" and "after" in a German
    text. A name or a quotation ("Los Angeles", "Sendero Luminoso") is outnumbered by the rest.

    Args:
        text: A document's text.

    Returns:
        The code of the other language, `und` for another script, or null.
    """
    sample = text[:_SAMPLE]
    words = [word.casefold() for word in _WORD.findall(sample)]
    letters = "".join(words)
    if not letters.isascii() and len(letters) >= _LEAST_LETTERS:
        latin = sum(character < "\u0250" for character in letters)
        if latin < _FOREIGN_SCRIPT * len(letters):
            return UNKNOWN
    counts = Counter(words)
    own = sum(counts[word] for word in words_of("function-word"))
    for language, function_words in _function_words().items():
        foreign = sum(counts[word] for word in function_words)
        if foreign >= _LEAST and foreign > own:
            return language
    return None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    path = Path(__file__).parent / "function_words.yml"
    listed = parse_yaml(path.read_text("utf-8"))
    return {language: frozenset(words) for language, words in listed.items()}
