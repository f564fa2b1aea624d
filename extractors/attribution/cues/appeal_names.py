"""Names that are an appeal: "Save the Miners", which the parse reads as a verb with its object."""

import regex

from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words

_WORD_BEFORE = regex.compile(r"(?P<verb>\p{Lu}\p{Ll}+)\s$")


def appeal_start(text: str, start: int) -> int:
    """Find where a source begins that is the object of an appeal.

    Args:
        text: The document's text.
        start: Where the words begin that the parse takes for the source.

    Returns:
        Where the appeal begins, or `start` where the words belong to none.
    """
    if pattern("object-of-appeal").match(text, start) is None:
        return start
    before = _WORD_BEFORE.search(text, max(0, start - 12), start)
    if before is None or before["verb"].casefold() not in speech_words("opens-appeal-of-name"):
        return start
    return before.start()
