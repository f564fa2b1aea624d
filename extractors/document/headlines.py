"""What a headline looks like: it has no full stop, and may write most words with a capital."""

from collections.abc import Iterable

TITLE_CASE = 0.7
"""Share of words with a capital from which a line counts as written in title case."""
_STOPS = ".!?\"'”"
_LOOKED_AT = 400
"""Characters of a line that show how it is cased."""


def is_headline(sentence: str) -> bool:
    """Whether a sentence stands in a line without a full stop, where articles are left out."""
    return sentence[-1:] not in _STOPS


def is_in_title_case(text: str) -> bool:
    """Whether most words are capitalised, so that a capital tells no name."""
    words = [word for word in text[:_LOOKED_AT].split() if word[0].isalpha()]
    return share_capitalized(words) > TITLE_CASE


def share_capitalized(words: Iterable[str]) -> float:
    """The share of words with a capital among those of more than three letters."""
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) / len(long) if long else 0
