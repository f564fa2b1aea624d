"""The class of a word in its sentence, by the universal parts of speech (UPOS).

Source: Universal Dependencies, https://universaldependencies.org/u/pos/.
"""

from collections.abc import Container
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def has_class(token: "Token", classes: Container[str]) -> bool:
    """Whether a word is of one of some classes."""
    return token.pos_ in classes


def is_numeral(token: "Token") -> bool:
    """Whether a word is a number, in letters or digits."""
    return bool(token.pos_ == "NUM")


def is_common_noun(token: "Token") -> bool:
    """Whether a word is a noun and no name."""
    return bool(token.pos_ == "NOUN")


def is_proper_noun(token: "Token") -> bool:
    """Whether a word is a name, or a word of one."""
    return bool(token.pos_ == "PROPN")


def is_pronoun(token: "Token") -> bool:
    """Whether a word stands for a noun."""
    return bool(token.pos_ == "PRON")


def is_noun(token: "Token") -> bool:
    """Whether a word is a noun or a name."""
    return token.pos_ in {"NOUN", "PROPN"}


def is_nominal(token: "Token") -> bool:
    """Whether a word is a noun, a name or a pronoun."""
    return token.pos_ in {"NOUN", "PROPN", "PRON"}


def is_nominal_or_numeral(token: "Token") -> bool:
    """Whether a word can name or count people: a noun, a name, a pronoun, a number."""
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}


def is_determiner_or_pronoun(token: "Token") -> bool:
    """Whether a word is one that opens a phrase, or is one by itself: "the", "many"."""
    return token.pos_ in {"DET", "PRON"}


def is_full_verb(token: "Token") -> bool:
    """Whether a word is a verb and no auxiliary."""
    return bool(token.pos_ == "VERB")


def is_verbal(token: "Token") -> bool:
    """Whether a word is a verb or an auxiliary."""
    return token.pos_ in {"VERB", "AUX"}


def is_auxiliary_verb(token: "Token") -> bool:
    """Whether a word is an auxiliary, modal or copula."""
    return bool(token.pos_ == "AUX")


def is_adjective(token: "Token") -> bool:
    """Whether a word is an adjective."""
    return bool(token.pos_ == "ADJ")


def is_adverb(token: "Token") -> bool:
    """Whether a word is an adverb."""
    return bool(token.pos_ == "ADV")


def is_adposition(token: "Token") -> bool:
    """Whether a word is a preposition."""
    return bool(token.pos_ == "ADP")


def is_time(token: "Token") -> bool:
    """Whether a word is part of a date or a time of day."""
    return token.ent_type_ in {"DATE", "TIME"}
