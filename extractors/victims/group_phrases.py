"""Rules that read the victims' words: names, residents, descriptions, common nouns, nationals."""

from collections.abc import Iterable

from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.victims.attributes import people_id
from extractors.victims.group_lexicon import Group, demonyms, is_noun, nouns
from extractors.victims.group_mentions import GroupRole
from extractors.victims.victim_groups import GroupContext, VictimPhrase
from schemas import SpeakerKind
from schemas.terms import VictimAttribute

ALL = "all"
CIVILIANS = "civilians"
COMBATANTS = "combatants"
FORCES = "security forces"
CLASSES = (
    ("journalist", "journalists"),
    ("official", "officials"),
    ("civilian", CIVILIANS),
    ("medic", CIVILIANS),
    ("children", CIVILIANS),
    ("elderly", CIVILIANS),
)
"""Attributes that are a group of their own, where no side is named."""
_CIVIL = {
    VictimAttribute.CIVILIAN,
    VictimAttribute.JOURNALIST,
    VictimAttribute.MEDIC,
    VictimAttribute.CHILDREN,
}


def by_residence(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Residents of a place where a group lives are the group: "camp residents"."""
    if not context.groups.homes or not any(is_noun("resident", head) for head in victims.heads):
        return None
    mentions = context.groups.find(victims.phrase or "")
    home = next((m.group for m in mentions if m.role is GroupRole.HOME), None)
    if home is not None:
        return home.name
    in_camp = any(is_noun("home", key) for key in victims.keys)
    is_elsewhere = any(word.text[0].isupper() for word in victims.words[1:]) or any(
        is_noun("locality", word.text) for word in victims.words
    )
    is_bare = is_noun("dweller", victims.head) and not is_elsewhere
    if not (in_camp or is_bare) or any(m.group or m.country for m in mentions):
        return None
    before = [m for m in context.groups.homes if m.start < context.start]
    nearest = (before or context.groups.homes)[-1 if before else 0]
    return nearest.group.name if nearest.group else None


def by_name(victims: VictimPhrase, context: GroupContext) -> str | None:
    """A name in the words: "PKK fighters", "Iraqi riot police", "members of the Taliban"."""
    if is_other_than_named(victims):
        return None
    mentions = context.groups.find(victims.phrase or victims.noun or "")
    named = [
        m.group.name for m in mentions if m.group and m.role in {GroupRole.NAMED, GroupRole.FORCE}
    ]
    if not named:
        return None
    if "civilian" in victims.attributes and len(victims.heads) > 1:
        return ALL
    return " and ".join(dict.fromkeys(named))


def is_other_than_named(victims: VictimPhrase) -> bool:
    """Whether a group in the words is not the victims': "relatives of the rebels"."""
    if any(is_noun("captive", head) or is_noun("kin", head) for head in victims.heads):
        return True
    is_member = is_noun("membership", victims.head)
    return bool(victims.attributes & _CIVIL) and not is_member and len(victims.heads) == 1


def by_person(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Someone whom the document calls a leader of a group: "Ms Ruiz"."""
    names = [word for word in victims.words if word.text[0].isupper()]
    group = context.groups.leaders.get(names[-1].key) if names else None
    return group.name if group and names[-1] is victims.words[-1] else None


def by_loss(victims: VictimPhrase, context: GroupContext) -> str | None:
    """The side that lost them: "the army lost 12 of its men", "Mali lost two soldiers"."""
    for loser in (VictimPhrase(phrase, None) for phrase in context.losers):
        if loser.keys & nouns("first_person"):
            is_force = "security_forces" in victims.attributes
            return name_group(context.said_by, context) or (FORCES if is_force else None)
        side = by_name(loser, context) or by_kind(loser, context)
        countries = countries_in(loser, context)
        is_armed = "combatant" in victims.attributes
        if side is None and countries and (is_armed or "security_forces" in victims.attributes):
            return demonyms()[countries[0]].forces.name
        # of a side that no group is known for, and not of the one told before
        is_named = any(word.text[0].isupper() for word in loser.words[1:])
        return COMBATANTS if side is None and is_named and is_armed else side
    return None


def by_description(victims: VictimPhrase, context: GroupContext) -> str | None:
    """A group that is only described: "members of an exiled opposition faction"."""
    words = victims.words
    for at, word in enumerate(words):
        described = any(is_noun("armed_adjective", w.text) for w in words[max(0, at - 3) : at])
        if described and is_noun("body", word.text):
            armed = _of_country(context.groups.armed, countries_in(victims, context))
            return next((group.name for group in armed if group not in context.attackers), None)
    return None


def by_exile(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Exiles and dissidents are the group that the document describes in these words."""
    is_exile = any(is_noun("exile", head) for head in victims.heads)
    countries = countries_in(victims, context)
    if not context.groups.is_of_exiles or not (is_exile or is_national(victims, context)):
        return None
    for group in context.groups.armed[:1]:
        if not countries or set(countries) & set(group.countries[:1]):
            return group.name
    return None


def is_national(victims: VictimPhrase, context: GroupContext) -> bool:
    """Whether the words name people by their country: "six Tajiks", "nine Chinese"."""
    mentions = context.groups.find(victims.phrase or victims.noun or "")
    if not victims.heads or victims.head in _nationals():
        return bool(victims.heads)
    return any(m.role is GroupRole.NATIONAL for m in mentions)


def countries_in(victims: VictimPhrase, context: GroupContext) -> tuple[str, ...]:
    """The countries and peoples that the words name."""
    mentions = context.groups.find(victims.phrase or victims.noun or "")
    return tuple(m.country for m in mentions if m.country)


@per_language
def _nationals() -> frozenset[str]:
    """What nationals of all countries are called, in lower case."""
    return frozenset(name.casefold() for each in demonyms().values() for name in each.nationals)


def by_kind(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Common nouns: the militants, the troops, reporters, villagers."""
    kinds = victims.attributes
    if "civilian" in kinds and kinds & {"combatant", "security_forces"} and len(victims.heads) > 1:
        return ALL
    if all(is_noun("criminal", head) for head in victims.heads):
        return None
    if is_noun("member", victims.head) and _is_of_armed_body(victims):
        return _armed_side(victims, context)
    if is_noun("member", victims.head) and _names_force(victims, context):
        return _force_side(victims, context)
    if "combatant" in kinds and not kinds & _CIVIL:
        is_of_either = all(people_id(head) == "combatants" for head in victims.heads)
        is_for_state = any(is_noun("loyal", word.text) for word in victims.words)
        return COMBATANTS if is_of_either or is_for_state else _armed_side(victims, context)
    if "security_forces" in kinds and not kinds & _CIVIL:
        return _force_side(victims, context)
    classes = dict.fromkeys(name for kind, name in CLASSES if kind in kinds)
    if len(classes) == 1 or (classes and len(victims.heads) == 1):
        return next(iter(classes))
    if classes:
        return ALL
    return CIVILIANS if any(is_noun("bystander", head) for head in victims.heads) else None


def _names_force(victims: VictimPhrase, context: GroupContext) -> bool:
    """Whether the words hold a common noun for forces: "members of the military"."""
    mentions = context.groups.find(victims.phrase or victims.noun or "")
    return any(mention.role is GroupRole.SOME_FORCE for mention in mentions)


def _armed_side(victims: VictimPhrase, context: GroupContext) -> str:
    countries = countries_in(victims, context)
    candidates = _of_country(_sentence_first(context.groups.armed, context, armed=True), countries)
    if candidates:
        return candidates[0].name
    if countries:
        return demonyms()[countries[0]].fighters.name
    # members of what no text calls armed are no fighters
    is_unknown = all(is_noun("member", head) for head in victims.heads)
    return ALL if is_unknown and not _is_of_armed_body(victims) else COMBATANTS


def _is_of_armed_body(victims: VictimPhrase) -> bool:
    """Whether those told are members of fighters: "members of a rebel army", "of the Front"."""
    words = victims.words
    if any(is_noun("armed", word.text) or word.key in words_of("armed") for word in words):
        return True
    return any(word.text[0].isupper() and is_noun("organ", word.text) for word in words)


def _force_side(victims: VictimPhrase, context: GroupContext) -> str:
    """The forces of the speaker's state, else of the sentence, else of the document.

    A newspaper's country says nothing: "the British daily said soldiers were killed".
    """
    is_of_state = context.speaker_kind is not SpeakerKind.MEDIA
    for mention in context.groups.find(context.said_by) if is_of_state else ():
        if mention.role is GroupRole.FORCE and mention.group:
            return mention.group.name
        if mention.country and demonyms()[mention.country].state:
            return demonyms()[mention.country].forces.name
    is_police = any(people_id(head) == "police" for head in victims.heads)
    local = context.groups.local_forces
    of_document = local if is_police else dict.fromkeys((*context.groups.forces, *local))
    candidates = _sentence_first(of_document, context, armed=False)
    return candidates[0].name if candidates else FORCES


def _sentence_first(
    of_document: Iterable[Group], context: GroupContext, *, armed: bool
) -> list[Group]:
    """The groups of one side, attackers left out, those of the sentence first."""
    sentence = context.sentence
    here = (m.group for m in context.groups.within(sentence.start, sentence.end))
    both = [group for group in here if group and group.is_armed == armed]
    return [g for g in dict.fromkeys([*both, *of_document]) if g not in context.attackers]


def _of_country(groups: Iterable[Group], countries: Iterable[str]) -> list[Group]:
    """The groups that belong to one of the countries, or that belong to none."""
    wanted = set(countries)
    return [g for g in groups if not wanted or not g.countries or wanted & set(g.countries)]


def find_named(text: str, context: GroupContext) -> Group | None:
    """The first group that a text names."""
    return next((m.group for m in context.groups.find(text) if m.group), None)


def name_group(text: str, context: GroupContext) -> str | None:
    """The group that a speaker's words name or describe: "the exiles", "leaders of the group"."""
    words = VictimPhrase(text or None, None)
    named = find_named(text, context)
    if named is not None:
        return named.name
    for rule in (by_residence, by_exile, by_description):
        found = rule(words, context)
        if found is not None:
            return found
    return None
