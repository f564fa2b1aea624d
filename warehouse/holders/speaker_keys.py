"""Who speaks in a document, and the names and keys under which its holder may stand."""

import re
from dataclasses import dataclass, replace
from functools import cache

from schemas import SpeakerKind
from schemas.attribution import GROUP_KEY, OFFICE_KEY
from schemas.name_words import small_words
from warehouse.originators.media import medium_key
from warehouse.speakers import name_key, words

STATE = {SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.POLICE, SpeakerKind.COURT}
"""Kinds whose bodies every country has, so that one belongs to its country."""
PRIVATE = {SpeakerKind.PERSON, SpeakerKind.RELATIVES, SpeakerKind.WITNESS}
"""Kinds of speakers who speak for themselves."""
SHORTEST_ACRONYM, LONGEST_ACRONYM = 3, 5
SHORTEST_IN_ANY_ORDER = 4
"""Words of a name of which any order tells the same."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a document, as its claims tell it.

    Attributes:
        document_id: The document.
        cluster_id: The first of the documents with nearly the same text.
        speaker_id: Identity of the name; empty where the document speaks itself.
        name: The name or description; the outlet's where the document speaks itself.
        kind: What sort of speaker it is.
        is_named: Whether a name, rather than a description, tells who it is.
        body: The body for which it speaks.
        aliases: What else the document calls the body, or the speaker where there is none.
        country: The country of a ministry, an army or a police force, as told.
        event_country: The country of the events that it speaks of, where there is only one.
        quoted_by: Who passes on what it says.
        sentence: Where it first tells a figure.
        body_key: What all names of the body come to; null where its own words are all that tells.
        year: The year in which the document was published.
    """

    document_id: str
    cluster_id: str
    speaker_id: str
    name: str
    kind: str
    is_named: bool
    body: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    event_country: str | None = None
    quoted_by: tuple[str, ...] = ()
    sentence: int = 0
    body_key: str | None = None
    year: int | None = None


def unnamed(speaker: Speaker) -> Speaker:
    """A speaker that only says what it is: of "NGO" nobody knows which."""
    is_person = name_key(speaker.name) != name_key(speaker.body or speaker.name)
    return replace(
        speaker,
        body=speaker.body and speaker.body.casefold(),
        is_named=speaker.is_named and is_person,
    )


def keys_of(speaker: Speaker) -> set[str]:
    """Keys under which a speaker's holder, or one that it takes over, may stand."""
    names = [*introduced(speaker), speaker.name, speaker.body or speaker.name]
    acronym = initials(speaker.body or speaker.name)
    told = [*names, *names_within(speaker), *filter(None, [acronym])]
    return {*map(name_key, told), *lookup_keys(speaker)}


def any_order_key(speaker: Speaker) -> str | None:
    """The capitalised words of a long name by the alphabet; null where their order may tell.

    "Karvat Committee of Nurses" and "Committee for Karvat Nurses" are one body.
    """
    label = speaker.body or speaker.name
    parts = sorted({name_key(word) for word in words(label) if word[0].isupper()})
    is_body = speaker.kind not in {*STATE, SpeakerKind.PERSON, SpeakerKind.MEDIA}
    is_of_body = is_body and (speaker.body is not None or not speaker.is_named)
    told = is_of_body and is_name(label) and len(parts) >= SHORTEST_IN_ANY_ORDER
    return f"words:{' '.join(parts)}" if told else None


def lookup_keys(speaker: Speaker) -> list[str]:
    """Keys under which a speaker's holder stands, the surest first."""
    own = identity_key(speaker)
    if own and (is_keyed(speaker) or own == office_key(speaker)):
        return [own]
    bare = name_key(speaker.body or speaker.name)
    is_state = speaker.kind in STATE and speaker.body is not None
    told = [own] if own else []
    if is_state or not has_name(speaker.body or speaker.name):
        return told
    return [*told, bare, *filter(None, [any_order_key(speaker)])]


def identity_key(speaker: Speaker) -> str | None:
    """What makes a speaker the same across documents; null where nothing tells who it is."""
    label = speaker.body or speaker.name
    if is_medium(speaker):
        return f"outlet:{medium_key(label)}"
    if speaker.body_key and is_keyed(speaker):
        is_group = speaker.body_key.startswith(GROUP_KEY)
        return speaker.body_key if is_group else f"{country_of(speaker)}/{speaker.body_key}"
    if not speaker.is_named and (office := office_key(speaker)):
        return office
    if speaker.body and speaker.kind in STATE:
        country = country_of(speaker)
        return f"{country}/{name_key(label)}" if country else None
    if speaker.is_named or (speaker.body and has_name(label)):
        return name_key(label)
    return None


