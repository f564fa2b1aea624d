"""Which speaker a relative clause tells of: "photos from the port that show two bodies"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution.speakers.speaker_roles import head_match
from extractors.languages.speech_words import speech_words
from extractors.syntax.antecedents import relative_antecedent
from extractors.syntax.phrases import follows_comma, is_prepositional_complement
from extractors.syntax.speech import object_of, own_subject
from extractors.syntax.word_classes import is_common_noun, is_proper_noun, is_time, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token


def meant_by_relative(pronoun: "Token") -> "Token | None":
    """The noun that a relative pronoun stands for as a speaker, none where there is none."""
    noun = relative_antecedent(pronoun)
    if noun is None or _is_thing(noun, pronoun):
        noun = _name_beside(pronoun) or noun or _speaker_beside(pronoun)
    if noun is None:
        return None
    if is_time(noun):  # "the inquiry into the raid of 3 January, which found"
        return next((each for each in _around(noun) if head_match(each.text.lower())), noun)
    if is_prepositional_complement(noun) and (
        _is_inside_name(noun.head) or _is_of_person(noun, pronoun)
    ):
        noun = noun.head.head
    return _document_around(noun) or noun


def _is_thing(noun: "Token", pronoun: "Token") -> bool:
    """Whether the parse takes "who" for a thing: "one call was by Davis who said"."""
    is_person = pronoun.lower_ in speech_words("of-person")
    return is_person and is_common_noun(noun) and head_match(noun.text.lower()) is None


def _name_beside(pronoun: "Token") -> "Token | None":
    """The name right before a pronoun: "by Davis who told"."""
    name = pronoun.doc[pronoun.i - 1] if pronoun.i else pronoun
    return name if is_proper_noun(name) else None


def _speaker_beside(pronoun: "Token") -> "Token | None":
    """Who speaks right before a comma and a pronoun: "contrary to what Lal says, who insists"."""
    verb = pronoun.doc[pronoun.i - 2] if pronoun.i > 1 and follows_comma(pronoun) else pronoun
    is_person = pronoun.lower_ in speech_words("of-person")
    return own_subject(verb) if is_person and is_verbal(verb) else None


def _is_of_person(noun: "Token", pronoun: "Token") -> bool:
    """Whether a noun is the body of the person meant: "Ana Lal from the union, who put it at"."""
    role = head_match(noun.text.lower())
    is_body = role is not None and role.number == "group"
    is_pronoun = pronoun.lower_ in speech_words("of-person")
    return is_pronoun and is_body and noun.head.head.ent_type_ == "PERSON"


def _is_inside_name(preposition: "Token") -> bool:
    """Whether a preposition joins a name: "Clowns Without Borders", "Hill Watch for Rights"."""
    if preposition.text[0].isupper():
        return True
    beside = preposition.nbor() if preposition.i + 1 < len(preposition.doc) else preposition
    is_named = preposition.head.text[0].isupper() and beside.text[0].isupper()
    return preposition.lower_ in speech_words("link-in-source") and is_named


def _around(noun: "Token") -> Iterator["Token"]:
    """The nouns that a noun depends on through prepositions, the nearest first."""
    while is_prepositional_complement(noun):
        noun = noun.head.head
        yield noun


def _document_around(noun: "Token") -> "Token | None":
    """The document that a clause tells of across a noun: "photos from the port which show"."""
    outer = noun.head.head if is_prepositional_complement(noun) else noun
    outer = object_of(outer) or outer
    role = head_match(outer.text.lower())
    near = head_match(noun.text.lower())
    is_document = role is not None and role.number == "document"
    return outer if outer != noun and is_document and near is None else None
