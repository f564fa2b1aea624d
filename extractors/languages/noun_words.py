"""Nouns of people and of things, in singular and plural."""

from collections.abc import Iterable
from typing import Literal

from extractors.languages.inflections import inflect
from extractors.languages.lexicon import EntryT, LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from schemas.terms import VictimAttribute


class PeopleWord(LexiconEntry):
    """Nouns of people, and what they tell besides the number.

    Attributes:
        attributes: What the word tells of the victims.
        anyone: Whether it can name the same people as any other noun.
        one_side: Whether two nouns of the entry can name the same people.
        open_side: Whether it leaves open to which side someone belongs.
        takes_side: Whether who is one takes a side: who kills of it is not who is killed of it.
        literal: Whether a figure of speech tells literally of them: "caught a rebel".
        anybody: Whether they are people of all sorts, whom a list can spell out.
        held: Whether others hold them, so that nobody of them is not nobody who was there.
        gender: Of whom alone the words are said; null for anybody.
    """

    attributes: tuple[VictimAttribute, ...] = ()
    anyone: bool = False
    one_side: bool = False
    open_side: bool = False
    takes_side: bool = False
    literal: bool = False
    anybody: bool = False
    held: bool = False
    gender: Literal["female", "male"] | None = None


class ThingWord(LexiconEntry):
    """Nouns of what is no person.

    Attributes:
        reason: The reason that a refusal gives.
        tells_time: Whether the words tell when something was, or how long.
        crewed: Whether their side acts through the machines that they are: "government jets".
        of_people: Whether they are bodies of people, who act: "the battalion".
    """

    reason: str
    tells_time: bool = False
    crewed: bool = False
    of_people: bool = False


@per_language
def people_words() -> dict[str, PeopleWord]:
    """Nouns of people, singular and plural."""
    return _by_form(load_lexicon("people", PeopleWord))


@per_language
def thing_words() -> dict[str, ThingWord]:
    """Nouns of things, singular and plural."""
    return _by_form(load_lexicon("things", ThingWord))


def _by_form(entries: Iterable[EntryT]) -> dict[str, EntryT]:
    return {
        form: entry
        for entry in entries
        for word in entry.words
        for form in (word, _plural_phrase(word))
    }


def _plural_phrase(phrase: str) -> str:
    *front, last = phrase.split()
    return " ".join([*front, inflect(last, verb=False)[-1]])
