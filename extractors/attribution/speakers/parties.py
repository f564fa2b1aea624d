"""Groups and governments among the speakers."""

from collections.abc import Mapping

from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.victims.document_groups import DocumentGroups
from extractors.victims.group_lexicon import demonyms
from extractors.victims.group_mentions import GroupRole
from schemas import SpeakerKind


def government_named(phrase: str) -> str | None:
    """The government that a phrase stands for: a country, its capital, or "the Lurian government".

    Args:
        phrase: A source.

    Returns:
        "Government of …", or none.
    """
    match = pattern("the-government").fullmatch(phrase.strip())
    whose = (match["of"] or match["whose"]) if match else phrase
    plain = pattern("leading-the").sub("", whose.strip()).casefold()
    names = _adjectives() if match and match["whose"] else _places()
    country = names.get(plain) or _places().get(plain)
    return f"Government of {country}" if country else None


def state_names(name: str) -> tuple[str, ...]:
    """The names, adjectives and capitals of the state that a name stands for."""
    plain = name.casefold()
    for entry in demonyms().values():
        every = (*entry.names, *entry.adjectives, *entry.capitals)
        if entry.state and plain in {each.casefold() for each in every}:
            return every
    return (name,)


def kind_of_party(groups: DocumentGroups, phrase: str) -> SpeakerKind | None:
    """The sort of the group that a phrase of a document names, where it names one.

    Args:
        groups: The groups of the document.
        phrase: The words.

    Returns:
        Armed group or military, or none.
    """
    for mention in groups.find(phrase):
        if mention.group is None or mention.role not in {
            GroupRole.NAMED,
            GroupRole.FORCE,
            GroupRole.HOME,
        }:
            continue
        return SpeakerKind.ARMED_GROUP if mention.group.is_armed else SpeakerKind.MILITARY
    return None


def names_party(groups: DocumentGroups, phrase: str) -> bool:
    """Whether a phrase of a document is the name of a group."""
    return any(mention.role is GroupRole.NAMED for mention in groups.find(phrase))


@per_language
def _places() -> Mapping[str, str]:
    """States by their first names and their capitals: a part of a state does not speak for it."""
    return {
        name.casefold(): entry.names[0]
        for entry in demonyms().values()
        if entry.state and entry.names
        for name in (entry.names[0], *entry.capitals)
    }


@per_language
def _adjectives() -> Mapping[str, str]:
    return {
        name.casefold(): entry.names[0]
        for entry in demonyms().values()
        if entry.state and entry.names
        for name in entry.adjectives
    }
