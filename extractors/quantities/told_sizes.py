"""How many people told before a plural with an article stands for, where no number tells it."""

import regex

from extractors.languages.noun_words import people_words
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.languages.word_patterns import any_of
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
        match["size"]
        for match in _counted().finditer(folded, max(0, start - _REACH), start)
        if _first_people(match["after"]) == noun
    ]
    return vague_words()[told[-1].casefold()].size if told else None


def _first_people(words: str) -> str | None:
    """The first noun of people among some words."""
    return next((word for word in words.casefold().split() if word in people_words()), None)


@per_language
def _counted() -> "regex.Pattern[str]":
    """Vague words with the three words after each."""
    sizes = any_of(vague_words())
    return regex.compile(rf"(?i)\b(?P<size>{sizes})(?P<after>(?:\s[\p{{L}}-]+){{1,3}})")
