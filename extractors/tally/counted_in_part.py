"""Counts of some of those harmed: at each of several places, or as far as a witness sees."""

from collections.abc import Sequence

from extractors.drafts import Draft
from extractors.tally.additions import is_contrast
from extractors.tally.claim_ties import ClaimTies
from extractors.tally.coreference import adds
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


def denies_some(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a zero is of hostages, where the text counts none of them among those harmed.

    "Not one hostage was killed" says nothing of those who died when they were freed.

    Args:
        draft: The count.
        drafts: The counts of its document.
    """
    if draft.quantity.basis is not Basis.ZERO or not draft.is_held:
        return False
    return not any(each.is_held and each.quantity.value for each in drafts)


def counts_rest(draft: Draft, ties: ClaimTies, drafts: Sequence[Draft]) -> bool:
    """Whether a count is of the rest of those harmed, and the text ties it to none before.

    "The other three were shot by the rebels" tells of three more than some other count of that
    harm, wherever that one stands; alone it is no toll. In "one died and three others were hurt"
    the three are others than the dead, and all who were hurt.

    Args:
        draft: The count.
        ties: What it is tied to.
        drafts: The counts of its document, in the order of the text.
    """
    if ties != ClaimTies() or not draft.quantity.value or not adds(draft):
        return False
    before = [each for each in drafts if each.quantity.start < draft.quantity.start]
    is_told = any(each.harm is draft.harm and each.quantity.value for each in before)
    return is_told and not is_contrast(draft, before)
