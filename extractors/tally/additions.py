"""Counts whose words add them to one told before."""

from collections.abc import Sequence

from extractors.drafts import Draft
from extractors.languages.patterns import pattern
from extractors.tally.claim_ties import ClaimTies, Tally
from extractors.tally.coreference import (
    adds,
    is_another,
    is_nobody_else,
    is_rival,
    is_same_speaker,
)
from extractors.tally.figure_sizes import is_less
from extractors.tally.time_and_place import is_another_time, is_told_elsewhere
from extractors.tally.victim_overlap import can_hold
from schemas import Harm

_HIT = frozenset({Harm.KILLED, Harm.WOUNDED, Harm.CASUALTIES})
_NEAR = 2
"""Sentences within which "another five" adds to what was told."""


def tie_addition(tally: Tally, draft: Draft, before: Sequence[Draft]) -> None:
    """Tie a count that its words add to one told before: "six died … another five".

    It adds to the last count of the same harm and time, by the same speaker or a greater one,
    unless the others are other than those harmed in another way. Counts that add are no parts
    of a bare plural: under "Villagers killed", six and another five are 11.
    """
    if tally.is_free(draft) and is_nobody_else(draft):
        tally.keep(draft, ClaimTies(adds_to=_first_told(draft, before)))
        return
    whole = before[-1] if before else None
    if whole is not None and tally.is_free(draft) and _is_in_new_total(draft, whole):
        tally.keep(draft, ClaimTies(part_of=whole.claim_id))
        return
    if not (tally.is_free(draft) and adds(draft)):
        return
    if is_contrast(draft, before) and not is_another(draft):
        return
    last = next((other for other in reversed(before) if can_hold(other, draft)), None)
    if last is None or draft.sentence.index > last.sentence.index + _NEAR:
        return
    is_same = (
        (tally.is_free(last) or tally.is_part_of_plural(last))
        and tally.is_comparable(draft, last)
        and (is_same_speaker(draft, last) or is_less(draft, last))
        and not is_told_elsewhere(draft, last)
        and not is_another_time(draft, last)
        and not is_rival(last)
    )
    if is_same:
        if tally.is_part_of_plural(last):
            tally.ties[last.claim_id] = ClaimTies()
        tally.keep(draft, ClaimTies(adds_to=tally.ties[last.claim_id].adds_to or last.claim_id))


def _is_in_new_total(draft: Draft, last: Draft) -> bool:
    """Whether a total already holds those it grew by: "rose to 88, with 16 more bodies found"."""
    if draft.sentence != last.sentence or draft.harm is not last.harm:
        return False
    text, total = draft.sentence_text, last.casualty.number
    between = text[total.end : draft.casualty.number.start]
    grew = pattern("change-verb-before").search(text[: total.start])
    return grew is not None and pattern("with-those-added").fullmatch(between) is not None


def _first_told(draft: Draft, before: Sequence[Draft]) -> str | None:
    """The first count of those besides whom nobody was harmed, by whomever.

    Besides the dead there can be no other casualties.
    """
    harms = _HIT if draft.harm is Harm.CASUALTIES else {draft.harm, Harm.CASUALTIES}
    told = (other for other in before if other.harm in harms and other.quantity.value)
    return next((other.claim_id for other in told), None)


def is_contrast(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether "others" are other than those harmed in another way: "one died, three others"."""
    return bool(before) and before[-1].harm is not draft.harm
