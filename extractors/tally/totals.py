"""Totals over several events, and the counts of single events that they hold."""

from collections.abc import Callable, Mapping, Sequence

from extractors.drafts import Draft
from extractors.tally.coreference import is_rival, is_same_speaker
from extractors.tally.figure_sizes import fits, may_be_less
from extractors.tally.scope import is_over_several
from extractors.tally.tally_words import has_words
from extractors.tally.time_and_place import is_another_time, is_earlier, is_led, is_same_time
from extractors.tally.victim_overlap import are_of_one_kind, can_hold
from schemas import Scope


def find_total(
    draft: Draft,
    wholes: Sequence[Draft],
    scopes: Mapping[str, Scope],
    told: Callable[[Draft], int],
) -> Draft | None:
    """Find the total over several events that holds the count of one.

    A total that the same sentence says was raised holds the count before it: "killed two,
    bringing the number to 38". A report that begins with a total over several attacks or places
    goes on to tell them one by one, each by its own speaker.

    Args:
        draft: The count.
        wholes: The counts of the document that are told for the first time.
        scopes: The scope of each count, by claim.
        told: How much of a total is told by its parts so far.

    Returns:
        The total, that of the same speaker first; null if there is none.
    """
    totals = [
        other
        for other in wholes
        if other is not draft
        and scopes[other.claim_id] is Scope.CUMULATIVE
        and can_hold(other, draft)
        and are_of_one_kind(draft, other)
        and may_be_less(draft, other)
    ]
    raised = [other for other in totals if _raises(draft, other)]
    if raised or scopes[draft.claim_id] is Scope.CUMULATIVE:
        return next(iter(raised), None)
    holding = [other for other in totals if _is_of_report(draft, other, told(other))]
    return min(holding, key=lambda other: _remoteness(draft, other), default=None)


def _remoteness(draft: Draft, total: Draft) -> tuple[bool, bool, bool]:
    """Totals that lead a report come first, then those of the same speaker, or of his side."""
    return (
        not is_led(total),
        not is_same_speaker(draft, total),
        not _is_same_side(draft, total),
    )


def _raises(draft: Draft, total: Draft) -> bool:
    """Whether the sentence says that a count makes a total what it is."""
    if draft.sentence.index != total.sentence.index or draft.quantity.end > total.quantity.start:
        return False
    offset = draft.sentence.start
    between = draft.sentence_text[draft.quantity.end - offset : total.quantity.start - offset]
    return has_words("raises", between)


def _is_of_report(draft: Draft, total: Draft, told: int) -> bool:
    """Whether a report's total over several events holds a count told beside it."""
    is_raised = has_words("raises", total.sentence_text)
    is_before = draft.sentence.index < total.sentence.index
    return (
        (is_raised or not is_before)
        and (
            is_over_several(total.sentence_text)
            or (is_raised and is_before and not is_earlier(draft))
        )
        and draft.sentence.index != total.sentence.index
        and (is_same_time(draft, total) if is_raised else not is_another_time(draft, total))
        and not is_rival(draft)
        and fits(draft, total, told)
    )


def _is_same_side(draft: Draft, total: Draft) -> bool:
    return draft.attribution.speaker_kind is total.attribution.speaker_kind
