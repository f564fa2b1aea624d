"""Amounts as they are written: digits, number words and vague counts, without their bounds."""

import re
from collections.abc import Iterable, Iterator

import regex

from extractors.document.text import time_limit
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern_text
from extractors.languages.word_patterns import lower, one_of
from extractors.quantities.number_lexicon import number_words, vague_words

_FIRST_WORD = re.compile("[ -]")
"""What ends the first word of a phrase."""


def find_amounts(text: str) -> Iterator["regex.Match[str]"]:
    """Find where amounts stand: `vague` ones, those with digits (`numeral`) and those in `word`s.

    The grammar is tried only where a digit or a first word of it stands; tried on every word, its
    many phrases take five times as long.

    Args:
        text: The sentence, folded.
    """
    told = 0
    for opening in _openings().finditer(lower(text)):
        if opening.start() < told:
            continue
        match = _amounts().match(text, opening.start(), timeout=time_limit(text))
        if match is not None:
            told = match.end()
            yield match


@per_language
def _openings() -> re.Pattern[str]:
    """A digit, or a word that an amount begins with."""
    phrases = (*number_words(), *vague_words(), *words_of("indefinite-article"))
    return re.compile(rf"\d|{one_of({_FIRST_WORD.split(phrase)[0] for phrase in phrases})}")


@per_language
def _amounts() -> regex.Pattern[str]:
    words = number_words()
    plain = either(word for word, entry in words.items() if entry.role in {"unit", "ten"})
    scale = either(word for word, entry in words.items() if entry.role == "scale")
    fixed = either(word for word, entry in words.items() if entry.role == "fixed")
    # in "15:45 174 people" a clock stands before the number
    grouped = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|(?<!\d[:.])\d{1,3}(?:[ ]\d{3})+(?![\d,])"
    digits = rf"{grouped}|\d+(?:\.\d+)?k(?![\w-])|\d+(?:\.\d+)?"
    # marks of irony stand inside a phrase: 'a "number" of casualties'
    vague = either(vague_words()).replace(r"\ ", r'["“”]?\ ["“”]?')
    half, joint = (pattern_text(name, {}) for name in ("and-a-half", "number-joint"))
    article = either(words_of("indefinite-article"))
    halved = rf"(?:{plain}|{article}){half}[ -](?:{scale})\b"
    spelled = (
        rf"(?:\b(?:{article})[ -](?:{scale})|\b(?:{plain}|{scale}))\b"
        rf"(?:[ -](?:{plain}|{scale})\b|(?<=\b(?:{scale}))[ -]{joint}[ -](?:{plain})\b)*"
    )
    return regex.compile(
        rf"(?i)(?P<vague>(?<![\w-])(?:{vague})\b)"
        rf"|(?P<numeral>(?<![\d])(?:{digits})(?:(?:{half})?[ -](?:{scale})\b)*)"
        rf"(?P<plus>\+|[ ]\+(?=[ ]\p{{L}}))?"
        rf"|(?P<word>(?<![\w-])(?:{fixed})\b|(?<![\w-]){halved}|(?<![\w-]){spelled})"
    )


def either(words: Iterable[str]) -> str:
    """A pattern of some words, the longest first."""
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))
