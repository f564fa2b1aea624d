"""One document, one tally: which counts are parts, which are told again, which add to others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.constructions.gapping import GAPPING
from extractors.drafts import Draft
from extractors.tally.relations import (
    adds,
    are_of_one_kind,
    can_hold,
    clash,
    fits,
    goes_into_detail,
    is_another,
    is_another_time,
    is_headlined,
    is_led,
    is_less,
    is_nobody_else,
    is_rival,
    is_same_speaker,
    is_telling_of_same,
    is_told_elsewhere,
    is_told_of,
    may_be_less,
    narrows,
    points_back,
    points_near,
    tells_again,
)
from extractors.tally.sums import find_breakdowns, find_retold_lists, find_summands
from extractors.tally.totals import find_total
from schemas import Harm, Scope
from schemas.terms import Basis

_UNLIKELY = 50
"""A number that two counts seldom share by chance."""
_HIT = frozenset({Harm.KILLED, Harm.WOUNDED, Harm.CASUALTIES})
_REACH = 4
"""Sentences within which "he" and "this commander" point to some of those told before."""
_NEAR = 2
"""Sentences within which "another five" adds to what was told."""


@dataclass(frozen=True, slots=True)
class Ties:
    """How a claim hangs on others of its document.

    Attributes:
        part_of: The claim whose victims include these.
        repeats: The claim that this one tells again.
        adds_to: The claim to whose victims these are added.
    """

    part_of: str | None = None
    repeats: str | None = None
    adds_to: str | None = None


def tie_claims(drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> dict[str, Ties]:
    """Tie each count to the first telling of its whole, or of itself.

    Args:
        drafts: The counts of one document, in the order of the text.
        scopes: The scope of each, by claim.

    Returns:
        The ties by claim.
    """
    tally = _Tally(drafts, scopes)
    for position, draft in enumerate(drafts):
        tally.tie(draft, drafts[:position])
    for draft in drafts:
        tally.tie_to_total(draft)
    for position, draft in enumerate(drafts):
        tally.tie_reference(draft, drafts[:position])
    for position, draft in enumerate(drafts):
        tally.tie_summands(draft, drafts[position + 1 :])
    for position, draft in enumerate(drafts):
        tally.tie_addition(draft, drafts[:position])
    return tally.of_repetitions()


class _Tally:
    """The ties found so far, and how much of each whole its parts have told."""

    def __init__(self, drafts: Sequence[Draft], scopes: Mapping[str, Scope]) -> None:
        self.drafts, self.scopes = drafts, scopes
        self.ties: dict[str, Ties] = {}
        self.told: Counter[str] = Counter()
        self.parts: dict[str, dict[int, set[str]]] = {}
        self.breakdowns = find_breakdowns(drafts)
        self.retold = find_retold_lists(drafts)

    def tie(self, draft: Draft, before: Sequence[Draft]) -> None:
        """Tie a count to what was told before it."""
        earlier = [other for other in before if self._is_comparable(draft, other)]
        whole = _whole_in_sentence(draft, self.drafts) or self.breakdowns.get(draft.claim_id)
        if draft.claim_id in self.retold:
            tie = Ties(repeats=self.retold[draft.claim_id].claim_id)
        elif whole is not None:
            self._adopt(draft, whole, earlier)
            tie = Ties(part_of=whole.claim_id)
        elif (sibling := self._find_sibling(draft, before)) is not None:
            tie = Ties(part_of=self.ties[sibling.claim_id].part_of)
        else:
            tie = self._tie(draft, earlier, is_contrast=_is_contrast(draft, before))
        self._keep(draft, tie)

    def _find_sibling(self, draft: Draft, before: Sequence[Draft]) -> Draft | None:
        """The share that a figure goes on from: "four of them died in Lur, and one in Gath"."""
        last = before[-1] if before else None
        if last is None or last.sentence.index != draft.sentence.index:
            return None
        goes_on = draft.casualty.rule == GAPPING.id and last.harm is draft.harm
        is_told = self.ties[last.claim_id].part_of is not None and last.quantity.basis.is_explicit
        return last if goes_on and is_told else None

    def tie_summands(self, whole: Draft, after: Sequence[Draft]) -> None:
        """Tie counts that add up to a whole told before: "18", then "seven" and "11"."""
        if self.ties[whole.claim_id].repeats or self.told[whole.claim_id]:
            return
        following = [
            other
            for other in after
            if self._is_free(other)
            and other.sentence.index != whole.sentence.index
            and can_hold(whole, other)
            and not is_another_time(other, whole)
            and not is_rival(other)
        ]
        for part in find_summands(whole, following):
            self._keep(part, Ties(part_of=whole.claim_id))

    def tie_to_total(self, draft: Draft) -> None:
        """Tie what is left to a total over several events, told before or after it."""
        if not self._is_free(draft):
            return
        wholes = [other for other in self.drafts if self.ties[other.claim_id].repeats is None]
        total = find_total(draft, wholes, self.scopes, lambda whole: self._room(draft, whole))
        if total is not None:
            self._keep(draft, Ties(part_of=total.claim_id))

    def tie_reference(self, draft: Draft, before: Sequence[Draft]) -> None:
        """Tie a victim without a number whose words point back to the last count of such victims.

        "Several guards were killed. … He was shot"; "the arrest of this commander".
        """
        if draft.quantity.basis.is_explicit or not (points_near(draft) and self._is_free(draft)):
            return
        for other in reversed(before):
            if draft.sentence.index > other.sentence.index + _REACH:
                return
            is_whole = self._is_free(other) and other.quantity.value != 1
            is_apart = is_told_elsewhere(draft, other) or is_another_time(draft, other)
            fit = is_whole and can_hold(other, draft) and fits(draft, other, 0)
            if fit and not is_apart:
                self._keep(draft, Ties(part_of=other.claim_id))
                return

    def tie_addition(self, draft: Draft, before: Sequence[Draft]) -> None:
        """Tie a count that its words add to one told before: "six died … another five".

        It adds to the last count of the same harm and time, by the same speaker or a greater one,
        unless the others are other than those harmed in another way. Counts that add are no parts
        of a bare plural: under "Villagers killed", six and another five are 11.
        """
        if self._is_free(draft) and is_nobody_else(draft):
            self._keep(draft, Ties(adds_to=_first_told(draft, before)))
            return
        if not (self._is_free(draft) and adds(draft)):
            return
        if _is_contrast(draft, before) and not is_another(draft):
            return
        last = next((other for other in reversed(before) if can_hold(other, draft)), None)
        if last is None or draft.sentence.index > last.sentence.index + _NEAR:
            return
        is_same = (
            (self._is_free(last) or self._is_part_of_plural(last))
            and self._is_comparable(draft, last)
            and (is_same_speaker(draft, last) or is_less(draft, last))
            and not is_told_elsewhere(draft, last)
            and not is_another_time(draft, last)
            and not is_rival(last)
        )
        if is_same:
            if self._is_part_of_plural(last):
                self.ties[last.claim_id] = Ties()
            self._keep(draft, Ties(adds_to=self.ties[last.claim_id].adds_to or last.claim_id))

    def of_repetitions(self) -> dict[str, Ties]:
        """The ties, with those of a first telling for each repetition of it."""
        for draft in self.drafts:
            self._echo(draft)
        return {
            name: replace(tie, part_of=self.ties[tie.repeats].part_of) if tie.repeats else tie
            for name, tie in self.ties.items()
        }

    def _echo(self, draft: Draft) -> None:
        """Tie a number that is told elsewhere as a part, by whomever: "957 of them"."""
        if not self._is_free(draft) or (draft.quantity.value or 0) < _UNLIKELY:
            return
        wholes = [
            self.ties[other.claim_id].part_of
            for other in self.drafts
            if (other.quantity.value, other.harm) == (draft.quantity.value, draft.harm)
            and self.scopes[other.claim_id] is self.scopes[draft.claim_id]
        ]
        whole = next((each for each in wholes if each not in {None, draft.claim_id}), None)
        if whole is not None:
            self._keep(draft, Ties(part_of=whole))

    def _is_comparable(self, draft: Draft, other: Draft) -> bool:
        same_scope = self.scopes[other.claim_id] is self.scopes[draft.claim_id]
        return other.harm is draft.harm and (same_scope or draft.is_share)

    def _is_free(self, draft: Draft) -> bool:
        tie = self.ties[draft.claim_id]
        return tie.part_of is None and tie.repeats is None

    def _is_part_of_plural(self, draft: Draft) -> bool:
        whole = self.ties[draft.claim_id].part_of
        bases = {other.claim_id: other.quantity.basis for other in self.drafts}
        return whole is not None and bases[whole] is Basis.PLURAL

    def _keep(self, draft: Draft, tie: Ties) -> None:
        """Take a tie, and count what it tells of the whole.

        A victim who is only named or described is one of others' counts, and what two speakers
        give is one number.
        """
        self.ties[draft.claim_id] = tie
        if tie.part_of is None or not draft.quantity.basis.is_explicit:
            return
        value = draft.quantity.value or 1
        told = self.parts.setdefault(tie.part_of, {})
        if all(speaker == draft.speaker_key for speaker in told.get(value, ())):
            self.told[tie.part_of] += value
        told.setdefault(value, set()).add(draft.speaker_key)

    def _room(self, draft: Draft, whole: Draft) -> int:
        """How much of a whole is told besides a count."""
        told = self.parts.get(whole.claim_id, {}).get(draft.quantity.value or 1, set())
        is_told_again = bool(told - {draft.speaker_key})
        return self.told[whole.claim_id] - (draft.quantity.value or 1) * is_told_again

    def _tie(self, draft: Draft, earlier: Sequence[Draft], *, is_contrast: bool) -> Ties:
        if draft.is_share and (taken := self._taken_from(draft, earlier)) is not None:
            return Ties(part_of=taken)
        firsts = [other for other in earlier if self.ties[other.claim_id].repeats is None]
        told = [other for other in firsts if is_telling_of_same(draft, other)]
        sibling = any(other.sentence.index == draft.sentence.index for other in earlier)
        if adds(draft):
            for other in told:
                if (is_contrast or adds(other)) and tells_again(draft, other):
                    return Ties(repeats=other.claim_id)
        if draft.is_additive and not sibling:
            return self._rest_of(draft, told)
        if not draft.is_additive:
            for other in told:
                again = tells_again(draft, other) or points_back(draft, other)
                if again or (earlier == [other] and is_headlined(draft, other)):
                    return Ties(repeats=other.claim_id)
        return next(
            (Ties(part_of=other.claim_id) for other in earlier if self._details(draft, other)),
            Ties(),
        )

    def _details(self, draft: Draft, other: Draft) -> bool:
        """Whether a count spells out a sum told before, by whomever: "17", then "five troops"."""
        tie = self.ties[other.claim_id]
        is_whole = tie.part_of is None and tie.repeats is None
        is_apart = (
            draft.sentence.index == other.sentence.index
            or is_told_elsewhere(draft, other)
            or is_another_time(draft, other)
        )
        if not is_whole or is_apart or is_rival(draft) or not can_hold(other, draft):
            return False
        if not fits(draft, other, self._room(draft, other)):
            return False
        if goes_into_detail(draft, other):
            return True
        if other.quantity.value is None or not may_be_less(draft, other):
            return False
        return narrows(draft, other) and is_told_of(draft, other)

    def _rest_of(self, draft: Draft, told: Sequence[Draft]) -> Ties:
        """Others told after the first ones of a sum: "two were killed … A second man was shot"."""
        for other in told:
            begun = other.claim_id in {tie.part_of for tie in self.ties.values()}
            is_sum = self.ties[other.claim_id] == Ties() and (other.quantity.value or 0) > 1
            if is_sum and begun and fits(draft, other, self.told[other.claim_id]):
                return Ties(part_of=other.claim_id)
        return Ties()

    def _taken_from(self, draft: Draft, earlier: Sequence[Draft]) -> str | None:
        """The sum of which a share is told, whoever told the sum: "three of the wounded".

        What the report begins with can be told of an earlier time than its shares.
        """
        for other in reversed(earlier):
            first = self.ties[other.claim_id].repeats or other.claim_id
            apart = (
                other.sentence.index == draft.sentence.index
                or is_told_elsewhere(draft, other)
                or (is_another_time(draft, other) and not is_led(other))
            )
            is_whole = self.ties[first].part_of is None and are_of_one_kind(draft, other)
            if not apart and is_whole and fits(draft, other, self.told[first]):
                return first
        return None

    def _adopt(self, draft: Draft, whole: Draft, earlier: Sequence[Draft]) -> None:
        """Make one told alone a part of the sum that names him later.

        "Commander captured" in the headline, then "two suspects, including the commander".
        """
        if draft.quantity.value != 1 or draft.lemma is None:
            return
        for other in earlier:
            alone = self.ties[other.claim_id] == Ties() and (
                other.sentence.index < whole.sentence.index
            )
            if alone and other.lemma == draft.lemma and other.quantity.value == 1:
                self.ties[other.claim_id] = Ties(part_of=whole.claim_id)


def _first_told(draft: Draft, before: Sequence[Draft]) -> str | None:
    """The first count of those besides whom nobody was harmed, by whomever.

    Besides the dead there can be no other casualties.
    """
    harms = _HIT if draft.harm is Harm.CASUALTIES else {draft.harm, Harm.CASUALTIES}
    told = (other for other in before if other.harm in harms and other.quantity.value)
    return next((other.claim_id for other in told), None)


def _is_contrast(draft: Draft, before: Sequence[Draft]) -> bool:
    """Whether "others" are other than those harmed in another way: "one died, three others"."""
    return bool(before) and before[-1].harm is not draft.harm


def _whole_in_sentence(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The whole that the sentence itself names: "23 people, including one woman"."""
    whole = draft.casualty.whole
    if whole is None:
        return None
    start = draft.sentence.start + whole.start
    same = [other for other in drafts if other.quantity.start == start and not clash(draft, other)]
    same_speaker = [other for other in same if other.speaker_key == draft.speaker_key]
    return next(iter(same_speaker or same), None)
