"""Who did the harm, as far as the sentence says."""

from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.quantities.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "csubj"}
_RELATIVE = {"who", "which", "that"}
_LOSS = "object-lose"
"""The rule of the one verb whose subject did not do it."""


def find_agents(casualty: Casualty) -> tuple[str, ...]:
    """Find the words of those who did it: the subject, or what follows "by".

    Args:
        casualty: The count of those harmed.

    Returns:
        The phrases; empty where the sentence names nobody, as in "two guards died" and "the army
        lost two guards".
    """
    return () if casualty.rule == _LOSS else _phrases(casualty)


def find_losers(casualty: Casualty) -> tuple[str, ...]:
    """Find the words of those whose own were harmed: "the army lost two guards"."""
    return _phrases(casualty) if casualty.rule == _LOSS else ()


def _phrases(casualty: Casualty) -> tuple[str, ...]:
    counted = [casualty.number, *filter(None, [casualty.whole])]
    doers = find_doers(casualty.predicate)
    return tuple(_phrase(doer) for doer in doers if not any(_holds(doer, n) for n in counted))


def _holds(noun: "Token", number: Number) -> bool:
    """Whether a number stands in the phrase of a noun."""
    return bool(noun.left_edge.idx <= number.core_start <= noun.right_edge.idx)


def find_doers(predicate: "Token") -> list["Token"]:
    """Find the nouns of those who did it."""
    doers = [
        pobj for agent in _children(predicate, {"agent"}) for pobj in _children(agent, {"pobj"})
    ]
    is_passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in predicate.children)
    if not doers and not is_passive:
        doers = _subjects(predicate)
    return doers


def _subjects(verb: "Token") -> list["Token"]:
    """The subject of a verb, or of the clause that a participle hangs on: "killing five"."""
    for _ in range(4):
        subjects = _children(verb, _SUBJECTS)
        if subjects:
            return [_antecedent(subject) for subject in subjects]
        if verb.dep_ == "acl" and verb.tag_ == "VBG":
            return [verb.head]
        if verb.dep_ not in {"conj", "advcl", "xcomp", "ccomp", "pcomp", "prep"}:
            return []
        verb = verb.head
    return []


def _antecedent(subject: "Token") -> "Token":
    clause = subject.head
    if subject.lower_ in _RELATIVE and clause.dep_ == "relcl":
        return clause.head
    return subject


def _phrase(noun: "Token") -> str:
    words = noun.doc[noun.left_edge.i : noun.right_edge.i + 1]
    clause = next((t.i for t in words if t.dep_ in {"relcl", "acl", "advcl"}), None)
    kept = words if clause is None else noun.doc[noun.left_edge.i : max(clause, noun.i + 1)]
    return str(kept.text)


def _children(token: "Token", labels: set[str]) -> list["Token"]:
    return [child for child in token.children if child.dep_ in labels]
