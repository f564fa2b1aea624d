"""A verb that brings or keeps the hurt in a hospital: "five guards were taken to a clinic"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.construction import Actor
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.declared.transitive import TRANSITIVE
from extractors.constructions.harm_lexicon import HarmWord
from extractors.constructions.verb_forms import fits_verb
from extractors.languages.context_words import words_of
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import is_past_reduced_clause
from extractors.syntax.forms import is_present_participle
from extractors.syntax.phrases import complements_of, is_counted, names_its_noun, prepositions_of
from extractors.syntax.roles import (
    active_subjects_of,
    has_passive_auxiliary,
    objects_of,
    passive_subjects_of,
)
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def _patients(verb: "Token") -> Iterator["Token"]:
    """Whom a number counts who were brought to a hospital or are kept there, and live."""
    is_acted_on = _is_cause(verb) or _is_treating(verb)
    brought = has_passive_auxiliary(verb) or is_acted_on
    named = passive_subjects_of(verb) if has_passive_auxiliary(verb) else active_subjects_of(verb)
    named = objects_of(verb) if is_acted_on else named
    if is_past_reduced_clause(verb):
        named = [verb.head]
        brought = True
    stays = brought or verb.lemma_.lower() in words_of("stays")
    if stays and not _dies_there(verb):
        yield from (
            each
            for each in map(antecedent_of, named)
            if _is_told_with_number(each)
            or (_is_treating(verb) and each.lower_ in words_of("plural-scale"))
        )


def _is_cause(verb: "Token") -> bool:
    """Whether what harmed them, or an ambulance, brings them: "the crash sent five to a clinic"."""
    actors = map(antecedent_of, active_subjects_of(verb))
    return any(each.lower_ in words_of("brings-to-hospital") for each in actors)


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    """Whether a word is a verb that has a hospital for its place."""
    in_care = _is_in_hospital(token) or _is_treating(token)
    return fits_verb(token, entry, is_phrase) and in_care


def _is_treating(verb: "Token") -> bool:
    """Whether doctors are at work on the hurt: "medics were treating five"; not of an illness."""
    if verb.lemma_.lower() not in words_of("treatment") or not is_present_participle(verb):
        return False
    treaters = words_of("treats-hurt") | words_of("hospital")
    is_of_illness = any(prepositions_of(verb, words_of("treated-for")))
    subjects = [antecedent_of(each) for each in active_subjects_of(verb)]
    if any(each.lower_ in words_of("plural-pronoun") for each in subjects):
        subjects = list(verb.doc[: verb.i])
    return not is_of_illness and any(each.lower_ in treaters for each in subjects)


def _is_told_with_number(noun: "Token") -> bool:
    inner = [
        each
        for of in prepositions_of(noun, words_of("genitive-preposition"))
        for each in complements_of(of)
    ]
    if noun.lower_ in words_of("collective") and inner:
        noun = inner[0]
    return is_numeral(noun) or (is_counted(noun) and is_people(noun))


def _is_in_hospital(verb: "Token") -> bool:
    places = [noun for link in prepositions_of(verb) for noun in complements_of(link)]
    treated = verb.lemma_.lower() in words_of("treatment") and any(
        each.lower_ in words_of("scene") for each in places
    )
    return treated or any(map(_is_hospital, places))


def _is_hospital(noun: "Token") -> bool:
    if noun.lower_ in words_of("hospital"):
        return True
    medical = (each for each in noun.lefts if names_its_noun(each))
    return noun.lower_ in words_of("cares") and any(
        each.lower_ in words_of("medical") for each in medical
    )


def _dies_there(verb: "Token") -> bool:
    """Whether the sentence goes on with their death: "taken to a clinic, where they died".

    It does not where only some of them die: "two have since died".
    """
    deaths = (token for token in verb.doc[verb.i + 1 :] if token.lower_ in words_of("dies"))
    return any(not any(map(is_numeral, active_subjects_of(each))) for each in deaths)


HOSPITAL = replace(
    TRANSITIVE,
    id="hospital",
    meaning="a verb that brings or keeps the hurt in a hospital",
    victims="subject, or the object of what harmed them, where a number counts it",
    actor=Actor.BYSTANDER,
    frame="hospital",
    is_share=True,
    is_loose=True,
    takes_before=False,
    takes_behind=False,
    fits=_fits,
    find_heads=_patients,
    context=("hospital", "cares", "scene", "treats-hurt"),
    is_counted=True,
    examples=(
        "Five guards were taken to a hospital.",
        "Five guards remain in hospital.",
        "Six were flown to a medical centre in Lund.",
        "The crash sent five guards to a hospital.",
        "Five guards were treated at the scene.",
        "Doctors were treating dozens after the blast.",
    ),
    counter_examples=(
        "Five guards were taken to a hospital, where they died.",
        "Five guards were taken to a court.",
        "Doctors treated five guards that year.",
        "Five bodies were taken to a hospital.",
        "The ministry sent five guards to a hospital.",
    ),
)
