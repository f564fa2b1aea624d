"""Marks and letters that a text has lost, put back for the parser; offsets are kept."""

import regex

from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern

_HIDDEN = regex.compile(r"\b\p{L}+\*+\p{L}+\b")


def restore_letters(text: str) -> str:
    """Write out words of harm that a page hides from filters, "k*lled", or that it misspells.

    Args:
        text: The text, folded.

    Returns:
        Text of the same length.
    """
    text = pattern("misspelt-were").sub("were  ", text)
    return _HIDDEN.sub(lambda found: _written_out(found.group()), text) if "*" in text else text


def _written_out(hidden: str) -> str:
    """The one word of harm that fits, in the word's own case; else the word as it stands."""
    seen = regex.compile(hidden.casefold().replace("*", "."))
    fitting = [word for word in words_of("hidden-by-pages") if seen.fullmatch(word)]
    if len(fitting) != 1:
        return hidden
    (word,) = fitting
    pairs = zip(hidden, word, strict=True)
    is_loud = hidden.upper() == hidden
    return "".join(
        (letter.upper() if is_loud else letter) if own == "*" else own for own, letter in pairs
    )


def restore_comma(sentence: str) -> str:
    """Part two verbs of a headline: "Blast kills two injures three" counts three injured.

    Args:
        sentence: The sentence.

    Returns:
        Text of the same length, with a comma for the space where one is missing.
    """
    found = pattern("lost-comma").search(sentence)
    if found is None:
        return sentence
    place = found.start("comma")
    return f"{sentence[:place]},{sentence[place + 1 :]}"