def is_keyed(speaker: Speaker) -> bool:
    """Whether a speaker's body is one under all of its names: a group, or a country's office."""
    key = speaker.body_key
    if key is None or key.startswith(OFFICE_KEY):
        return False
    return key.startswith(GROUP_KEY) or country_of(speaker) is not None


def office_key(speaker: Speaker) -> str | None:
    """Under what stands who had an office in a year: others have it in others."""
    key, country = speaker.body_key, country_of(speaker)
    is_known = key is not None and key.startswith(OFFICE_KEY) and country and speaker.year
    return f"{country}/{key}/{speaker.year}" if is_known else None


def is_medium(speaker: Speaker) -> bool:
    """Whether an outlet or an agency speaks, by name."""
    is_named = speaker.is_named or bool(speaker.body and has_name(speaker.body))
    return speaker.kind == SpeakerKind.MEDIA and is_named


def country_of(speaker: Speaker) -> str | None:
    """The country to which a body belongs."""
    return speaker.country or speaker.event_country


def introduced(speaker: Speaker) -> list[str]:
    """Names that a document gives for a speaker's holder besides its own."""
    own = [speaker.name] if speaker.body and speaker.is_named else []
    return [alias for alias in (*own, *speaker.aliases) if has_name(alias)]


def names_within(speaker: Speaker) -> list[str]:
    """The names that may stand among the words for a body or description, the longest first.

    A name begins and ends with a capital, and no capital stands right before or after it: in
    "the coast-based Hill Relief Service which" that is "Hill Relief Service". Private people speak
    for nobody whom their description names: "opponents of Ana Brink".
    """
    if speaker.body is None and (speaker.is_named or speaker.kind in PRIVATE):
        return []
    parts = words(hyphenated_adjectives().sub(" ", speaker.body or speaker.name))
    capital = [False, *(word[0].isupper() for word in parts), False]
    starts = [at for at in range(len(parts)) if capital[at + 1] and not capital[at]]
    ends = [at + 1 for at in range(len(parts)) if capital[at + 1] and not capital[at + 2]]
    runs = [(start, end) for start in starts for end in ends if start < end]
    runs.sort(key=lambda run: run[0] - run[1])
    return [" ".join(parts[start:end]) for start, end in runs]


@cache
def hyphenated_adjectives() -> re.Pattern[str]:
    """Adjectives before a name that are no part of it: "Paris-based", "pro-government"."""
    prefix, seat = ("|".join(sorted(small_words(kind))) for kind in ("prefix", "seat"))
    return re.compile(rf"\b(?:[^\W_]+-(?:{seat})|(?:{prefix})-[^\W_]+)\b")


def is_name(label: str) -> bool:
    """Whether a label is a name, rather than a description that holds one."""
    parts = words(label)
    return bool(parts) and parts[-1][0].isupper()


def is_common(label: str) -> bool:
    """Whether a label is one common word, in capitals as a sentence or a headline writes it."""
    parts = [word for word in words(label) if word.casefold() not in small_words("determiner")]
    return len(parts) == 1 and not (parts[0].isupper() and len(parts[0]) <= LONGEST_ACRONYM)


def is_common_body(label: str) -> bool:
    """Whether a label only says what a body is: "NGO", "the monitor"."""
    return set(name_key(label).split()) <= small_words("body")


def has_name(label: str) -> bool:
    """Whether a label holds a name, as its capitals tell."""
    return any(
        word[0].isupper() and word.casefold() not in small_words("body") for word in words(label)
    )


def first_words(label: str) -> str | None:
    """The name by which a longer one is called: "Hill Observatory for Human Rights"."""
    parts = words(label)
    small = next((at for at, word in enumerate(parts) if word.islower()), len(parts))
    return " ".join(parts[:small]) if 1 < small < len(parts) else None


def initials(label: str) -> str | None:
    """The acronym that a name makes: "Hill Rescue and Relief Service" is HRRS."""
    signs = "".join(word[0] for word in words(label) if word[0].isupper())
    return signs if len(signs) >= SHORTEST_ACRONYM else None
