"""Who made a paper that speaks: "figures compiled by the clinic", "the testimony of Ana Lal"."""

from extractors.languages.patterns import pattern
from schemas import Span


def find_maker(source: Span) -> Span | None:
    """Find who stands behind a paper that only its maker gives a name.

    Args:
        source: The source words.

    Returns:
        The maker's words, or none where the words name no maker.
    """
    match = pattern("paper-of-maker").fullmatch(source.text)
    if match is None:
        return None
    start, end = match.span("maker")
    return Span(text=source.text[start:end], start=source.start + start, end=source.start + end)
