"""Rules for words that point back: pronouns, possessives, definite descriptions."""

from extractors.languages.context_words import words_of
from extractors.victims.group_lexicon import is_noun, nouns
from extractors.victims.group_mentions import GroupMention, GroupRole
from extractors.victims.group_phrases import (
    ALL,
    CIVILIANS,
    COMBATANTS,
    by_description,
    find_named,
    is_other_than_named,
    name_group,
)
from extractors.victims.spelling import split_words
from extractors.victims.victim_groups import GroupContext, VictimPhrase
from schemas import SpeakerKind

_NEXT = 40
"""Characters that two words take."""


def by_pointer(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Words that point back: "its members", "five of them", "supporters of the movement"."""
    if is_other_than_named(victims):
        return None
    if victims.keys & nouns("first_person"):
        return name_group(context.said_by, context)
    if victims.head in words_of("plural-demonstrative"):
        return context.related  # "those killed" says itself who they are
    if victims.head in nouns("pronoun"):
        return context.related or _before(context, plural=True)
    if _mentions_body(victims):
        return _before(context, plural=False) or context.groups.first_armed(context.attackers)
    return _of_owner(victims, context) or _of_repetition(victims, context)


def _of_owner(victims: VictimPhrase, context: GroupContext) -> str | None:
    """The owner of the victims: "its members", "their fighters", "her followers"."""
    of_one = victims.keys & words_of("owner-one")
    owned = of_one | victims.keys & words_of("owner-group")
    if not owned or not any(is_noun("membership", head) for head in victims.heads):
        return None
    if of_one:
        beside = _before(context, plural=False, sentences=1)
        own = _leader_before(context) or _speakers_force(context)
        return own or beside or _speakers_own(context)
    own = _speakers_own(context)
    if own or "security_forces" in victims.attributes:
        return own
    if context.speaker_kind is SpeakerKind.ARMED_GROUP:
        return COMBATANTS if "combatant" in victims.attributes else ALL
    beside = _before(context, plural=False)
    is_force = beside in {group.name for group in context.groups.forces}
    if is_force and context.speaker_kind is SpeakerKind.POLITICAL_PARTY:
        return by_description(VictimPhrase(context.speaker, None), context) or ALL
    return beside


def _speakers_force(context: GroupContext) -> str | None:
    """The forces of an officer who speaks: "the army chief of Peru said seven of his men died"."""
    mentions = context.groups.find(context.said_by)
    forces = (m.group for m in mentions if m.role is GroupRole.FORCE and m.group)
    return next((each.name for each in forces if each not in context.attackers), None)


def _leader_before(context: GroupContext) -> str | None:
    """The group of the last person named before in the sentence: "her followers"."""
    words = split_words(context.groups.text[context.sentence.start : context.start])
    leaders = (context.groups.leaders.get(word.key) for word in reversed(words))
    return next((group.name for group in leaders if group), None)


def _of_repetition(victims: VictimPhrase, context: GroupContext) -> str | None:
    """A noun said of a group before: "a Taliban leader … the leader"."""
    is_definite = bool(victims.words) and victims.words[0].text.casefold() in words_of(
        "definite-determiner"
    )
    if not is_definite or not is_noun("membership", victims.head):
        return None
    for mention in reversed(context.groups.within(0, context.start)):
        following = split_words(context.groups.text[mention.end : mention.end + _NEXT])[:2]
        if mention.group and any(word.text.casefold() == victims.head for word in following):
            return mention.group.name
    return None


def _mentions_body(victims: VictimPhrase) -> bool:
    """Whether the words hold "the group", "that movement", "the group's"."""
    words = victims.words
    return any(
        is_noun("body", word.text)
        and words[at - 1].text.casefold() in words_of("definite-singular")
        for at, word in enumerate(words)
        if at
    )


def _speakers_own(context: GroupContext) -> str | None:
    """The group that speaks, named or described, unless it says what it did."""
    if not context.speaker:
        return None
    group = find_named(context.speaker, context)
    if group is None and context.speaker_kind is SpeakerKind.ARMED_GROUP:
        return name_group(context.speaker, context)
    return group.name if group and group not in context.attackers else None


def _before(context: GroupContext, *, plural: bool, sentences: int = 3) -> str | None:
    """The group mentioned last before the claim, in its sentence or those right before.

    Common nouns of people in between end the search: "soldiers drove off the villagers; five of
    them" are villagers.
    """
    for index in range(context.sentence.index, max(-1, context.sentence.index - sentences), -1):
        sentence = context.groups.sentences[index] if index >= 0 else context.sentence
        end = min(sentence.end, context.start)
        for mention in reversed(context.groups.within(sentence.start, end)):
            if not plural and mention.role is GroupRole.SOME_FORCE:
                continue
            group = context.resolve(mention)
            if group is None or group in context.attackers or mention.role is GroupRole.HOME:
                continue
            return CIVILIANS if plural and _civilians_after(mention, end, context) else group.name
    return None


def _civilians_after(mention: GroupMention, end: int, context: GroupContext) -> bool:
    between = split_words(context.groups.text[mention.end : end])
    return any(is_noun("bystander", word.text) for word in between)
