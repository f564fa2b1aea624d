"""What sort of speaker a description tells of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import regex
from pydantic import Field

from extractors.document.text import time_limit
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language
from extractors.languages.patterns import pattern
from schemas import SpeakerKind

Number = Literal["person", "people", "group", "document"]

_TOKEN = regex.compile(r"[\p{L}\p{M}\d]+(?:[.'’-][\p{L}\p{M}\d]+)*\.?")
_LONGEST_TERM = 5
_OF_MEMBERS = frozenset({SpeakerKind.WITNESS, SpeakerKind.PERSON, SpeakerKind.COURT})
"""Kinds that words for a body's members or aims have when they stand alone: "Workers"."""
_TITLE_OF_NAME = regex.compile(r"\p{Lu}[\p{L}.]*(?:\s\p{Lu}|$)")


class SpeakerRole(LexiconEntry):
    """Words that tell what sort of speaker a source is.

    Attributes:
        kind: The sort of speaker.
        weight: How much the words decide against others of the same description.
        number: Whether they tell of a person, several, an organisation or a document.
        title: Whether they can stand before a name without being part of it.
        bare: Whether "the …" points back to somebody introduced before.
        adjective: Whether the words tell what somebody does, and name no body alone.
        international: Whether a force so called belongs to several countries.
        of_any_body: Whether it is as often of a union or a party as of a state: "president".
        surname: Whether it is also somebody's name, as which it follows another: "Omar Sana".
        field: Whether "for" names the field of the office ("commissioner for refugees"), not the
            body that it belongs to.
    """

    kind: SpeakerKind
    weight: int = Field(ge=1, le=4)
    number: Number = Field(alias="is")
    title: bool = False
    bare: bool = False
    adjective: bool = False
    international: bool = False
    of_any_body: bool = False
    surname: bool = False
    field: bool = False

    def keys(self) -> Iterator[str]:
        """A word may be a title and a calling: "father"."""
        yield from (f"{word}{' title' if self.title else ''}" for word in self.words)


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A role found in a text.

    Attributes:
        role: The entry.
        text: The words.
        start: Offset of its first character.
        end: Offset after its last character.
    """

    role: SpeakerRole
    text: str
    start: int
    end: int

    @property
    def number(self) -> Number:
        """Whether the words stand for one or several; the lexicon lists both together."""
        if self.role.number == "person" and pattern("plural-role").search(self.text):
            return "people"
        return self.role.number


@per_language
def _terms() -> Mapping[tuple[str, ...], SpeakerRole]:
    terms: dict[tuple[str, ...], SpeakerRole] = {}
    for role in load_lexicon("roles", SpeakerRole):
        for word in role.words:
            terms.setdefault(tuple(_words(word)), role)
            first, _, last = word.rpartition(" ")
            if first:  # "a human-rights group", "Lt-Col Lal"
                terms.setdefault((first.replace(" ", "-"), last), role)
                terms.setdefault((word.replace(" ", "-").replace(".", ""),), role)
    for words, role in list(terms.items()):
        if role.number == "person":
            terms.setdefault((*words[:-1], _plural(words[-1])), role)
    return terms


@per_language
def _first_words() -> frozenset[str]:
    return frozenset(term[0] for term in _terms())


@per_language
def _callings() -> Mapping[tuple[str, ...], SpeakerRole]:
    """The words that are a title before a name and a calling elsewhere: "father"."""
    return {
        tuple(_words(word)): role
        for role in load_lexicon("roles", SpeakerRole)
        if not role.title and role.number == "person"
        for word in role.words
    }


def _plural(word: str) -> str:
    return active_pack().inflect(word, False)[-1]


def _words(text: str) -> list[str]:
    return [_plain(match.group()) for match in _TOKEN.finditer(text)]


def _plain(word: str) -> str:
    return word.rstrip(".").lower().removesuffix("'s")


def find_roles(text: str) -> list[RoleMatch]:
    """Find the role words of a description, the longest first where several start together."""
    tokens = list(_TOKEN.finditer(text.replace("’", "'"), timeout=time_limit(text)))
    words = [_plain(token.group()) for token in tokens]
    found, place = [], 0
    while place < len(tokens):
        if words[place] not in _first_words():
            place += 1
            continue
        for length in range(min(_LONGEST_TERM, len(tokens) - place), 0, -1):
            term = tuple(words[place : place + length])
            role = _terms().get(term)
            if role is not None:
                start, end = tokens[place].start(), tokens[place + length - 1].end()
                if role.title and not _TITLE_OF_NAME.match(text, start):
                    role = _callings().get(term, role)
                if not (role.surname and _follows_given_name(text, start, end)):
                    found.append(RoleMatch(role, text[start:end], start, end))
                place += length
                break
        else:
            place += 1
    return found


def _follows_given_name(text: str, start: int, end: int) -> bool:
    """Whether a word is a surname: "Omar Sana", and neither "agency Sana" nor "Ruda's SANA"."""
    before = text[:start].split()[-1:]
    is_name = bool(before) and pattern("given-name").fullmatch(before[0]) is not None
    return is_name and not text[start:end].isupper() and not find_roles(before[0])


def role_of(description: str) -> SpeakerRole | None:
    """The role that decides what sort of speaker a description tells of.

    The words before the first preposition count first: in "a nurse at the police hospital" the
    nurse. Of equal weights the last wins: "army radio" is a radio.
    """
    head_start, head_end = _head_bounds(description)
    matches = _beside_bodies(find_roles(description), description)
    matches = [match for match in matches if match.start >= head_start]
    head = [match for match in matches if match.end <= head_end]
    if head and all(match.role.of_any_body for match in head):
        head = [match for match in matches if match.number == "group"] or head
    strong = [match for match in head if match.role.weight > 1] or [
        match for match in matches if match.role.weight > 1
    ]
    # "head of the Miners party": the head of anything, and a party by its name
    candidates = strong or _named_bodies(matches, description) or head or matches
    if not candidates:
        return None
    heaviest = max(match.role.weight for match in candidates)
    return [match.role for match in candidates if match.role.weight == heaviest][-1]


def _beside_bodies(matches: list[RoleMatch], description: str) -> list[RoleMatch]:
    """The roles but for those in a body's name: "the Miners' party", "Union of Prisoners"."""
    bodies = _named_bodies(matches, description)
    return [
        match
        for match in matches
        if match.role.kind not in _OF_MEMBERS
        or match.number == "group"
        or not match.text[0].isupper()
        or not any(_is_one_name(description, match, body) for body in bodies)
    ]


