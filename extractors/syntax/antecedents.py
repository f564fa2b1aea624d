"""What a relative pronoun stands for."""

from typing import TYPE_CHECKING

from extractors.languages.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINED = frozenset({"conj", "xcomp", "ccomp"})


def antecedent_of(token: "Token") -> "Token":
    """The noun that a relative pronoun stands for, or the word itself.

    The pronoun may belong to a later verb of its clause: "guards who fled and were killed".
    """
    if token.lower_ not in words_of("relative-pronoun"):
        return token
    verb = token.head
    while verb.dep_ in _JOINED:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token
