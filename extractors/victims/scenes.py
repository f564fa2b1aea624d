"""Rules for victims whose words leave the side open: who speaks, who was attacked where."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.document.text import Sentence, time_limit
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.victims.group_lexicon import Group, is_noun, nouns
from extractors.victims.group_mentions import GroupMention, GroupRole
from extractors.victims.group_phrases import ALL, COMBATANTS, name_group
from extractors.victims.spelling import Word, split_words
from extractors.victims.victim_groups import GroupContext, VictimPhrase, forces_of
from schemas import SpeakerKind

_NEXT = 40
"""Characters after such words in which the group stands."""
_REACH = 5
"""Words between an attack and whom it hits: "rockets hit a crowded part of Camp …"."""


def by_relation(_: VictimPhrase, context: GroupContext) -> str | None:
    """A part belongs to its whole, a denial to what it denies."""
    return context.related


def by_complement(victims: VictimPhrase, context: GroupContext) -> str | None:
    """What follows the victims' words: "people | linked to the movement were killed"."""
    after = context.start + len(victims.phrase or "")
    match = pattern("linked-with").match(context.groups.text[after : context.sentence.end])
    if match is None:
        return None
    first = after + match.end()
    for mention in context.groups.within(first, min(first + _NEXT, context.sentence.end)):
        if mention.group is not None:
            return mention.group.name
    following = split_words(context.groups.text[first : first + _NEXT])[:2]
    is_body = any(is_noun("body", word.text) for word in following)
    return context.groups.first_armed(context.attackers) if is_body else None


def by_side(_: VictimPhrase, context: GroupContext) -> str | None:
    """Whose side is told: "there were no losses on the Peruvian side"."""
    at = context.start - context.sentence.start
    match = pattern("on-a-side").match(context.text, at)
    for mention in context.groups.find(match["side"]) if match is not None else ():
        group = forces_of(mention) or context.resolve(mention)
        if group is not None:
            return group.name
    is_other = match is not None and match["side"].casefold() in words_of("other-side")
    return COMBATANTS if is_other else None


def by_clash(_: VictimPhrase, context: GroupContext) -> str | None:
    """Clashes hurt both sides, unless one side's own count is told."""
    words = split_words(context.text)
    for at, word in enumerate(words):
        if word.key in nouns("clash"):
            following = words[at + 1].key if at + 1 < len(words) else ""
            return (
                None
                if following in words_of("comitative-preposition") or _own_side(context)
                else ALL
            )
    return None


def by_speaker(victims: VictimPhrase, context: GroupContext) -> str | None:
    """A group that counts unspecified victims counts its own, unless it did it itself.

    Only where a place of its own was attacked, in this sentence or right before for "people":
    rebels in a city also count the city's dead.
    """
    own = _own_side(context)
    if own is None or own in {group.name for group in context.attackers}:
        return None
    if not context.groups.homes and _attacks_in_text(own, context):
        return None
    is_elliptical = all(head in nouns("rest") for head in victims.heads)
    reach = len(context.groups.sentences) if is_elliptical else 1
    return own if context.groups.homes or _is_camp_attacked(own, context, reach) else None


def _attacks_in_text(own: str, context: GroupContext) -> bool:
    """Whether the document tells of an attack by a group: "the rebels' raid"."""
    groups = context.groups
    mentions = [m for m in groups.mentions if m.group and m.group.name == own]
    found = ((m, groups.sentence_at(m.start)) for m in mentions if m.role is not GroupRole.HOME)
    return any(s is not None and _leads_to_attack(m, _words(s, context)) for m, s in found)


def _is_of_civil_place(context: GroupContext) -> bool:
    """Whether a sentence tells of a place where anybody can be: "dozens dead in hospital blast"."""
    return any(word.key in nouns("civil_place") for word in _words(context.sentence, context))


def _is_camp_attacked(own: str, context: GroupContext, reach: int) -> bool:
    """Whether this sentence or one before tells of an attack on a camp, and of whose it is."""
    last = context.sentence.index
    for sentence in context.groups.sentences[max(0, last - reach) : last + 1]:
        named = {m.group.name for m in context.groups.within(*_bounds(sentence)) if m.group}
        keys = {word.key for word in _words(sentence, context)}
        if own in named and keys & nouns("attack") and keys & nouns("home"):
            return True
    return False


