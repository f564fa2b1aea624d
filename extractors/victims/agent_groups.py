"""Which group those are who are said to have done a harm, and on which side they fight."""

from collections.abc import Sequence

from extractors.languages.context_words import words_of
from extractors.victims.document_groups import DocumentGroups
from extractors.victims.group_lexicon import nouns
from extractors.victims.group_mentions import GroupMention, GroupRole
from extractors.victims.spelling import split_words
from extractors.victims.victim_groups import forces_of
from schemas import Agent, AgentSide, Span

_OF_STATE = frozenset({GroupRole.FORCE, GroupRole.SOME_FORCE, GroupRole.COUNTRY})


def describe_agent(span: Span, groups: DocumentGroups) -> Agent:
    """Tell by the words for an agent its group and its side.

    Nobody is blamed by a name that the words do not hold: "gunmen" are no group, whatever group
    the document is about. A country's raid is one of its forces, and where the document knows the
    forces of one country alone, "the army" is theirs.

    Args:
        span: The agent's words.
        groups: The groups of its document.
    """
    mentions = [m for m in groups.find(span.text) if m.role is not GroupRole.HOME]
    side = _find_side(span.text, mentions)
    return Agent(**span.model_dump(), group=_find_group(mentions, side, groups), side=side)


def _find_side(words: str, mentions: Sequence[GroupMention]) -> AgentSide | None:
    """Tell whether words mean a state or those who fight one.

    "Syrian rebels" and "opposition forces" are an armed group, whatever country or force is named
    beside; "a pro-government militia" can be either, as can "gangs".
    """
    bare = _words_beside(words, mentions)
    is_state = not bare.isdisjoint(words_of("state-side"))
    if any(map(_is_armed, mentions)) or bare & nouns("armed_adjective"):
        return None if is_state else AgentSide.ARMED_GROUP
    if is_state or any(map(_is_of_state, mentions)):
        return AgentSide.STATE
    return None


def _words_beside(words: str, mentions: Sequence[GroupMention]) -> set[str]:
    """The words that belong to no mention, in lower case."""
    return {
        word.text.casefold()
        for word in split_words(words)
        if not any(mention.start <= word.start < mention.end for mention in mentions)
    }


def _find_group(
    mentions: Sequence[GroupMention], side: AgentSide | None, groups: DocumentGroups
) -> str | None:
    named = [mention.group for mention in mentions if mention.group is not None]
    if side is AgentSide.ARMED_GROUP:
        return next((group.name for group in named if group.is_armed), None)
    if side is None or named:
        return named[0].name if named else None
    forces = [found for mention in mentions if (found := forces_of(mention)) is not None]
    if any(mention.role is GroupRole.SOME_FORCE for mention in mentions) and not forces:
        forces = list(groups.forces) if len(groups.forces) == 1 else []
    return forces[0].name if forces else None


def _is_armed(mention: GroupMention) -> bool:
    named = mention.group is not None and mention.group.is_armed
    return named or mention.role is GroupRole.SOME_ARMED


def _is_of_state(mention: GroupMention) -> bool:
    named = mention.group is not None and not mention.group.is_armed
    return named or mention.role in _OF_STATE
