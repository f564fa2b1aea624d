"""Whether two descriptions name the same speaker."""

import unicodedata
from functools import cache

import regex

from evaluation.data import load_data

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_POSSESSIVE = regex.compile(r"['’]s?(?!\w)")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load_data("names")[kind])


def name_tokens(name: str) -> frozenset[str]:
    """Reduce a name to the words that tell it from others.

    Case, accents, possessive endings, punctuation, articles and titles go; titles stay where
    nothing else is left ("the general").
    """
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name).casefold())
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    words = [word for word in _WORD.findall(plain) if word not in _words("articles")]
    return frozenset(word for word in words if word not in _words("titles")) or frozenset(words)


def is_pronoun(name: str) -> bool:
    """Whether a source only points to a name told elsewhere."""
    return name.strip().casefold() in _words("pronouns")


def is_same_name(one: str, other: str) -> bool:
    """Whether one name holds all words of the other: "Kemal Arslan" and "Arslan"."""
    if is_pronoun(one) or is_pronoun(other):
        return False
    left, right = name_tokens(one), name_tokens(other)
    return bool(left and right) and (left <= right or right <= left)


def is_right_speaker(found: str | None, readings: tuple[str | None, ...]) -> bool:
    """Whether a speaker is one of those that may be given; null is the article."""
    if found is None:
        return None in readings
    return any(is_same_name(found, reading) for reading in readings if reading is not None)
