"""The examples of lexicon entries with each other word of the entry in them."""

import re
from collections.abc import Iterator

from extractors.languages.inflections import inflect
from extractors.languages.lexicon import LexiconEntry


def plural(phrase: str) -> str:
    *front, last = phrase.split()
    return " ".join([*front, inflect(last, verb=False)[-1]])


def swapped(entry: LexiconEntry) -> Iterator[tuple[str, str]]:
    """Each word of an entry, and the entry's example with it instead of the word that is there."""
    if len(entry.words) == 1:
        yield entry.words[0], entry.example
        return
    own, form = next(
        (match, form)
        for form in (str, plural)
        for word in sorted(entry.words, key=len, reverse=True)
        if (match := re.search(rf"\b{re.escape(form(word))}(?!\w)", entry.example, re.IGNORECASE))
    )
    for word in map(form, entry.words):
        written = word[0].upper() + word[1:] if own[0][0].isupper() else word
        yield word, entry.example[: own.start()] + written + entry.example[own.end() :]
