"""Who did the harm, as far as the sentence says."""

from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import Actor
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import find_actors
from extractors.syntax.phrases import opens_clause_of_noun

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_agents(casualty: Casualty) -> tuple[str, ...]:
    """Find the words of those who did it: the subject, or what follows "by".

    Args:
        casualty: The count of those harmed.

    Returns:
        The phrases; empty where the sentence names nobody, as in "two guards died" and "the army
        lost two guards".
    """
    return () if casualty.construction.actor is Actor.LOSER else _phrases(casualty)


def find_losers(casualty: Casualty) -> tuple[str, ...]:
    """Find the words of those whose own were harmed: "the army lost two guards"."""
    return _phrases(casualty) if casualty.construction.actor is Actor.LOSER else ()


def _phrases(casualty: Casualty) -> tuple[str, ...]:
    counted = [casualty.number, *filter(None, [casualty.whole])]
    doers = find_actors(casualty.predicate)
    return tuple(_phrase(doer) for doer in doers if not any(_holds(doer, n) for n in counted))


def _holds(noun: "Token", number: Number) -> bool:
    """Whether a number stands in the phrase of a noun."""
    return bool(noun.left_edge.idx <= number.core_start <= noun.right_edge.idx)


def _phrase(noun: "Token") -> str:
    words = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]
    clause = next((t.i for t in words if opens_clause_of_noun(t)), None)
    kept = words if clause is None else noun.doc[noun.left_edge.i : max(clause, noun.i + 1)]
    return str(kept.text)
