"""Sentences that open with another happening than the one told before."""

from extractors.document.text import Sentence
from extractors.events.where.place_kinds import happening_pattern
from extractors.languages.patterns import pattern


def opens_another(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence goes on to another happening: "In a separate attack, …", "Elsewhere …".

    Args:
        folded: The folded text.
        sentence: The sentence.
    """
    opening = happening_pattern("sentence-of-another")
    return opening.match(folded, sentence.start, sentence.end) is not None


def is_of_what_came_before(folded: str, sentence: Sentence, start: int) -> bool:
    """Whether words are of what the event came after: "the raid came a week after one on …".

    Args:
        folded: The folded text.
        sentence: The sentence of the words.
        start: Where they begin.
    """
    return pattern("came-after").search(folded, sentence.start, start) is not None
