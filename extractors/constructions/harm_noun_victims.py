"""Whom a noun of harm counts, and how many: "five deaths", "the killing of five men"."""

from itertools import takewhile
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, Predicate, Refusal, SentenceView
from extractors.constructions.counted_phrases import count, is_people, refuse_noun
from extractors.constructions.declared.harm_noun import is_governed
from extractors.constructions.declared.noun_count import NOUN_COUNT
from extractors.constructions.denied import is_denied
from extractors.constructions.zeros import bare_zero, zero_of
from extractors.languages.context_words import words_of
from extractors.quantities.numbers import Number
from extractors.syntax.coordination import first_of_coordination, is_coordinated
from extractors.syntax.negation import negator_of
from extractors.syntax.phrases import (
    complements_of,
    is_compound,
    is_genitive_complement,
    is_preposition,
    tells_sort,
)
from extractors.syntax.roles import (
    active_subjects_of,
    is_object,
)
from extractors.syntax.word_classes import is_proper_noun, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token


Finding = Casualty | Refusal


def on_noun(sentence: SentenceView, predicate: Predicate) -> Finding | None:
    """A number on the noun of harm itself: "five deaths", "no casualties", "scores of lives"."""
    noun = predicate.token
    if not (predicate.entry.counted and is_governed(noun)) or _is_of_things(noun):
        return None
    denied = is_denied(noun)
    number = zero_of(
        _first_denied(noun),
        sentence.zeros,
        sentence.folded,
        denied=denied or _verb_is_negated(noun),
        counts=True,
    )
    number = number or _unreported(noun, sentence) or count(noun, sentence.numbers).number
    number = number or bare_zero(noun)
    if number is None and (outer := _outer_count(noun, sentence.numbers)):
        number = outer
    if number is None or (number.value == 0 and is_grave(noun)):
        return None
    if number.refusal:
        return Refusal(number.start, number.end, number.refusal)
    victims = _victims_of_noun(noun) or _sufferer(noun)
    return Casualty(
        predicate.entry.harm,
        number,
        victims,
        noun,
        NOUN_COUNT,
        NOUN_COUNT.rule_for(predicate.entry.id),
        denied=denied,
        actor=NOUN_COUNT.actor,
        entry=predicate.entry,
    )


def is_grave(noun: "Token") -> bool:
    """Whether only grave harm is told of: "no serious injuries" leaves light ones open."""
    return any(each.lower_ in words_of("grave") for each in noun.lefts)


def _first_denied(noun: "Token") -> "Token":
    """The noun before which "no" stands for all that "or" joins: "no arrests or | injuries"."""
    alone = is_coordinated(noun) and noun.left_edge == noun
    return (
        first_of_coordination(noun)
        if alone and noun.nbor(-1).lower_ in words_of("alternative-conjunction")
        else noun
    )


def _is_of_things(noun: "Token") -> bool:
    """Whether a noun of harm only says of what sort a thing is: "gave no casualty figures"."""
    head = noun.head
    return is_compound(noun) and head.i > noun.i and not is_people(head)


def _sufferer(noun: "Token") -> "Token | None":
    """Whose losses they are: "the navy suffered no casualties"."""
    verb = noun.head
    if not is_object(noun) or verb.lemma_.lower() not in words_of("suffers"):
        return None
    subjects = (each for each in active_subjects_of(verb) if each.i < verb.i)
    return next((each for each in subjects if refuse_noun(each, weak=False) is None), None)


def _unreported(noun: "Token", sentence: SentenceView) -> Number | None:
    """Nobody, as in "no reports of casualties", unless only early reports are denied."""
    report = noun.head.head
    if not is_genitive_complement(noun) or report.lemma_.lower() not in words_of("report-of"):
        return None
    if any(child.lower_ in words_of("early") for child in report.lefts):
        return None
    return zero_of(report, sentence.zeros, sentence.folded, denied=False)


def _verb_is_negated(noun: "Token") -> bool:
    """Whether the verb of a noun is negated: "did not report any", "is not aware of any"."""
    above = [*noun.ancestors]
    aware = [*takewhile(lambda each: each.lower_ in words_of("awareness"), above)]
    verbs = [*above[:2], *above[len(aware) : len(aware) + 1]]
    return any(is_verbal(verb) and negator_of(verb) is not None for verb in verbs)


def _outer_count(noun: "Token", numbers: tuple[Number, ...]) -> Number | None:
    """The count of which the harm is the complement: "dozens of deaths", "scores of lives"."""
    if is_genitive_complement(noun):
        outer = count(noun.head.head, numbers)
        if outer.number and outer.noun == noun:
            return outer.number
    return None


def _victims_of_noun(noun: "Token") -> "Token | None":
    for child in noun.children:
        if is_preposition(child) and child.lower_ in words_of("suffered-by"):
            for complement in complements_of(child):
                named = child.lower_ in words_of("place-preposition") and is_proper_noun(complement)
                if is_people(complement) and not named:
                    return complement
        if tells_sort(child) and is_people(child):
            return child
    return None
