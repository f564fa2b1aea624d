"""Titles before a person's name, by how they are written and of whom they are said."""

from typing import Literal

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.word_patterns import any_of

_NEVER = "(?!)"


class Title(LexiconEntry):
    """Titles that may stand before a name.

    Attributes:
        words: As they are written in running text, in lower case; those cut short with a full stop.
        courtesy: Whether they are said of anybody, and tell of no office.
        gender: Of whom they are said; null for anybody.
    """

    courtesy: bool = False
    gender: Literal["female", "male"] | None = None


@per_language
def title_words() -> frozenset[str]:
    """All titles, without the full stop of those cut short."""
    return frozenset(map(_plain, (word for entry in _titles() for word in entry.words)))


@per_language
def courtesy_titles() -> frozenset[str]:
    """The titles that are said of anybody, with and without a full stop."""
    words = {word for entry in _titles() if entry.courtesy for word in entry.words}
    return frozenset(words | set(map(_plain, words)))


@per_language
def short_titles() -> tuple[str, ...]:
    """The titles cut short, with a capital and without their full stop: "Gen"."""
    words = (word for entry in _titles() for word in entry.words)
    return tuple(_plain(word).capitalize() for word in words if word.endswith("."))


@per_language
def title_names() -> dict[str, str]:
    """What patterns call the titles, and these as alternatives: `{short-title}`."""
    of_gender = {
        gender: [_plain(word) for each in _titles() if each.gender == gender for word in each.words]
        for gender in ("male", "female")
    }
    named = {
        "short-title": short_titles(),
        "title-of-men": of_gender["male"],
        "title-of-women": of_gender["female"],
    }
    return {name: any_of(words) or _NEVER for name, words in named.items()}


def _titles() -> tuple[Title, ...]:
    return load_lexicon("titles", Title)


def _plain(word: str) -> str:
    return word.removesuffix(".")
