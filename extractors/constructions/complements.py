"""Whom a complement is said of: "left five dead", "were reported killed"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import inherited_subjects, is_reduced_clause
from extractors.syntax.phrases import is_prepositional_complement
from extractors.syntax.roles import objects_of, subjects_of
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def _counted_before(part: "Token") -> "Token | None":
    """The number right before that the parse gives to a preposition: "spoke of 200 | dead"."""
    before = part.nbor(-1) if part.i else part
    counted = is_numeral(before) and is_prepositional_complement(before)
    return before if counted and before.head.head == part.head else None


def said_of(part: "Token") -> Iterator["Token"]:
    """The victims of "left five dead", "were reported killed", "was found dead"."""
    verb = part.head
    objects = [each for each in objects_of(verb) if each.i < part.i]
    if (counted := _counted_before(part)) is not None:
        yield counted
    elif objects:
        yield from objects
    elif is_reduced_clause(verb):
        yield verb.head
    else:
        yield from map(antecedent_of, subjects_of(verb) or inherited_subjects(verb))
