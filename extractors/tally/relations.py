"""How two figures of a document can hang together, pair by pair."""

from datetime import timedelta

from extractors.drafts import Draft
from extractors.tally.phrases import has_words
from schemas import Basis, Modifier, Quantity, SpeakerKind, Stance

_ANYBODY = frozenset({"people", "comrades", "peoples", None})
"""Entries of nouns that may name anybody; null where the noun is left out."""
_OFFICIAL = frozenset(
    {SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.POLICE, SpeakerKind.OFFICIAL}
)
_LATER = timedelta(days=2)
_WITHIN = {
    "civilian": frozenset({"civilian", "children", "women", "medic", "journalist", "elderly"}),
    "security_forces": frozenset({"security_forces"}),
}
"""Whom a noun can hold besides its own kind."""


def is_same_speaker(one: Draft, other: Draft) -> bool:
    """Whether one speaker's name is the other's, or a part of it."""
    if one.speaker_key == other.speaker_key:
        return True
    names = one.attribution.speaker, other.attribution.speaker
    if None in names:
        return False
    first, second = (set(name.casefold().split()) - {"the", "a", "an"} for name in names if name)
    return bool(first and second) and (first <= second or second <= first)


def are_of_one_kind(one: Draft, other: Draft) -> bool:
    """Whether both nouns can name the same victims: fighters are no civilians."""
    return not (one.kinds and other.kinds and not one.kinds & other.kinds)


def is_same_time(one: Draft, other: Draft) -> bool:
    """Whether the days of both can be one, as far as they are known.

    A toll is often dated by the day on which somebody tells it, one or two later.
    """
    first, second = one.event, other.event
    if not (first.date_from and second.date_from):
        return True
    return first.date_from <= (second.date_to or second.date_from) + _LATER and (
        second.date_from <= (first.date_to or first.date_from) + _LATER
    )


def is_another_time(draft: Draft, other: Draft) -> bool:
    """Whether one of both is told of an earlier time than the other."""
    earlier = [has_words("earlier", each.sentence_text) for each in (draft, other)]
    return not is_same_time(draft, other) or earlier[0] is not earlier[1]


def is_told_elsewhere(draft: Draft, other: Draft) -> bool:
    """Whether each sentence names its own place and not the other's.

    A headline names a wider place than the report, and "the suspects" are those told before.
    """
    here, there = draft.where, other.where
    if not here or not there or here == there or draft.is_anaphoric or is_headline(other):
        return False
    one, two = draft.sentence_text, other.sentence_text
    return here in one and there in two and here not in two and there not in one


def is_headline(draft: Draft) -> bool:
    """Whether a figure stands in a first sentence without a stop."""
    return draft.sentence.index == 0 and draft.sentence_text[-1:] not in {".", "!", "?", '"'}


def can_hold(whole: Draft, part: Draft) -> bool:
    """Whether a figure can be a total of which the other is a part, by harm, stance and group.

    What one side of a war counts is no part of what the other side counts.
    """
    told = whole.attribution.stance is part.attribution.stance is Stance.ASSERTS
    groups = {whole.group or "all", part.group or "all"} - {"all"}
    return (
        whole.harm is part.harm
        and told
        and not are_of_two_sides(whole, part)
        and len(groups) < 2
        and 0 not in {whole.quantity.value, part.quantity.value}
    )


def are_of_two_sides(one: Draft, other: Draft) -> bool:
    """Whether an armed group and those whom it fights speak."""
    kinds = {one.attribution.speaker_kind, other.attribution.speaker_kind}
    return SpeakerKind.ARMED_GROUP in kinds and bool(kinds & _OFFICIAL)


def clash(one: Draft, other: Draft) -> bool:
    """Whether the nouns name fighters and civilians."""
    return {"combatant", "civilian"} <= one.kinds ^ other.kinds


def narrows(part: Draft, whole: Draft) -> bool:
    """Whether a noun names some of those whom the other names: "children" and "people".

    A victim told by name is one of any. Attackers are not among the people whom they killed.
    """
    if part.quantity.basis is Basis.NAMED:
        return True
    if "combatant" in part.kinds:
        return False
    if not whole.kinds:
        tells_who = bool(part.kinds) or part.entry == "peoples" or _names_people(part)
        return whole.entry in _ANYBODY and tells_who
    held = frozenset().union(*(_WITHIN.get(kind, frozenset()) for kind in whole.kinds))
    return bool(part.kinds & held) and part.kinds != whole.kinds


def _names_people(draft: Draft) -> bool:
    """Whether the noun is a people's name: "four Afghans"."""
    return draft.entry is None and draft.noun is not None and draft.noun.text[:1].isupper()


def is_rival(draft: Draft) -> bool:
    """Whether a figure is told as another count of the same victims."""
    return has_words("rival", draft.sentence_text)


def is_less(part: Draft, whole: Draft) -> bool:
    """Whether a figure is smaller than another, as far as both are told as numbers."""
    value, total = part.quantity.value, whole.quantity.value
    return value is None or total is None or value < total


def fits(part: Draft, whole: Draft, told: int) -> bool:
    """Whether a figure has room in a total of which so much is told: "three", then "one"."""
    value = part.quantity.value
    if value is None:
        return whole.quantity.value != 1
    if whole.quantity.value is None:
        return True
    return part.quantity.value_to is None and told + value <= most(whole.quantity)


def most(quantity: Quantity) -> int:
    """How far the details of a sum may go: "more than 10" can turn out as 11."""
    value = quantity.value_to or quantity.value or 0
    return value if quantity.modifier is Modifier.EXACT else value + max(1, value // 4)


def tells_again(draft: Draft, other: Draft) -> bool:
    """Whether both are the same figure: the same name, number, or bare noun."""
    one, two = draft.quantity, other.quantity
    if Basis.NAMED in {one.basis, two.basis} and one.basis is two.basis:
        return one.text.split()[-1].casefold() == two.text.split()[-1].casefold()
    if (one.value, one.value_to) != (two.value, two.value_to):
        return False
    if one.value == 0:
        return draft.attribution.speaker is not None or draft.where == other.where
    if one.value is not None and one.value > 1:
        return draft.is_same_noun(other)
    if one.value is None and one.basis is not two.basis:
        return False
    return draft.lemma is not None and draft.lemma == other.lemma


def points_back(draft: Draft, other: Draft) -> bool:
    """A pronoun or a definite noun for those told before: "the suspects were detained"."""
    if draft.quantity.basis.is_explicit or not draft.is_anaphoric:
        return False
    single = draft.quantity.value == 1
    return other.quantity.value == 1 if single else other.quantity.value not in {0, 1}


def is_telling_of_same(draft: Draft, other: Draft) -> bool:
    """Whether both can be about the same people: one speaker, one stance, one kind of victim."""
    return (
        draft.sentence.index != other.sentence.index
        and (is_same_speaker(draft, other) or draft.is_pronominal)
        and draft.attribution.stance is other.attribution.stance
        and are_of_one_kind(draft, other)
        and not is_told_elsewhere(draft, other)
    )
