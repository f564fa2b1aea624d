"""Counts of some of those harmed: at each of several places, or as far as a witness sees."""

from extractors.drafts import Draft
from extractors.tally.tally_words import has_words
from schemas import Basis


def counts_some(draft: Draft) -> bool:
    """Whether a count is of some of those harmed, who are so many at least.

    "Two died at each pit" are two or more, and so are three who lie in front of a witness, one who
    died at the scene where the sentence goes on with a second, and bodies that somebody found. A
    zero of the last phase is one of some.

    Args:
        draft: The count.
    """
    if draft.casualty.counts_some:
        return True
    if draft.quantity.basis is Basis.ZERO:
        return has_words("of-a-phase", draft.words_after)
    if not draft.quantity.basis.is_explicit or not draft.quantity.value:
        return False
    return (
        has_words("some-behind", draft.words_after)
        or has_words("some-before", draft.words_before)
        or (draft.quantity.value == 1 and has_words("one-of-several", draft.words_after))
    )
