"""The words of dates, as the lexicon `dates` has them."""

from collections.abc import Iterator
from typing import Literal

from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.word_patterns import any_of

DateKind = Literal[
    "weekday",
    "month",
    "season",
    "unit",
    "part",
    "stretch",
    "phrase",
    "saying",
    "telling",
    "judging",
    "occasion",
    "founding",
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
    "ordinal",
]


_NEVER = "(?!)"
_CALENDAR: tuple[DateKind, ...] = ("weekday", "month")


class DateWord(LexiconEntry):
    """A word of the date grammar; see the head of `dates.yml` for what the values mean.

    Attributes:
        kind: Its role in the grammar.
        value: What it says.
        value_to: For a phrase, the last day that it can mean.
        common: Whether a month is a common word too ("may", "march"), so that one in capitals may
            be either.
    """

    kind: DateKind
    value: int = 0
    value_to: int = 0
    common: bool = False

    def keys(self) -> Iterator[str]:
        """One spelling may have several roles: "two nights ago", "on Sunday night"."""
        yield from (f"{self.kind} {word.casefold()}" for word in self.words)


@per_language
def date_words(kind: DateKind) -> dict[str, DateWord]:
    """The words of one kind, by their spelling in lower case."""
    entries = load_lexicon("dates", DateWord)
    return {
        word.casefold(): entry for entry in entries if entry.kind == kind for word in entry.words
    }


@per_language
def alternatives(kind: DateKind) -> str:
    """A pattern of the words of one kind."""
    return any_of(date_words(kind))


@per_language
def calendar_names() -> dict[str, str]:
    """What patterns call the names of the calendar, and these as alternatives: `{weekday}`.

    Months stand in full and cut short ("Oct"), each as it is written with its capital.
    """
    days = [entry.words[0] for entry in _calendar("weekday")]
    months = [word for entry in _calendar("month") for word in entry.words]
    full = [word for word in months if not word.endswith(".")]
    cut = [word.removesuffix(".") for word in months if word.endswith(".")]
    named = {"weekday": days, "month-in-full": full, "month-cut": cut}
    return {name: f"(?:{any_of(words) or _NEVER})" for name, words in named.items()}


@per_language
def capitalized_dates() -> frozenset[str]:
    """Names of the calendar that are no common words, in lower case."""
    entries = [each for kind in _CALENDAR for each in _calendar(kind) if not each.common]
    return frozenset(word.casefold().removesuffix(".") for each in entries for word in each.words)


def _calendar(kind: DateKind) -> Iterator[DateWord]:
    return (entry for entry in load_lexicon("dates", DateWord) if entry.kind == kind)
