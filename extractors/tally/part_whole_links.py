"""One document, one tally: which counts are parts, which are told again, which add to others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.drafts import Draft
from extractors.tally.additions import tie_addition
from extractors.tally.claim_ties import ClaimTies, Tally
from extractors.tally.conjuncts import tie_conjuncts
from extractors.tally.coreference import (
    is_rival,
    is_same_speaker,
    points_near,
)
from extractors.tally.earlier_tellings import tie_to_earlier
from extractors.tally.figure_sizes import fits
from extractors.tally.sums import find_summands, find_summands_before
from extractors.tally.tally_words import has_words
from extractors.tally.time_and_place import is_another_time, is_told_elsewhere
from extractors.tally.totals import find_total
from extractors.tally.victim_overlap import can_hold
from schemas import Scope

_UNLIKELY = 50
"""A number that two counts seldom share by chance."""
_REACH = 4
"""Sentences within which "he" and "this commander" point to some of those told before."""


def tie_claims(drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> dict[str, ClaimTies]:
    """Tie each count to the first telling of its whole, or of itself.

    Args:
        drafts: The counts of one document, in the order of the text.
        scopes: The scope of each, by claim.

    Returns:
        The ties by claim.
    """
    tally = Tally(drafts, scopes)
    for position, draft in enumerate(drafts):
        tie_to_earlier(tally, draft, drafts[:position])
    for draft in drafts:
        tie_to_total(tally, draft)
    for position, draft in enumerate(drafts):
        tie_reference(tally, draft, drafts[:position])
    for position, draft in enumerate(drafts):
        tie_conjuncts(tally, draft, drafts[:position])
    for position, draft in enumerate(drafts):
        tie_summands(tally, draft, drafts[position + 1 :])
    for position, draft in enumerate(drafts):
        tie_to_sum(tally, draft, drafts[:position])
    for position, draft in enumerate(drafts):
        tie_addition(tally, draft, drafts[:position])
    return ties_with_repetitions(tally)


def tie_summands(tally: Tally, whole: Draft, after: Sequence[Draft]) -> None:
    """Tie counts that add up to a whole told before: "18", then "seven" and "11"."""
    if tally.ties[whole.claim_id].repeats or tally.told[whole.claim_id]:
        return
    following = [
        other
        for other in after
        if _may_add_up(tally, whole, other)
        and not is_another_time(other, whole)
        and not has_words("apart", other.sentence_text)
    ]
    for part in find_summands(whole, following):
        tally.keep(part, ClaimTies(part_of=whole.claim_id))


def tie_to_sum(tally: Tally, whole: Draft, before: Sequence[Draft]) -> None:
    """Tie counts to the sum that is told after them: "killed six … killed three … nine in all"."""
    if not tally.is_free(whole) or not has_words("in-all", whole.sentence_text):
        return
    told = [
        other
        for other in before
        if _may_add_up(tally, whole, other) and is_same_speaker(whole, other)
    ]
    for part in find_summands_before(whole, told):
        tally.keep(part, ClaimTies(part_of=whole.claim_id))


def _may_add_up(tally: Tally, whole: Draft, other: Draft) -> bool:
    """Whether a count of another sentence can be one of those that add up to a whole."""
    is_apart = other.sentence.index != whole.sentence.index
    return tally.is_free(other) and is_apart and can_hold(whole, other) and not is_rival(other)


def tie_to_total(tally: Tally, draft: Draft) -> None:
    """Tie what is left to a total over several events, told before or after it."""
    if not tally.is_free(draft):
        return
    wholes = [other for other in tally.drafts if tally.ties[other.claim_id].repeats is None]
    total = find_total(draft, wholes, tally.scopes, lambda whole: tally.room(draft, whole))
    if total is not None:
        tally.keep(draft, ClaimTies(part_of=total.claim_id))


def tie_reference(tally: Tally, draft: Draft, before: Sequence[Draft]) -> None:
    """Tie a victim without a number whose words point back to the last count of such victims.

    "Several guards were killed. … He was shot"; "one of them led the group … the arrest of this
    commander".
    """
    if draft.quantity.basis.is_explicit or not (points_near(draft) and tally.is_free(draft)):
        return
    for other in reversed(before):
        if draft.sentence.index > other.sentence.index + _REACH:
            return
        whole = tally.whole_told_by(draft, other)
        is_apart = is_told_elsewhere(draft, other) or is_another_time(draft, other)
        fit = whole is not None and can_hold(other, draft) and fits(draft, other, 0)
        if fit and not is_apart:
            tally.keep(draft, ClaimTies(part_of=whole))
            return


def ties_with_repetitions(tally: Tally) -> dict[str, ClaimTies]:
    """The ties, with those of a first telling for each repetition of it.

    A part points to the first telling of its whole.
    """
    for draft in tally.drafts:
        _tie_retold_part(tally, draft)
    firsts = {name: tie.repeats or name for name, tie in tally.ties.items()}
    wholes = {name: tally.ties[first].part_of for name, first in firsts.items()}
    return {
        name: replace(tie, part_of=firsts[whole] if (whole := wholes[name]) else None)
        for name, tie in tally.ties.items()
    }


def _tie_retold_part(tally: Tally, draft: Draft) -> None:
    """Tie a number that is told elsewhere as a part, by whomever: "957 of them"."""
    if not tally.is_free(draft) or (draft.quantity.value or 0) < _UNLIKELY:
        return
    wholes = [
        tally.ties[other.claim_id].part_of
        for other in tally.drafts
        if (other.quantity.value, other.harm) == (draft.quantity.value, draft.harm)
        and tally.scopes[other.claim_id] is tally.scopes[draft.claim_id]
    ]
    whole = next((each for each in wholes if each not in {None, draft.claim_id}), None)
    if whole is not None:
        tally.keep(draft, ClaimTies(part_of=whole))
