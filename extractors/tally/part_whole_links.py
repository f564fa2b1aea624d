"""One document, one tally: which counts are parts, and which are told again."""

from dataclasses import dataclass

from extractors.drafts import Draft
from schemas import Basis, Modifier, Quantity, Scope


@dataclass(frozen=True, slots=True)
class Ties:
    """How a claim hangs on earlier ones of its document.

    Attributes:
        part_of: The claim whose victims include these.
        repeats: The claim that this one tells again.
    """

    part_of: str | None = None
    repeats: str | None = None


def tie_claims(drafts: list[Draft], scopes: dict[str, Scope]) -> dict[str, Ties]:
    """Tie each count to the first telling of its whole, or of itself.

    Reports put the sum first and the details after it: a count that a speaker tells later, of
    the same harm and of the same people, is a part of the sum while it still fits.

    Args:
        drafts: The counts of one document, in the order of the text.
        scopes: The scope of each, by claim.

    Returns:
        The ties by claim.
    """
    ties: dict[str, Ties] = {}
    told: dict[str, int] = {}
    for index, draft in enumerate(drafts):
        earlier = [
            other
            for other in drafts[:index]
            if other.harm is draft.harm and scopes[other.claim_id] is scopes[draft.claim_id]
        ]
        whole = _whole_in_sentence(draft, drafts)
        _adopt(draft, whole, earlier, ties)
        if whole is not None:
            tie = Ties(part_of=whole.claim_id)
        else:
            tie = _tie(draft, earlier, ties, told)
        ties[draft.claim_id] = tie
        if tie.part_of is not None:
            told[tie.part_of] = told.get(tie.part_of, 0) + (draft.quantity.value or 1)
    return ties


def _tie(draft: Draft, earlier: list[Draft], ties: dict[str, Ties], told: dict[str, int]) -> Ties:
    if draft.is_share and (taken := _taken_from(draft, earlier, ties, told)) is not None:
        return Ties(part_of=taken)
    firsts = [
        other
        for other in earlier
        if ties[other.claim_id].repeats is None and _same_telling(draft, other)
    ]
    sibling = any(other.sentence.index == draft.sentence.index for other in earlier)
    if draft.is_additive and not sibling:
        return _rest_of(draft, firsts, ties, told)
    for other in firsts if not draft.is_additive else ():
        if _tells_again(draft, other) or _points_back(draft, other):
            return Ties(repeats=other.claim_id)
    for other in firsts:
        is_whole = ties[other.claim_id].part_of is None
        if is_whole and _details(draft, other, told.get(other.claim_id, 0)):
            return Ties(part_of=other.claim_id)
    return Ties()


def _rest_of(
    draft: Draft, firsts: list[Draft], ties: dict[str, Ties], told: dict[str, int]
) -> Ties:
    """Others told after the first ones of a sum: "two were killed … A second man was shot"."""
    for other in firsts:
        begun = told.get(other.claim_id, 0)
        is_sum = ties[other.claim_id] == Ties() and (other.quantity.value or 0) > 1
        if is_sum and begun and _details(draft, other, begun):
            return Ties(part_of=other.claim_id)
    return Ties()


def _taken_from(
    draft: Draft, earlier: list[Draft], ties: dict[str, Ties], told: dict[str, int]
) -> str | None:
    """The sum of which a share is told, whoever told the sum: "three of the wounded"."""
    for other in reversed(earlier):
        first = ties[other.claim_id].repeats or other.claim_id
        fits = other.sentence.index != draft.sentence.index and not _elsewhere(draft, other)
        is_whole = ties[first].part_of is None and not (
            draft.kinds and other.kinds and not draft.kinds & other.kinds
        )
        if fits and is_whole and _details(draft, other, told.get(first, 0)):
            return first
    return None


def _adopt(draft: Draft, whole: Draft | None, earlier: list[Draft], ties: dict[str, Ties]) -> None:
    """Make one told alone a part of the sum that names him later.

    "Commander captured" in the headline, then "two suspects, including the commander".
    """
    if whole is None or draft.quantity.value != 1 or draft.lemma is None:
        return
    for other in earlier:
        alone = ties[other.claim_id] == Ties() and other.sentence.index < whole.sentence.index
        if alone and other.lemma == draft.lemma and other.quantity.value == 1:
            ties[other.claim_id] = Ties(part_of=whole.claim_id)


def _whole_in_sentence(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The whole that the sentence itself names: "23 people, including one woman"."""
    whole = draft.casualty.whole
    if whole is None:
        return None
    start = draft.sentence.start + whole.start
    same = [other for other in drafts if other.quantity.start == start]
    same_speaker = [other for other in same if other.speaker_key == draft.speaker_key]
    return next(iter(same_speaker or same), None)


def _same_telling(draft: Draft, other: Draft) -> bool:
    """Whether both can be about the same people: one speaker, one stance, one kind of victim."""
    return (
        draft.sentence.index != other.sentence.index
        and (draft.speaker_key == other.speaker_key or draft.is_pronominal)
        and draft.attribution.stance is other.attribution.stance
        and not (draft.kinds and other.kinds and not draft.kinds & other.kinds)
        and not _elsewhere(draft, other)
    )


def _elsewhere(draft: Draft, other: Draft) -> bool:
    """Whether each sentence names its own place and not the other's.

    A headline names a wider place than the report, and "the suspects" are those told before.
    """
    here, there = draft.where, other.where
    if not here or not there or here == there or draft.is_anaphoric or _is_headline(other):
        return False
    one, two = draft.sentence_text, other.sentence_text
    return here in one and there in two and here not in two and there not in one


def _is_headline(draft: Draft) -> bool:
    return draft.sentence.index == 0 and draft.sentence_text[-1:] not in {".", "!", "?", '"'}


def _tells_again(draft: Draft, other: Draft) -> bool:
    """The same figure: the same name, number, or bare noun."""
    one, two = draft.quantity, other.quantity
    if Basis.NAMED in {one.basis, two.basis} and one.basis is two.basis:
        return one.text.split()[-1].casefold() == two.text.split()[-1].casefold()
    if (one.value, one.value_to) != (two.value, two.value_to):
        return False
    if one.value == 0:
        return True
    if one.value is not None and one.value > 1:
        return draft.is_same_noun(other)
    if one.value is None and one.basis is not two.basis:
        return False
    return draft.lemma is not None and draft.lemma == other.lemma


def _points_back(draft: Draft, other: Draft) -> bool:
    """A pronoun or a definite noun for those told before: "the suspects were detained"."""
    if draft.quantity.basis.is_explicit or not draft.is_anaphoric:
        return False
    single = draft.quantity.value == 1
    return other.quantity.value == 1 if single else other.quantity.value not in {0, 1}


def _details(draft: Draft, other: Draft, told: int) -> bool:
    """A count that spells out the sum told before: "several", then "three"; "three", then "one"."""
    if draft.quantity.value == 0 or other.quantity.value == 0:
        return False
    if draft.quantity.value is None:
        return other.quantity.value != 1
    if other.quantity.value is None:
        return True
    if draft.quantity.value_to is not None:
        return False
    return told + draft.quantity.value <= _most(other.quantity)


def _most(quantity: Quantity) -> int:
    """How far the details of a sum may go: "more than 10" can turn out as 11."""
    value = quantity.value_to or quantity.value or 0
    return value if quantity.modifier is Modifier.EXACT else value + max(1, value // 4)
