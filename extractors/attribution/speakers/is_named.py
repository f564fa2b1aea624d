"""Whether words name a speaker or describe one."""

import regex

from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words

_WORD = regex.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def is_named(speaker: str) -> bool:
    """Whether a speaker is told by a name, rather than by a description ("police officials").

    A name opens and ends with capitals, and no determiner opens it; "The" before words that are
    all capitalised ("The Red Cross") belongs to the name.
    """
    words = _WORD.findall(speaker)
    if not words:
        return False
    if words[0].casefold() in speech_words("determiner"):
        return (
            words[0].casefold() in words_of("definite-article")
            and len(words) > 1
            and all(map(_is_capital, words[1:]))
        )
    return _is_capital(words[0]) and _is_capital(words[-1])


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word.casefold() in speech_words("particle-of-name")
