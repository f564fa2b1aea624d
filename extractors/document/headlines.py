"""What a headline looks like: it has no full stop, and may write most words with a capital."""

_STOPS = ".!?\"'”"
_LOOKED_AT = 400
"""Characters of a line that show how it is cased."""


def is_headline(sentence: str) -> bool:
    """Whether a sentence stands in a line without a full stop, where articles are left out."""
    return sentence[-1:] not in _STOPS


def is_in_title_case(text: str) -> bool:
    """Whether most words are capitalised, so that a capital tells no name."""
    long = [word for word in text[:_LOOKED_AT].split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)
