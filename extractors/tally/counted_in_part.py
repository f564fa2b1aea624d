"""Counts of some of those harmed: at each of several places, or as far as a witness sees."""

from extractors.drafts import Draft
from extractors.tally.tally_words import has_words


def counts_some(draft: Draft) -> bool:
    """Whether a count is of some of those harmed, who are so many at least.

    "Two died at each pit" are two or more, and so are three who lie in front of a witness, one who
    died at the scene where the sentence goes on with a second, and bodies that somebody found.

    Args:
        draft: The count.
    """
    if draft.casualty.counts_some:
        return True
    quantity, offset = draft.quantity, draft.sentence.start
    if not quantity.basis.is_explicit or not quantity.value:
        return False
    before = draft.sentence_text[: quantity.start - offset]
    after = draft.sentence_text[quantity.end - offset :]
    is_seen = has_words("some-behind", after) or has_words("some-before", before)
    return is_seen or (quantity.value == 1 and has_words("one-of-several", after))
