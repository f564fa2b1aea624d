"""The words of harm, in all of their forms."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from extractors.constructions.registry import constructions
from extractors.languages.context_words import words_of
from extractors.languages.inflections import inflect
from extractors.languages.lexicon import LexiconEntry, load_lexicon
from extractors.languages.pack import active_pack, per_language
from schemas import Harm


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
        outcome_is_open: Whether it leaves open if those who were harmed died: "were shot".
        counts_some: Whether it counts some of those harmed: bodies found, those in one condition.
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
    outcome_is_open: bool = False
    counts_some: bool = False

    def keys(self) -> Iterator[str]:
        """A word may take its victims in more than one place."""
        yield from (f"{self.frame}:{word}" for word in self.words)


@per_language
def harm_words() -> tuple[HarmWord, ...]:
    """The entries of the lexicon, and those that constructions declare for themselves."""
    own = (each for each in constructions() if each.language == active_pack().code)
    return (*load_lexicon("harms", HarmWord), *(word for each in own for word in each.words))


@per_language
def verb_entries() -> tuple[HarmWord, ...]:
    """The entries whose words are verbs."""
    return tuple(entry for entry in harm_words() if entry.part == "verb")


@per_language
def harm_forms() -> dict[str, tuple[tuple[HarmWord, tuple[str, ...]], ...]]:
    """Every first word of a harm in all its forms, with what must follow it.

    The value lists, for each reading, the entry and the words after the first ("put to death"
    gives "put", "puts" … with ("to", "death")); readings with more words come first.
    """
    table: dict[str, list[tuple[HarmWord, tuple[str, ...]]]] = defaultdict(list)
    for entry in harm_words():
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
    entries = (entry for entry in harm_words() if entry.governed_by)
    return {word: words_of(entry.governed_by) for entry in entries for word in entry.words}
