"""The country to which a ministry, a court, an army or a police force belongs."""

from collections.abc import Iterable, Mapping

import regex

from extractors.attribution.speakers.speaker_roles import find_roles
from extractors.document.datelines import find_place
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.pack import per_language
from extractors.victims.group_lexicon import demonyms
from schemas import Attribution, SpeakerKind

STATE = frozenset(
    {SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.POLICE, SpeakerKind.COURT}
)
"""Kinds of speakers that are bodies of a state."""
_OFFICE_KINDS = STATE | {SpeakerKind.OFFICIAL}


def find_country(kind: SpeakerKind, words: Iterable[str], text: str) -> str | None:
    """Find the country of a state's body.

    Args:
        kind: What sort of speaker it is; only a state's bodies and officials have a country. The
            dateline tells that of bodies alone: officials serve where it happened.
        words: The speaker, its body and what the document says of it.
        text: The document's text, for its dateline.

    Returns:
        ISO 3166-1 alpha-2 code; null where neither the words nor the dateline tell.
    """
    if kind not in _OFFICE_KINDS:
        return None
    told = [each for each in words if each]
    for each in told:
        if (country := country_in(each)) is not None:
            return country
    if kind not in STATE:
        return None
    if any(match.role.international for each in told for match in find_roles(each)):
        return None
    place = find_place(text, REGEX_TIMEOUT)
    return country_in(place) if place else None


def are_of_one_state(one: Attribution, other: Attribution) -> bool:
    """Whether two speakers hold offices, and no words tell that they do so in two countries."""
    if not {one.speaker_kind, other.speaker_kind} <= _OFFICE_KINDS:
        return False
    told = one.speaker_country, other.speaker_country
    return None in told or told[0] == told[1]


def country_in(words: str) -> str | None:
    """The country that words name, by its name, its adjective or its capital.

    A name that a federal state bears too ("Georgia") tells no country.
    """
    for match in _names_pattern().finditer(words):
        return _codes()[match["name"].casefold()]
    return None


def without_country(words: str) -> str:
    """Words without the names and adjectives of countries: "Russia's army", "the Russian army"."""
    return _of_states().sub("", words)


@per_language
def _of_states() -> "regex.Pattern[str]":
    """Names and adjectives of states: a capital's police are the capital's."""
    return _pattern_of(
        name.casefold()
        for entry in demonyms().values()
        if entry.iso
        for name in (*entry.names, *entry.adjectives)
    )


@per_language
def _codes() -> Mapping[str, str]:
    return {
        name.casefold(): entry.iso
        for entry in demonyms().values()
        if entry.iso
        for name in (*entry.names, *entry.adjectives, *entry.capitals)
        if name not in entry.shared
    }


@per_language
def _names_pattern() -> "regex.Pattern[str]":
    return _pattern_of(_codes())


def _pattern_of(names: Iterable[str]) -> "regex.Pattern[str]":
    """Names, the longest first; a possessive ending is a group of its own."""
    ordered = "|".join(map(regex.escape, sorted(set(names), key=len, reverse=True)))
    return regex.compile(
        rf"(?<![\p{{L}}.-])(?=\p{{Lu}})(?P<name>(?i:{ordered}))(?:['’][Ss]?)?(?![\p{{L}}-])"
    )
