"""Sentences that open with another happening than the one told before."""

import regex

from extractors.document.text import Sentence
from extractors.events.where.place_kinds import spelled
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern


def opens_another(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence goes on to another happening: "In a separate attack, …", "Elsewhere …".

    Args:
        folded: The folded text.
        sentence: The sentence.
    """
    return _opening().match(folded, sentence.start, sentence.end) is not None


@per_language
def _opening() -> regex.Pattern[str]:
    return compile_pattern("sentence-of-another", happening=spelled("happening"))