def _bounds(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _own_side(context: GroupContext) -> str | None:
    if not context.said_by or context.speaker_kind is SpeakerKind.GOVERNMENT:
        return None
    named = name_group(context.said_by, context)
    armed = {group.name for group in context.groups.armed}
    if named is not None:
        return named if named in armed else None
    if context.speaker_kind is SpeakerKind.ARMED_GROUP and context.groups.armed:
        return context.groups.armed[0].name
    return None


def by_target(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Who was attacked: "soldiers stormed the group's camp", "they were ambushed and two died"."""
    own = context.sentence
    previous = context.groups.sentences[own.index - 1] if own.index > 0 else None
    return (
        _attacked_home(own, context)
        or _attacked_group(victims, own, context)
        or _attacked_pronoun(context)
        or _attacked_troops(victims, context)
        or (_attacked_home(previous, context) if previous and _is_bare(context) else None)
    )


def _is_bare(context: GroupContext) -> bool:
    """Whether the sentence goes on from the one before, without a group or place of its own."""
    sentence = context.sentence
    before = context.groups.sentences[sentence.index - 1]
    if any(word.key in nouns("clash") for word in _words(before, context)):
        return False
    return not any(
        m.group or m.country for m in context.groups.within(sentence.start, sentence.end)
    )


def _attacked_home(sentence: Sentence, context: GroupContext) -> str | None:
    """An attack on a place where a group lives, by others than the group."""
    words = _words(sentence, context)
    if not any(word.key in nouns("attack") for word in words):
        return None
    mentions = context.groups.within(sentence.start, sentence.end)
    home = next((m for m in mentions if m.role is GroupRole.HOME), None)
    if home is None and any(is_noun("home", word.text) for word in words):
        home = next(iter(context.groups.homes), None)
    if home is None or home.group is None:
        return None
    return None if _did_it(home.group, sentence, context) else home.group.name


def _attacked_group(victims: VictimPhrase, sentence: Sentence, context: GroupContext) -> str | None:
    """An attack on a group, with nobody else named: "a raid on the ELN left six dead"."""
    if victims.words:
        return None
    for mention in context.groups.within(sentence.start, context.start):
        if mention.group is None or mention.role is GroupRole.HOME:
            continue
        before = split_words(context.groups.text[sentence.start : mention.start])[-_REACH:]
        is_hit = any(word.key in nouns("attack") for word in before)
        if is_hit and not any(word.key in words_of("agent-preposition") for word in before):
            return None if _did_it(mention.group, sentence, context) else mention.group.name
    return None


def _attacked_pronoun(context: GroupContext) -> str | None:
    """The last group before a pronoun that was attacked: "they were ambushed by …"."""
    start = context.sentence.start
    text = context.groups.text[start : context.start]
    for match in pattern("attacked-them").finditer(text, timeout=time_limit(text)):
        following = split_words(text[match.end() :])[:2]
        preceding = split_words(text[: match.start()])[-1:]
        beside = following if match.group(1).casefold() in words_of("plural-subject") else preceding
        if any(word.key in nouns("attack") for word in beside):
            return _last_before(start + match.start(), context)
    return None


def _last_before(offset: int, context: GroupContext) -> str | None:
    for mention in reversed(context.groups.within(0, offset)):
        group = context.resolve(mention)
        if group and mention.role is not GroupRole.HOME and group not in context.attackers:
            return group.name
    return None


def _attacked_troops(victims: VictimPhrase, context: GroupContext) -> str | None:
    """An ambush on a patrol, with nobody else named, hits the forces."""
    words = split_words(context.text)
    keys = [word.key for word in words]
    if victims.words or not any(key in nouns("attack") for key in keys):
        return None
    if _is_of_civil_place(context):
        return None
    pairs = {*keys, *(f"{one} {two}" for one, two in pairwise(keys))}
    forces = [g for g in context.groups.forces if g not in context.attackers]
    return forces[0].name if forces and pairs & nouns("army_target") else None


def _did_it(group: Group, sentence: Sentence, context: GroupContext) -> bool:
    """Whether a group is the attacker: by the parse, or right before the attack."""
    if group in context.attackers:
        return True
    words = _words(sentence, context)
    return any(
        context.resolve(mention) == group and _leads_to_attack(mention, words)
        for mention in context.groups.within(sentence.start, sentence.end)
        if mention.role is not GroupRole.HOME
    )


def _leads_to_attack(mention: GroupMention, words: Sequence[Word]) -> bool:
    """Whether a mention is right before a verb of attack or after "by"."""
    before = [word for word in words if word.end <= mention.start]
    after = [word for word in words if word.start >= mention.end][:2]
    is_agent = bool(before) and before[-1].key in words_of("agent-preposition")
    is_passive = any(word.key in words_of("be-form") for word in after)
    return is_agent or (not is_passive and any(word.key in nouns("attack") for word in after))


def _words(sentence: Sentence, context: GroupContext) -> tuple[Word, ...]:
    return split_words(context.groups.text[sentence.start : sentence.end])
