"""Words of doubt beside a figure."""

from functools import cache

import regex

from extractors.lexicon import Entry, load_lexicon
from extractors.text import REGEX_TIMEOUT

_CLAUSE_END = regex.compile(r";|,\s+(?:but|while|although|though|whereas|yet)\s|\s[–—-]{1,2}\s")


@cache
def _pattern(language: str = "en") -> "regex.Pattern[str]":
    words = [word for entry in load_lexicon("hedges", Entry, language) for word in entry.words]
    ordered = sorted(words, key=len, reverse=True)
    joined = "|".join(regex.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return regex.compile(rf"\b(?:{joined})\b", regex.IGNORECASE)


def find_hedge(text: str, start: int, end: int, left: int, right: int) -> str | None:
    """Find the word of doubt nearest to a figure, within its clause.

    Args:
        text: The document's text.
        start: Where the figure starts.
        end: Where it ends.
        left: Where the words that can doubt it start.
        right: Where they end.

    Returns:
        The word as the text has it, or none.
    """
    for match in _CLAUSE_END.finditer(text, left, right, timeout=REGEX_TIMEOUT):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    found = list(_pattern().finditer(text, left, right, timeout=REGEX_TIMEOUT))
    if not found:
        return None
    nearest = min(found, key=lambda match: max(start - match.end(), match.start() - end))
    return " ".join(nearest.group().split())
