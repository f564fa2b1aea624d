"""What a relative pronoun stands for."""

from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words

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


def is_relative_pronoun(token: "Token") -> bool:
    """Whether a token is a relative pronoun in a relative clause."""
    return token.lower_ in speech_words("relative") and token.tag_ in {"WP", "WDT", "IN"}


def relative_antecedent(pronoun: "Token") -> "Token | None":
    """The noun that a relative pronoun stands for."""
    clause = next((each for each in pronoun.ancestors if each.dep_ in {"relcl", "acl"}), None)
    if clause is None:
        return _described(pronoun)
    giver = (
        _giver(clause.head, pronoun) if pronoun.lower_ in words_of("personal-relative") else None
    )
    return giver if giver is not None else clause.head


def _described(pronoun: "Token") -> "Token | None":
    """What an adjective before the clause describes: "called a report biased that accuses"."""
    word = pronoun.head.head
    verb = word.head if word.dep_ == "oprd" else word
    before = [child for child in verb.rights if child.i < pronoun.i]
    objects = [child for child in before if child.dep_ == "dobj"]
    return objects[0] if objects and any(child.dep_ == "oprd" for child in before) else None


def _giver(noun: "Token", pronoun: "Token") -> "Token | None":
    """The name right before "who" that gives the noun: "the number given by Ana Lal, who said"."""
    beside = pronoun.nbor(-1) if pronoun.i else pronoun
    beside = beside.nbor(-1) if beside.is_punct and beside.i else beside
    reduced = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    given = any(beside in child.subtree for child in reduced)
    return beside if given and beside.pos_ == "PROPN" else None
