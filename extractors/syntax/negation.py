"""Negation of a verb."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.syntax.clauses import verb_chain
from extractors.syntax.phrases import is_prepositional_clause

if TYPE_CHECKING:
    from spacy.tokens import Token


def negations_of(verb: "Token") -> Iterator["Token"]:
    """The words that negate a verb: "not", "n't", "never"."""
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in words_of("negation"):
            yield child


def has_negation(verb: "Token") -> bool:
    """Whether a verb has a negating particle of its own."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_negated(token: "Token") -> bool:
    """Whether a word is negated, by itself or by a verb it completes: "was not killed"."""
    return any(
        not _corrects(negation) for verb in verb_chain(token) for negation in negations_of(verb)
    )


def negator_of(verb: "Token") -> "Token | None":
    """The word that negates a verb: "did not inflict", "without inflicting"."""
    if is_prepositional_clause(verb) and verb.head.lower_ in words_of("exclusion-preposition"):
        return verb.head
    found = (each for link in verb_chain(verb) for each in negations_of(link))
    return next((each for each in found if not _corrects(each)), None)


def _corrects(negation: "Token") -> bool:
    """Whether a negation only puts a figure right: "two died, not 20"."""
    after = negation.nbor() if negation.i + 1 < len(negation.doc) else negation
    return negation.i > negation.head.i and after.pos_ == "NUM"
