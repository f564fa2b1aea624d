"""Victims joined by "and" belong to one whole: "the commander and two of his associates"."""

from collections.abc import Sequence

from extractors.drafts import Draft
from extractors.tally.claim_ties import ClaimTies, Tally
from extractors.tally.tally_words import has_words
from extractors.tally.time_and_place import is_in_headline
from extractors.tally.victim_overlap import can_hold


def tie_conjuncts(tally: Tally, draft: Draft, before: Sequence[Draft]) -> None:
    """Tie a count and the one joined before it to one whole told before both.

    "Several suspects were detained. … They held the commander and two of his associates": who
    is pointed to is one of the several, as the two are. "A courier and other rebels" says that
    the courier is a rebel (a Hearst pattern): both are of those whom a headline without a number
    tells, "Rebels Detained".
    """
    first = before[-1] if before else None
    if first is None or not _are_joined(first, draft):
        return
    one, two = tally.ties[first.claim_id], tally.ties[draft.claim_id]
    if two.part_of and two.part_of != first.claim_id and first.is_anaphoric:
        if one == ClaimTies():
            tally.keep(first, ClaimTies(part_of=two.part_of))
        _adopt_meant(tally, first, before)
    elif not draft.is_additive or two != ClaimTies():
        return
    elif one.part_of or one.repeats:
        whole = one.part_of or _part_of(tally, one.repeats)
        if whole is not None:
            tally.keep(draft, ClaimTies(part_of=whole))
    elif (headline := _headline_of(tally, draft, before)) is not None:
        for each in (first, draft):
            tally.keep(each, ClaimTies(part_of=headline.claim_id))


def _are_joined(first: Draft, draft: Draft) -> bool:
    """Whether only "and" stands between one victim and a count of the same harm."""
    if first.noun is None or first.quantity.value != 1:
        return False
    if first.sentence.index != draft.sentence.index or first.harm is not draft.harm:
        return False
    start = first.noun.idx + len(first.noun)
    return has_words(
        "joined", draft.sentence_text[start : draft.quantity.start - draft.sentence.start]
    )


def _adopt_meant(tally: Tally, pointing: Draft, before: Sequence[Draft]) -> None:
    """Make those told alone to whom a definite noun points parts of its whole."""
    for other in before[:-1]:
        is_alone = tally.ties[other.claim_id] == ClaimTies() and other.quantity.value == 1
        if is_alone and other.harm is pointing.harm and pointing.is_same_noun(other):
            tally.keep(other, ClaimTies(part_of=tally.ties[pointing.claim_id].part_of))


def _part_of(tally: Tally, claim_id: str | None) -> str | None:
    return tally.ties[claim_id].part_of if claim_id else None


def _headline_of(tally: Tally, draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The bare plural of the headline that names those of a count without a number."""
    return next(
        (
            other
            for other in before
            if is_in_headline(other)
            and other.quantity.value is None
            and not other.quantity.basis.is_explicit
            and draft.is_same_noun(other)
            and tally.ties[other.claim_id] == ClaimTies()
            and can_hold(other, draft)
        ),
        None,
    )
