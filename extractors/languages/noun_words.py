"""Nouns of people and of things, in singular and plural."""

from collections.abc import Iterable

from extractors.languages.inflections import inflect
from extractors.languages.lexicon import EntryT, LexiconEntry, load_lexicon
from extractors.languages.pack import per_language
from schemas.terms import VictimAttribute

LITERAL_VICTIMS = ("fighters", "prisoners")
"""Entries of `people.yml` whose people a figure of speech tells of literally: "caught a rebel"."""

SIDES = ("fighters", "soldiers", "police")
"""Entries of `people.yml` that take a side: who kills of one is not who is killed of it."""


class PeopleWord(LexiconEntry):
    """Nouns of people, and what they tell besides the number.

    Attributes:
        attributes: What the word tells of the victims.
        anyone: Whether it can name the same people as any other noun.
        one_side: Whether two nouns of the entry can name the same people.
        open_side: Whether it leaves open to which side someone belongs.
    """

    attributes: tuple[VictimAttribute, ...] = ()
    anyone: bool = False
    one_side: bool = False
    open_side: bool = False


class ThingWord(LexiconEntry):
    """Nouns of what is no person, and the reason that a refusal gives."""

    reason: str


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
