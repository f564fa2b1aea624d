"""What all names of a body come to: "Russia's Ministry of Defence", "Russian Defense Ministry"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from extractors.attribution.speakers.countries import STATE, country_in, without_country
from extractors.attribution.speakers.group_keys import find_group_key, ruled
from extractors.attribution.speakers.speaker_roles import head_role
from extractors.languages.inflections import plural
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.victims.document_groups import DocumentGroups
from extractors.victims.spelling import split_words
from schemas import SpeakerKind
from schemas.name_words import spellings


class Office(LexiconEntry):
    """Names of a state's body, or words around such names; `offices.yml` explains the kinds."""

    kind: Literal["office", "council", "sole-office", "calling", "leading", "modifier"]
    heads: str | None = None


@dataclass(frozen=True, slots=True)
class BodyKey:
    """What all names of a body come to.

    Attributes:
        key: Its words in one form and order, or its group in the registry of groups.
        country: ISO 3166-1 alpha-2 code of the country that its names tell.
    """

    key: str
    country: str | None = None


def find_body_key(
    groups: DocumentGroups, body: str, source: str, kind: SpeakerKind
) -> BodyKey | None:
    """Find what makes a body one with the others that bear its names.

    Args:
        groups: The groups of the document.
        body: The body in the document's fullest words.
        source: The source as written, with its article.
        kind: What sort of speaker it is.

    Returns:
        The key of a state's body, of a body of a calling or of a known group; else none.
    """
    if (group := find_group_key(groups, body, source)) is not None:
        return BodyKey(group)
    plain, ruled_country = ruled(groups, pattern("country-described").sub("", body))
    words = tuple(_words(without_country(plain)))
    country = country_in(plain) or ruled_country
    if words in _offices():
        return BodyKey(_offices()[words], country)
    own = tuple(word for word in words if word not in office_words("leading"))
    if words and _is_of_state(plain, kind):
        return BodyKey(" ".join(words), country)
    return BodyKey(" ".join(own), country) if _is_of_calling(own) else None


def office_key(name: str) -> str:
    """What the names of an office come to, its country left out."""
    words = tuple(_words(without_country(name)))
    return _offices().get(words, " ".join(words))


def _is_of_state(body: str, kind: SpeakerKind) -> bool:
    """Whether a body is a state's, by its own words and by what its speaker is."""
    role = head_role(body)
    return role is not None and role.number == "group" and {role.kind, kind} <= STATE


def _is_of_calling(words: tuple[str, ...]) -> bool:
    """Whether a body is told by a calling and a noun of bodies alone: "doctors' committee"."""
    councils, callings = office_words("council").keys(), office_words("calling").keys()
    told = frozenset(words)
    return bool(told & councils) and bool(told & callings) and told <= councils | callings


def _words(name: str) -> list[str]:
    """The telling words of a name in one spelling and number, by the alphabet."""
    small = (
        speech_words("small-word") | speech_words("determiner") | office_words("modifier").keys()
    )
    found = [word.text.casefold().rstrip("'’") for word in split_words(name)]
    told = [spellings().get(word, word) for word in found if word not in small]
    return sorted({_singular().get(word, word) for word in told})


@per_language
def _singular() -> Mapping[str, str]:
    return {plural(word): word for word in office_words("calling")}


@per_language
def _offices() -> Mapping[tuple[str, ...], str]:
    return {
        tuple(_words(name)): " ".join(sorted(entry.id.split("-")))
        for entry in _entries("office")
        for name in entry.words
    }


@per_language
def office_words(kind: str) -> Mapping[str, str]:
    """Words of one kind, with the name that stands for all of an entry's."""
    return {word: entry.id for entry in _entries(kind) for word in entry.words}


@per_language
def body_headed() -> Mapping[str, str]:
    """The body that the holder of a sole office speaks for, by the office's words."""
    return {
        word: each.heads for each in _entries("sole-office") for word in each.words if each.heads
    }


def _entries(kind: str) -> Iterator[Office]:
    return (entry for entry in load_lexicon("offices", Office) if entry.kind == kind)
