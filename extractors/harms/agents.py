"""Who did the harm, as far as the sentence says."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "csubj"}
_RELATIVE = {"who", "which", "that"}


def find_agents(predicate: "Token") -> tuple[str, ...]:
    """Find the words of those who did it: the subject, or what follows "by".

    Args:
        predicate: The harm word.

    Returns:
        The phrases; empty where the sentence names nobody.
    """
    return tuple(_phrase(doer) for doer in find_doers(predicate))


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
