"""Forms of words: participles, tenses, plurals."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def has_verb_form(token: "Token") -> bool:
    """Whether a word is inflected as a verb."""
    return token.tag_ in _VERB_TAGS


def has_noun_form(token: "Token") -> bool:
    """Whether a word is inflected as a noun."""
    return token.tag_ in _NOUN_TAGS


def is_past(token: "Token") -> bool:
    """Whether a verb is in the past tense: "they fled"."""
    return bool(token.tag_ == "VBD")


def is_past_participle(token: "Token") -> bool:
    """Whether a verb is a past participle: "killed by a mine"."""
    return bool(token.tag_ == "VBN")


def is_past_form(token: "Token") -> bool:
    """Whether a verb is in the past tense or a past participle, which often look alike."""
    return token.tag_ in {"VBD", "VBN"}


def is_present_participle(token: "Token") -> bool:
    """Whether a verb ends in "-ing"."""
    return bool(token.tag_ == "VBG")


def is_present(token: "Token") -> bool:
    """Whether a verb is in the present tense: "bombs kill"."""
    return token.tag_ in {"VBP", "VBZ"}


def is_base_form(token: "Token") -> bool:
    """Whether a verb is in the form that dictionaries list: "to kill"."""
    return bool(token.tag_ == "VB")


def is_adjective_form(token: "Token") -> bool:
    """Whether a word is an adjective without comparison: "the dead"."""
    return bool(token.tag_ == "JJ")


def is_singular_noun(token: "Token") -> bool:
    """Whether a word is a common noun in the singular."""
    return bool(token.tag_ == "NN")


def is_plural_common_noun(token: "Token") -> bool:
    """Whether a word is a common noun in the plural."""
    return bool(token.tag_ == "NNS")


def is_plural_name(token: "Token") -> bool:
    """Whether a name is in the plural: "the Kurds"."""
    return bool(token.tag_ == "NNPS")


def is_plural_noun(token: "Token") -> bool:
    """Whether a noun or name is in the plural."""
    return token.tag_ in {"NNS", "NNPS"}


def is_finite(token: "Token") -> bool:
    """Whether a token is a finite verb or auxiliary: "has", "left", "says"."""
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def is_question_word(token: "Token") -> bool:
    """Whether a word is a relative or question word that stands for a noun: "which", "what"."""
    return token.tag_ in {"WP", "WDT"}


def is_read_as_noun(token: "Token") -> bool:
    """Whether the tagger takes a word for a noun: "records show" as two of them."""
    return token.tag_ in {"NN", "NNS", "NNP"}


def may_be_finite(token: "Token") -> bool:
    """Whether a verb is finite, by its tag or by one often given in error ("…," read a note)."""
    return token.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VB"}
