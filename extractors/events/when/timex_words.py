"""What words of dates say, and the patterns that are made of them."""

from extractors.languages.context_words import words_of
from extractors.languages.date_words import DateKind, DateWord, date_words
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern_text
from extractors.languages.word_patterns import any_of
from extractors.quantities.number_lexicon import number_words
from extractors.quantities.values import parse_number


@per_language
def month_names() -> str:
    """A pattern of the months as names are written: "March" and "MARCH" but not "march"."""
    spelled = {word.title() for word in date_words("month")}
    short = {word.removesuffix(".") for word in spelled if word.endswith(".")}
    long = {word for word in spelled if not word.endswith(".")}
    full = any_of({*long, *(word.upper() for word in long)})
    cut = any_of({*short, *(word.upper() for word in short)})
    return rf"(?:(?:{cut})\b\.?|(?:{full})(?![\p{{L}}]))"


@per_language
def small_numbers() -> str:
    """A pattern of the numbers that count days, weeks or years."""
    words = [word for word, entry in number_words().items() if entry.role in {"unit", "ten"}]
    return pattern_text("small-number", {"number-word": any_of(words)})


def value_of(kind: DateKind, text: str) -> DateWord | None:
    """The word that a match says."""
    key = text.casefold()
    words = date_words(kind)
    return words.get(key) or words.get(key.removesuffix(".")) or words.get(f"{key}.")


def count_of(text: str) -> int | None:
    """What a small number says; null for a vague one."""
    return 1 if text.casefold() in words_of("indefinite-article") else parse_number(text)
