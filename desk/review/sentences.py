"""Sentences around what a reviewer selects in a document."""

import regex

from schemas import Span

SENTENCE_END = regex.compile(r"[.!?][\"'”’)\]]*\s|\n")


def sentence_around(text: str, quantity: Span) -> Span:
    """The sentence that holds a quantity, as far as punctuation and line breaks tell."""
    before = [found.end() for found in SENTENCE_END.finditer(text, 0, quantity.start)]
    start = before[-1] if before else 0
    after = SENTENCE_END.search(text, quantity.end)
    end = after.start() + len(after.group().rstrip()) if after else len(text)
    end = max(end, quantity.end)
    while start < quantity.start and text[start].isspace():
        start += 1
    return Span.of(text, start, end)
