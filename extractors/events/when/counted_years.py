"""Numbers that look like a year and count people: "some 1800 people", "1900 civilians"."""

from extractors.events.when.timex import TimeExpression
from extractors.languages.noun_words import people_words
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import find_numbers


def counts_people(time: TimeExpression, sentence: str, offset: int) -> bool:
    """Whether what looks like a year is how many people there were.

    Args:
        time: The expression.
        sentence: The folded text of its sentence.
        offset: Where the sentence begins.
    """
    if time.shape != "years":
        return False
    start, end = time.start - offset, time.end - offset
    numbers = (n for n in find_numbers(sentence) if n.start < end and start < n.end)
    return any(n.refusal is None and _names_people(sentence[n.end :]) for n in numbers)


def is_number(time: TimeExpression, start: int, end: int) -> bool:
    """Whether what looks like a year is the count at `start:end` itself."""
    return time.shape == "years" and time.start < end and start < time.end


def _names_people(after: str) -> bool:
    """Whether a noun of people follows, with a word before it at most: "unarmed civilians"."""
    words = pattern("two-words-after").match(after)
    following = words.groups(default="") if words is not None else ()
    return any(word.casefold() in people_words() for word in following)
