"""The words of dates, as the lexicon `dates` has them."""

from collections.abc import Iterable, Iterator
from typing import Literal

import regex

from extractors.languages.context_words import words_of
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern_text
from extractors.quantities.number_lexicon import number_words
from extractors.quantities.values import parse_number

Kind = Literal[
    "weekday",
    "month",
    "season",
    "unit",
    "part",
    "stretch",
    "phrase",
    "saying",
    "telling",
    "occasion",
    "aftermath",
    "trial",
    "state",
    "occurring",
    "stamp",
    "bound",
    "from_then",
    "since",
    "lead",
    "last",
    "earlier",
    "day_before",
    "day_after",
    "opener",
    "period",
    "current",
]


class DateWord(LexiconEntry):
    """A word of the date grammar; see the head of `dates.yml` for what the values mean.

    Attributes:
        kind: Its role in the grammar.
        value: What it says.
        value_to: For a phrase, the last day that it can mean.
    """

    kind: Kind
    value: int = 0
    value_to: int = 0

    def keys(self) -> Iterator[str]:
        """One spelling may have several roles: "two nights ago", "on Sunday night"."""
        yield from (f"{self.kind} {word.casefold()}" for word in self.words)


@per_language
def date_words(kind: Kind) -> dict[str, DateWord]:
    """The words of one kind, by their spelling in lower case."""
    entries = load_lexicon("dates", DateWord)
    return {
        word.casefold(): entry for entry in entries if entry.kind == kind for word in entry.words
    }


@per_language
def alternatives(kind: Kind) -> str:
    """A pattern of the words of one kind."""
    return _any_of(date_words(kind))


@per_language
def month_names() -> str:
    """A pattern of the months as names are written: "March" and "MARCH" but not "march"."""
    spelled = {word.title() for word in date_words("month")}
    short = {word.removesuffix(".") for word in spelled if word.endswith(".")}
    long = {word for word in spelled if not word.endswith(".")}
    full = _any_of({*long, *(word.upper() for word in long)})
    cut = _any_of({*short, *(word.upper() for word in short)})
    return rf"(?:(?:{cut})\b\.?|(?:{full})(?![\p{{L}}]))"


@per_language
def small_numbers() -> str:
    """A pattern of the numbers that count days, weeks or years."""
    words = [word for word, entry in number_words().items() if entry.role in {"unit", "ten"}]
    return pattern_text("small-number", {"number-word": _any_of(words)})


def value_of(kind: Kind, text: str) -> DateWord | None:
    """The word that a match says."""
    key = text.casefold()
    words = date_words(kind)
    return words.get(key) or words.get(key.removesuffix(".")) or words.get(f"{key}.")


def count_of(text: str) -> int | None:
    """What a small number says; null for a vague one."""
    return 1 if text.casefold() in words_of("indefinite-article") else parse_number(text)


def _any_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(regex.escape(word, special_only=True) for word in longest_first)
