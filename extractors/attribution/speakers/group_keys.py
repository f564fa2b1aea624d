"""The group of the registry that a body is, under whichever of its names a document calls it."""

from collections import Counter
from collections.abc import Mapping

from extractors.attribution.speakers.countries import without_country
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.victims.document_groups import DocumentGroups
from extractors.victims.group_lexicon import (
    Group,
    GroupEntry,
    GroupKind,
    demonyms,
    nouns,
    registry,
)
from extractors.victims.group_mentions import GroupRole
from extractors.victims.spelling import split_words
from schemas.attribution import GROUP_KEY

_MUCH_OFTENER = 3
"""How many times as often as any other a group is named that a text's "the rebels" are."""


def find_group_key(groups: DocumentGroups, body: str, source: str) -> str | None:
    """Find the known group that a body is.

    Args:
        groups: The groups of the document.
        body: The body in the document's fullest words.
        source: The source as written, with its article.

    Returns:
        The name that the registry of groups gives it; null where its words name none, or more.
    """
    named = [mention for mention in groups.find(body) if mention.role is GroupRole.NAMED]
    if len(named) == 1:
        around = f"{body[: named[0].start]} {body[named[0].end :]}"
        return _key(named[0].group) if _is_plain(without_country(around)) else None
    is_meant = pattern("definite-determiner").match(source) is not None
    if named or not (is_meant and _is_fighting(body)):
        return None
    return _key(_only_group(groups))


def ruled(groups: DocumentGroups, body: str) -> tuple[str, str | None]:
    """A body without the group that runs it, and the country in which that group governs."""
    match = pattern("run-by-group").search(body)
    found = groups.find(match["group"]) if match else ()
    for mention in found:
        entry = _known().get(mention.group.name) if mention.group else None
        if match and entry and entry.governs:
            return body[match.end() :], demonyms()[entry.countries[0]].iso
    return body, None


def _key(group: Group | None) -> str | None:
    if group is None or group.name not in _known():
        return None
    return f"{GROUP_KEY}{group.name}"


@per_language
def _known() -> Mapping[str, GroupEntry]:
    """The armed groups of the registry: a state's force has its country's key."""
    return {
        entry.name: entry for entry in registry().values() if entry.kind is GroupKind.ARMED_GROUP
    }


def _is_plain(words: str) -> bool:
    """Whether words only tell that a group fights: "guerrillas", "the rebel"; "Al-" tells less."""
    plain = nouns("armed") | nouns("armed_adjective") | nouns("body") | nouns("membership")
    plain |= speech_words("particle-of-name")
    return all(word.key in plain for word in split_words(words))


def _is_fighting(body: str) -> bool:
    """Whether a body is told as fighters and by no name: "rebels", "terrorist group"."""
    fighting = nouns("armed") | nouns("armed_adjective")
    keys = [word.key for word in split_words(body)]
    is_description = body.rsplit(maxsplit=1)[-1].islower()
    return is_description and _is_plain(body) and any(key in fighting for key in keys)


def _only_group(groups: DocumentGroups) -> Group | None:
    """The armed group that a document names, or much oftener than any other."""
    named = Counter(
        mention.group
        for mention in groups.mentions
        if mention.role is GroupRole.NAMED and mention.group and mention.group.is_armed
    ).most_common(2)
    if not named or (len(named) > 1 and named[0][1] < _MUCH_OFTENER * named[1][1]):
        return None
    return named[0][0]