def _named_bodies(matches: list[RoleMatch], description: str) -> list[RoleMatch]:
    """The organisations that are called by a name: "the Miners party", "the Union of Prisoners"."""
    return [
        match
        for match in matches
        if match.number == "group"
        and any(
            word[0].isupper() for word in (*description[: match.start].split()[-1:], match.text)
        )
    ]


def _is_one_name(description: str, one: RoleMatch, other: RoleMatch) -> bool:
    """Whether two roles stand in one name."""
    between = description[min(one.end, other.end) : max(one.start, other.start)]
    return pattern("inside-body-name").fullmatch(between) is not None


def head_match(description: str) -> RoleMatch | None:
    """The role that the head noun names: the last before the first preposition."""
    start, end = _head_bounds(description)
    head = [match for match in find_roles(description[:end]) if match.start >= start]
    return head[-1] if head else None


def _head_bounds(description: str) -> tuple[int, int]:
    """Where the head noun of a description stands: in "a group of nurses" they are the head."""
    several = pattern("several-of").match(description)
    start = several.end() if several and find_roles(description[several.end() :]) else 0
    first_break = pattern("role-boundary").search(description, start + 1)
    return start, first_break.start() if first_break else len(description)


def head_role(description: str) -> SpeakerRole | None:
    """What `head_match` finds, without its place."""
    match = head_match(description)
    return match.role if match else None


def head_number(description: str) -> Number | None:
    """Whether a description tells of a person, several, an organisation or a document."""
    match = head_match(description)
    return match.number if match else None


def is_media(description: str) -> bool:
    """Whether a description tells of a news medium."""
    role = role_of(description)
    return role is not None and role.kind is SpeakerKind.MEDIA and role.number == "group"
