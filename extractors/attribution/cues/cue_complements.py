"""The complements of a verb cue: which of its dependents can be what was told."""

from typing import TYPE_CHECKING

from extractors.attribution.cues.cue_lexicon import Complement, Cue
from extractors.attribution.cues.verb_entries import particle_of
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.clauses import (
    is_content_clause,
    is_open_complement,
)
from extractors.syntax.phrases import (
    complements_of,
    is_preposition,
    is_prepositional_complement,
    prepositions_of,
)
from extractors.syntax.roles import (
    is_object,
    is_object_complement,
)
from extractors.syntax.speech import object_of
from extractors.syntax.word_classes import is_adjective, is_common_noun, is_numeral, is_time

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_told(verb: "Token", child: "Token") -> bool:
    """Whether a dependent to the right is what a cue tells, and not who hears it."""
    if is_content_clause(child) or is_open_complement(child):
        return True
    return is_object(child) and verb.lemma_ not in speech_words("hears")


def complements_told(verb: "Token", entry: Cue) -> "list[Token]":
    """The dependents behind a cue, or behind its particle, that its entry takes."""
    particle = particle_of(verb, entry) if entry.particle else None
    inner = particle.rights if particle is not None and is_adjective(particle) else ()
    told = [
        child
        for child in [*verb.rights, *inner]
        if kind_of_complement(child) in _taken(entry, child)
    ]
    return told or _behind_hearer(verb, entry)


def _behind_hearer(verb: "Token", entry: Cue) -> "list[Token]":
    """What the parse hangs on who hears it: "reminded the army of | two deaths"."""
    hearer = object_of(verb) if verb.lemma_ in speech_words("hears") else None
    if hearer is None or hearer.i < verb.i or "about" not in entry.takes:
        return []
    phrases = prepositions_of(hearer, entry.on)
    return [each for each in phrases if any(map(is_common_noun, complements_of(each)))]


def kind_of_complement(child: "Token") -> Complement | None:
    """What sort of complement a dependent is."""
    if is_content_clause(child):
        return "clause"
    if is_open_complement(child):
        has_to = any(part.lower_ in words_of("infinitive-marker") for part in child.lefts)
        return "infinitive" if has_to else "object"
    if is_object_complement(child) or _counts_adjective(child):
        return "object"
    if is_preposition(child) and not _tells_when(child):
        return "as" if child.lower_ in words_of("as-marker") else "about"
    return None


def _counts_adjective(child: "Token") -> bool:
    """Whether an adjective is counted as a noun is: "reported two dead after the raid"."""
    return is_adjective(child) and any(map(is_numeral, child.lefts))


def _taken(entry: Cue, child: "Token") -> frozenset[str]:
    """The complements that an entry takes, "about" only with its own prepositions."""
    taken: set[str] = set(entry.takes)
    if child.lower_ not in entry.on and child.lower_ != entry.particle:
        taken.discard("about")
    elif child.lower_ == entry.particle and any(child.children):
        taken.add("about")
    return frozenset(taken)


def _tells_when(preposition: "Token") -> bool:
    """Whether a phrase dates the cue, and tells nothing: "reported on Saturday"."""
    objects = [child for child in preposition.children if is_prepositional_complement(child)]
    return bool(objects) and all(is_time(each) for each in objects)
