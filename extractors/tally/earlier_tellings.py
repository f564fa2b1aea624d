"""Counts that tell again, or in detail, what was told before them."""

from collections.abc import Sequence

from extractors.constructions.declared.gapping import GAPPING
from extractors.drafts import Draft
from extractors.tally.additions import is_contrast
from extractors.tally.claim_ties import ClaimTies, Tally
from extractors.tally.coreference import (
    adds,
    goes_into_detail,
    is_rival,
    is_telling_of_same,
    is_told_of,
    points_back,
    tells_again,
)
from extractors.tally.figure_sizes import fits, is_less, may_be_less
from extractors.tally.tally_words import has_words
from extractors.tally.time_and_place import is_another_time, is_headlined, is_led, is_told_elsewhere
from extractors.tally.victim_overlap import are_of_one_kind, can_hold, clash, narrows
from schemas import SpeakerKind


def tie_to_earlier(tally: Tally, draft: Draft, before: Sequence[Draft]) -> None:
    """Tie a count to what was told before it."""
    earlier = [other for other in before if tally.is_comparable(draft, other)]
    whole = _whole_in_sentence(draft, tally.drafts) or tally.breakdowns.get(draft.claim_id)
    if draft.claim_id in tally.retold:
        tie = ClaimTies(repeats=tally.retold[draft.claim_id].claim_id)
    elif whole is not None:
        _adopt(tally, draft, whole, earlier)
        tie = ClaimTies(part_of=whole.claim_id)
    elif (sibling := _find_sibling(tally, draft, before)) is not None:
        tie = ClaimTies(part_of=tally.ties[sibling.claim_id].part_of)
    else:
        tie = _tie_of(tally, draft, earlier, contrasts=is_contrast(draft, before))
    if has_words("both", draft.quantity.text):
        _gather(tally, draft, earlier)
    tally.keep(draft, tie)


