"""The words of harm, of people and of things, with their inflections."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from extractors.languages.context_words import words_of
from extractors.languages.lexicon import EntryT, LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language
from schemas import Harm
from schemas.terms import VictimAttribute

LITERAL_VICTIMS = ("fighters", "prisoners")
"""Entries of `people.yml` whose people a figure of speech tells of literally: "caught a rebel"."""

SIDES = ("fighters", "soldiers", "police")
"""Entries of `people.yml` that take a side: who kills of one is not who is killed of it."""


class HarmWord(LexiconEntry):
    """Words that tell a harm, and where in the sentence its victims stand.

    Attributes:
        harm: The harm.
        frame: The construction that it triggers (see the head of `harms.yml`).
        part: Whether its first word is inflected as a verb, as a noun, or not at all.
        weak: Whether the words have other senses, so that only known nouns of people count.
        figurative: Whether it is often a figure of speech where no number is told.
        alone: Whether a number without a noun counts people though the words are weak.
        only: The entries of `people.yml` that the victims must be of; empty for any.
        denies_only: Whether it tells a harm only where nobody suffered it: "no one was affected".
        counted: Whether a number before a noun counts victims: not in "three massacres".
        governed_by: Kind of context words of which a noun needs one to count the harmed: "claimed
            five lives"; empty where it counts them by itself.
    """

    harm: Harm
    frame: str
    part: Literal["verb", "noun", "fixed"]
    weak: bool = False
    figurative: bool = False
    alone: bool = False
    only: tuple[str, ...] = ()
    denies_only: bool = False
    counted: bool = True
    governed_by: str = ""

    def keys(self) -> Iterator[str]:
        """A word may take its victims in more than one place."""
        yield from (f"{self.frame}:{word}" for word in self.words)


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


class Inflections(LexiconEntry):
    """Irregular forms by their base.

    Attributes:
        part: Whether the words are verbs or nouns; "gun" and "round" are both.
        forms: The forms of each base, without it.
    """

    part: Literal["verb", "noun"]
    forms: Mapping[str, tuple[str, ...]]


@per_language
def _irregular(part: str) -> dict[str, tuple[str, ...]]:
    entries = load_lexicon("inflections", Inflections)
    of_part = (entry for entry in entries if entry.part == part)
    return {base: forms for entry in of_part for base, forms in entry.forms.items()}


def inflect(base: str, *, verb: bool) -> tuple[str, ...]:
    """List the forms of a word, the base first.

    Args:
        base: A single word.
        verb: Whether it is a verb; otherwise it is a noun.
    """
    irregular = _irregular("verb" if verb else "noun")
    if base in irregular:
        return (base, *irregular[base])
    return active_pack().inflect(base, verb)


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    return active_pack().inflect(noun, False)[-1]


@per_language
def verb_entries() -> tuple[HarmWord, ...]:
    """The entries whose words are verbs."""
    entries = load_lexicon("harms", HarmWord)
    return tuple(entry for entry in entries if entry.part == "verb")


@per_language
def harm_forms() -> dict[str, tuple[tuple[HarmWord, tuple[str, ...]], ...]]:
    """Every first word of a harm in all its forms, with what must follow it.

    The value lists, for each reading, the entry and the words after the first ("put to death"
    gives "put", "puts" … with ("to", "death")); readings with more words come first.
    """
    table: dict[str, list[tuple[HarmWord, tuple[str, ...]]]] = defaultdict(list)
    for entry in load_lexicon("harms", HarmWord):
        for phrase in entry.words:
            first, *rest = phrase.split()
            for form in _forms_of(entry, first):
                table[form].append((entry, tuple(rest)))
    return {form: tuple(sorted(all_, key=lambda r: -len(r[1]))) for form, all_ in table.items()}


def _forms_of(entry: HarmWord, word: str) -> tuple[str, ...]:
    return (word,) if entry.part == "fixed" else inflect(word, verb=entry.part == "verb")


@per_language
def governing_words() -> dict[str, frozenset[str]]:
    """Nouns that count the harmed only with other words, and these: "claimed five lives"."""
    entries = (entry for entry in load_lexicon("harms", HarmWord) if entry.governed_by)
    return {word: words_of(entry.governed_by) for entry in entries for word in entry.words}


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
