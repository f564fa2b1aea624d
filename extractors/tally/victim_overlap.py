"""Whether two figures of a document can count the same victims, or one some of the other's."""

from extractors.drafts import Draft
from extractors.victims import are_own_people
from schemas import Basis, SpeakerKind, Stance
from schemas.terms import VictimAttribute

_ANYBODY = frozenset({"people", "comrades", "peoples", None})
"""Entries of nouns that may name anybody; null where the noun is left out."""
_HEADS = "heads"
"""The entry of nouns for those who lead officials, activists or fighters."""
_STATE = frozenset(
    {SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.POLICE, SpeakerKind.OFFICIAL}
)
_WITHIN = {
    VictimAttribute.CIVILIAN: frozenset(
        {
            VictimAttribute.CIVILIAN,
            VictimAttribute.CHILDREN,
            VictimAttribute.WOMEN,
            VictimAttribute.MEDIC,
            VictimAttribute.JOURNALIST,
            VictimAttribute.ELDERLY,
        }
    ),
    VictimAttribute.SECURITY_FORCES: frozenset({VictimAttribute.SECURITY_FORCES}),
}
"""Whom a noun can hold besides its own kind."""


def are_of_one_kind(one: Draft, other: Draft) -> bool:
    """Whether both nouns can name the same victims: fighters are no civilians, a leader is any."""
    if _HEADS in {one.entry, other.entry}:
        return True
    return not (one.kinds and other.kinds and not one.kinds & other.kinds)


def can_hold(whole: Draft, part: Draft) -> bool:
    """Whether a figure can be a total of which the other is a part, by harm, stance and victims.

    What one side of a war counts is no part of what the other side counts.
    """
    told = whole.attribution.stance is part.attribution.stance is Stance.ASSERTS
    return (
        whole.harm is part.harm
        and told
        and not are_of_two_sides(whole, part)
        and not (_are_enemies(whole) and _are_own(part))
        and not clash(whole, part)
        and 0 not in {whole.quantity.value, part.quantity.value}
    )


def are_of_two_sides(one: Draft, other: Draft) -> bool:
    """Whether an armed group and those whom it fights speak."""
    kinds = {one.attribution.speaker_kind, other.attribution.speaker_kind}
    return SpeakerKind.ARMED_GROUP in kinds and bool(kinds & _STATE)


def _are_enemies(draft: Draft) -> bool:
    """Whether an armed group counts the soldiers whom it fights."""
    is_armed = draft.attribution.speaker_kind is SpeakerKind.ARMED_GROUP
    return is_armed and VictimAttribute.SECURITY_FORCES in draft.kinds


def _are_own(draft: Draft) -> bool:
    """Whether a side counts its own."""
    return are_own_people(draft.victims.text if draft.victims is not None else None)


def clash(one: Draft, other: Draft) -> bool:
    """Whether the nouns name other victims: fighters and civilians, two peoples."""
    if {VictimAttribute.COMBATANT, VictimAttribute.CIVILIAN} <= one.kinds ^ other.kinds:
        return True
    return _names_people(one) and _names_people(other) and one.lemma != other.lemma


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
        return whole.entry in _ANYBODY and not _names_people(whole) and tells_who
    held = frozenset().union(*(_WITHIN.get(kind, frozenset()) for kind in whole.kinds))
    return bool(part.kinds & held) and part.kinds != whole.kinds


def _names_people(draft: Draft) -> bool:
    """Whether the noun is a people's name: "four Afghans"."""
    noun = draft.noun
    return draft.entry in {None, "peoples"} and noun is not None and noun.text[:1].isupper()