def _find_sibling(tally: Tally, draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The share that a figure goes on from: "four of them died in Lur, and one in Gath"."""
    last = before[-1] if before else None
    if last is None or last.sentence.index != draft.sentence.index:
        return None
    goes_on = draft.casualty.construction is GAPPING and last.harm is draft.harm
    is_told = tally.ties[last.claim_id].part_of is not None and last.quantity.basis.is_explicit
    return last if goes_on and is_told else None


def _tie_of(tally: Tally, draft: Draft, earlier: Sequence[Draft], *, contrasts: bool) -> ClaimTies:
    if draft.is_share and (taken := _taken_from(tally, draft, earlier)) is not None:
        return ClaimTies(part_of=taken)
    firsts = [other for other in earlier if tally.ties[other.claim_id].repeats is None]
    told = [other for other in firsts if is_telling_of_same(draft, other)]
    sibling = any(other.sentence.index == draft.sentence.index for other in earlier)
    if adds(draft) and not has_words("harmed-too", draft.words_after):
        for other in told:
            if (contrasts or adds(other)) and tells_again(draft, other):
                return ClaimTies(repeats=other.claim_id)
    if draft.is_additive and not sibling:
        return _rest_of(tally, draft, told)
    if not draft.is_additive:
        for other in told:
            again = tells_again(draft, other) or points_back(draft, other)
            if again or (earlier == [other] and is_headlined(draft, other)):
                return ClaimTies(repeats=other.claim_id)
    return next(
        (ClaimTies(part_of=other.claim_id) for other in earlier if _is_detail(tally, draft, other)),
        ClaimTies(),
    )


def _is_detail(tally: Tally, draft: Draft, other: Draft) -> bool:
    """Whether a count spells out a sum told before, by whomever: "17", then "five troops"."""
    tie = tally.ties[other.claim_id]
    is_whole = tie.part_of is None and tie.repeats is None
    is_apart = (
        draft.sentence.index == other.sentence.index
        or is_told_elsewhere(draft, other)
        or is_another_time(draft, other)
    )
    if not is_whole or is_apart or is_rival(draft) or not can_hold(other, draft):
        return False
    if not fits(draft, other, tally.room(draft, other)):
        return False
    if goes_into_detail(draft, other):
        return True
    if other.quantity.value is None or not may_be_less(draft, other):
        return False
    return (narrows(draft, other) and is_told_of(draft, other)) or _is_received(draft, other)


def _is_received(draft: Draft, whole: Draft) -> bool:
    """Whether a hospital tells how many of those counted in all were brought there."""
    is_medical = draft.attribution.speaker_kind is SpeakerKind.MEDICAL
    of_all = whole.attribution.speaker_kind is not SpeakerKind.MEDICAL and is_led(whole)
    return (
        is_medical
        and of_all
        and is_less(draft, whole)
        and has_words("received", draft.sentence_text)
    )


def _rest_of(tally: Tally, draft: Draft, told: Sequence[Draft]) -> ClaimTies:
    """Others told after the first ones of a sum: "two were killed … A second man was shot"."""
    for other in told:
        begun = other.claim_id in {tie.part_of for tie in tally.ties.values()}
        is_sum = tally.ties[other.claim_id] == ClaimTies() and (other.quantity.value or 0) > 1
        if is_sum and begun and fits(draft, other, tally.told[other.claim_id]):
            return ClaimTies(part_of=other.claim_id)
    return ClaimTies()


def _taken_from(tally: Tally, draft: Draft, earlier: Sequence[Draft]) -> str | None:
    """The sum of which a share is told, whoever told the sum: "three of the wounded".

    What the report begins with can be told of an earlier time than its shares. Shares can overlap
    where a sum is divided twice: "266 in Kest … 330 of those arrested are still held".
    """
    wholes = []
    for other in reversed(earlier):
        first = tally.ties[other.claim_id].repeats or other.claim_id
        apart = (
            other.sentence.index == draft.sentence.index
            or is_told_elsewhere(draft, other)
            or (is_another_time(draft, other) and not is_led(other))
        )
        is_whole = tally.ties[first].part_of is None and are_of_one_kind(draft, other)
        if not apart and is_whole and fits(draft, other, 0):
            wholes.append((first, fits(draft, other, tally.told[first])))
    return next((first for first, has_room in wholes if has_room), wholes[0][0] if wholes else None)


def _adopt(tally: Tally, draft: Draft, whole: Draft, earlier: Sequence[Draft]) -> None:
    """Make one told alone a part of the sum that names him later.

    "Commander captured" in the headline, then "two suspects, including the commander"; "he was
    detained", then "several men were detained, including the courier".
    """
    if draft.quantity.value != 1 or draft.lemma is None:
        return
    for other in earlier:
        alone = tally.ties[other.claim_id] == ClaimTies() and (
            other.sentence.index < whole.sentence.index
        )
        is_same = other.lemma == draft.lemma or (other.is_pronominal and draft.is_anaphoric)
        if alone and is_same and other.quantity.value == 1:
            tally.ties[other.claim_id] = ClaimTies(part_of=whole.claim_id)


def _gather(tally: Tally, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Make one told alone before a part of "both": "A courier was arrested … Both men"."""
    alone = [
        other
        for other in earlier
        if tally.ties[other.claim_id] == ClaimTies()
        and other.quantity.value == 1
        and is_telling_of_same(draft, other)
    ]
    if 0 < len(alone) <= (draft.quantity.value or 0):
        tally.ties |= {other.claim_id: ClaimTies(part_of=draft.claim_id) for other in alone}


def _whole_in_sentence(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The whole that the sentence itself names: "23 people, including one woman"."""
    whole = draft.casualty.whole
    if whole is None:
        return None
    start = draft.sentence.start + whole.start
    same = [other for other in drafts if other.quantity.start == start and not clash(draft, other)]
    same_speaker = [other for other in same if other.speaker_key == draft.speaker_key]
    return next(iter(same_speaker or same), None)
