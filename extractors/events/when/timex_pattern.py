"""The shapes in which dates are written, as one pattern."""

import re

import regex

from extractors.events.when.timex_words import month_names, small_numbers
from extractors.languages.context_words import words_of
from extractors.languages.date_words import DateKind, alternatives, date_words
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern_text
from extractors.languages.word_patterns import one_of
from extractors.quantities.number_lexicon import number_words

_SPELLED: tuple[DateKind, ...] = ("weekday", "season", "unit", "part", "phrase", "stretch")


@per_language
def date_pattern() -> regex.Pattern[str]:
    """The pattern of all shapes; each is a group that bears the shape's name."""
    words: dict[str, str] = {kind: alternatives(kind) for kind in _SPELLED}
    shapes = pattern_text(
        "date-shapes", {**words, "month": month_names(), "number": small_numbers()}
    )
    return regex.compile(
        rf"(?<![\w$€£.,:/-])(?=[\d'\p{{Lu}}]|(?i:\L<openers>)\b)(?:{shapes})(?![\w/])(?!,\d)",
        regex.VERBOSE,
        openers=sorted(_openers()),
    )


def _openers() -> set[str]:
    """First words of dates that begin with no digit and no capital; a quick test of a position."""
    kinds: tuple[DateKind, ...] = ("weekday", "stretch", "season", "phrase", "opener")
    words = {word for kind in kinds for word in date_words(kind)} | set(number_words())
    return {word.split(" ")[0] for word in words}


@per_language
def trigger_pattern() -> re.Pattern[str]:
    """A word that every date holds one of; a fast scan tells where to look for dates."""
    kinds: tuple[DateKind, ...] = ("weekday", "month", "season", "unit", "period", "phrase", "part")
    words = {word.removesuffix(".") for kind in kinds for word in date_words(kind)}
    parts = (f"{word}s" for word in date_words("part"))
    return re.compile(rf"\d+|{one_of([*words, *parts, *words_of('distal')])}", re.IGNORECASE)
