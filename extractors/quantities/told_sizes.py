"""How many people told before a plural with an article stands for, where no number tells it."""

import regex

from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.quantities.number_lexicon import vague_words
from schemas import VagueNumber

_REACH = 400
"""Characters of the two or three sentences before."""


def size_told_before(folded: str, start: int, words: str) -> VagueNumber | None:
    """Find the size of those whom a plural takes up: "several rebels fired. The rebels died".

    Args:
        folded: The folded text.
        start: Where the plural stands.
        words: Its words.
    """
    article = pattern("definite-determiner").match(words)
    noun = words.rsplit(maxsplit=1)[-1].casefold()
    if article is None or noun == words.casefold():
        return None
    told = [
        match
        for match in _counted().finditer(folded, max(0, start - _REACH), start)
        if match["noun"].casefold().split()[-1] == noun
    ]
    return vague_words()[told[-1]["size"].casefold()].size if told else None


@per_language
def _counted() -> "regex.Pattern[str]":
    """Vague words with the nouns that they may count, a few words on."""
    sizes = "|".join(sorted(map(regex.escape, vague_words()), key=len, reverse=True))
    return regex.compile(
        rf"\b(?P<size>{sizes})\s(?P<noun>(?:[\p{{L}}-]+\s){{0,2}}?\p{{L}}+s)\b", regex.IGNORECASE
    )
