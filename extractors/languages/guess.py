"""A cheap guess at the language of a text whose language nobody told."""

from collections import Counter
from functools import cache
from itertools import chain
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
    words = _WORD.findall(sample.casefold())
    letters = "".join(words)
    if not letters.isascii() and len(letters) >= _LEAST_LETTERS:
        latin = sum(character < "\u0250" for character in letters)
        if latin < _FOREIGN_SCRIPT * len(letters):
            return UNKNOWN
    of_ours, of_others = words_of("function-word"), _languages()
    own = sum(map(of_ours.__contains__, words))
    foreign = filter(of_others.__contains__, words)
    told = Counter(chain.from_iterable(map(of_others.__getitem__, foreign)))
    most = ((language, told[language]) for language in _function_words())
    return next((each for each, count in most if count >= _LEAST and count > own), None)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    path = Path(__file__).parent / "function_words.yml"
    listed = parse_yaml(path.read_text("utf-8"))
    return {language: frozenset(words) for language, words in listed.items()}


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages that have a function word, by the word."""
    listed = _function_words()
    words = frozenset(chain.from_iterable(listed.values()))
    return {word: tuple(each for each in listed if word in listed[each]) for word in words}
