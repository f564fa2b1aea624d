"""Sentences that open with another happening than the one told before."""

from extractors.document.text import Sentence
from extractors.events.where.place_kinds import happening_pattern


def opens_another(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence goes on to another happening: "In a separate attack, …", "Elsewhere …".

    Args:
        folded: The folded text.
        sentence: The sentence.
    """
    opening = happening_pattern("sentence-of-another")
    return opening.match(folded, sentence.start, sentence.end) is not None
