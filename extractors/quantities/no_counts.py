"""Numbers that count nobody, told by the words around them: ages, years, criminal records."""

from dataclasses import dataclass

import regex

from extractors.document.text import time_limit
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.noun_words import people_words
from extractors.languages.pack import per_language

_REACH = 80
"""Characters before and after a number that are looked at."""
_NAME = (
    r"(?-i:\b\p{Lu}[\p{L}.'-]*\s(?:[\"(]\p{Lu}[\p{L}'-]*[\")]\s)?(?:\p{Lu}[\p{L}.'-]*\s){0,3}"
    r"\p{Lu}[\p{L}'-]*\.?(?:,?\s(?:Jr|Sr|I{2,3})\.?)?)"
)
"""A person's name: at least two words or initials that begin with a capital."""


class NoCount(LexiconEntry):
    """What stands around a number that counts nobody.

    Attributes:
        reason: What the number is instead.
        before: Pattern of what stands right before it.
        after: Pattern of what stands right after it.
        form: Pattern of the number itself.
        most: The highest number that it can be.
        counts_none: Whether its noun tells of nobody who is counted, either.
        counter_example: A sentence in which a number much like it counts people.
    """

    reason: str
    before: str = ""
    after: str = ""
    form: str = r".+"
    most: int
    counts_none: bool = False
    counter_example: str


@dataclass(frozen=True)
class _Compiled:
    entry: NoCount
    before: "regex.Pattern[str]"
    after: "regex.Pattern[str]"
    form: "regex.Pattern[str]"


def find_no_count(text: str, start: int, end: int, value: int | None) -> NoCount | None:
    """Find what a number is that counts nobody.

    Args:
        text: The sentence, folded.
        start: Offset of the number's first character, without its modifier.
        end: Offset after its last character.
        value: What it says.

    Returns:
        What shows it ("an age"), or null where it may be a count.
    """
    if value is None:
        return None
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    number, seconds = text[start:end], time_limit(text)
    for rule in _rules():
        if (
            value <= rule.entry.most
            and rule.form.fullmatch(number)
            and rule.after.match(after, timeout=seconds)
            and rule.before.search(before, timeout=seconds)
        ):
            return rule.entry
    return None


@per_language
def _rules() -> tuple[_Compiled, ...]:
    people = "|".join(regex.escape(word) for word in sorted(people_words(), key=len, reverse=True))
    terms = {"{name}": _NAME, "{person}": f"(?:{people})"}

    def compiled(pattern: str, ending: str = "") -> "regex.Pattern[str]":
        for term, meaning in terms.items():
            pattern = pattern.replace(term, meaning)
        return regex.compile(f"(?i)(?:{pattern}){ending}")

    return tuple(
        _Compiled(entry, compiled(entry.before, "$"), compiled(entry.after), compiled(entry.form))
        for entry in load_lexicon("no_counts", NoCount)
    )
