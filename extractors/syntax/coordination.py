"""Words joined to one another by "and", "or" or a comma."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINING = frozenset({"CCONJ", "ADV", "PUNCT", "AUX"})
_LONGEST_JOINT = 3


def is_coordinated(token: "Token") -> bool:
    """Whether a word is joined to one before it."""
    return bool(token.dep_ == "conj")


def is_conjunction(token: "Token") -> bool:
    """Whether a word joins two others: "and", "or"."""
    return bool(token.dep_ == "cc")


def is_joint(token: "Token") -> bool:
    """Whether a word is a conjunction or a mark: what stands between joined words."""
    return token.dep_ in {"cc", "punct"}


def first_of_coordination(token: "Token") -> "Token":
    """The word to which a word is joined in the end."""
    while is_coordinated(token):
        token = token.head
    return token


def are_joined(one: "Token", other: "Token") -> bool:
    """Whether only a conjunction stands between two words: "dead and wounded"."""
    first, last = sorted((one.i, other.i))
    between = {token.pos_ for token in one.doc[first + 1 : last]}
    return between <= {"CCONJ", "PUNCT", "ADV"} and bool(between & {"CCONJ", "PUNCT"})


def are_close(one: "Token", other: "Token") -> bool:
    """Whether little more than a conjunction stands between two verbs: "killed or wounded"."""
    between = one.doc[min(one.i, other.i) + 1 : max(one.i, other.i)]
    return len(between) <= _LONGEST_JOINT and all(token.pos_ in _JOINING for token in between)
