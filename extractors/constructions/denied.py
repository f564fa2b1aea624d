"""Whether a harm is denied, or only who the harmed were."""

from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import (
    follows_aside,
    is_content_clause,
    is_independent,
    modifies_noun,
)
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.forms import is_present_participle
from extractors.syntax.negation import has_negation
from extractors.syntax.phrases import is_apposition, is_prepositional_complement
from extractors.syntax.roles import (
    active_subjects_of,
    attributes_of,
    is_active_subject,
    is_subject,
    objects_of,
    predicatives_of,
)
from extractors.syntax.speech import own_subject
from extractors.syntax.word_classes import is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_denied(token: "Token") -> bool:
    """Whether a verb of denial governs the harm word: "denied that any were killed"."""
    harm, in_clause = token, True
    while not is_independent(token) and (in_clause or not is_coordinated(token)):
        in_clause = in_clause and not is_content_clause(token)
        if follows_aside(token) or _is_said_besides(token) or _is_added(token):
            return False
        token = token.head
        if token.lemma_.lower() in words_of("denial") or _is_untrue(token):
            return True
        if _is_without_ground(token) or (_is_unknown(token) and has_any(harm)):
            return True
    return _is_untrue(token)


def denies_own_deed(verb: "Token", victims: "Token", number: Number) -> bool:
    """Whether somebody says of himself that he did not do it: "We did not kill 90 villagers".

    What a number leaves open is none that he rejects ("we did not kill many"), nor does he reject
    what he says instead ("we did not kill 90, only three").
    """
    subjects = active_subjects_of(verb)
    is_own = any(each.lower_ in speech_words("own-voice") for each in subjects)
    is_share = any(each.lower_ in words_of("all") for each in victims.lefts)
    is_own = is_own and victims in objects_of(verb)
    return is_own and number.basis.is_explicit and bool(number.value) and not is_share


def _is_added(noun: "Token") -> bool:
    """Whether somebody else speaks behind a denial: "the toll was denied, | an aide saying that".

    The parse makes the speaker an apposition of what is denied.
    """
    return is_apposition(noun) and is_subject(noun.head) and noun.i > noun.head.head.i > noun.head.i


def _is_said_besides(verb: "Token") -> bool:
    """Whether who denies goes on to say something else: "denied it and blamed rebels for …"."""
    if not (is_coordinated(verb) and is_verbal(verb)) or own_subject(verb) is not None:
        return False
    denies = verb.head.lemma_.lower() in words_of("denial")
    return (denies or is_present_participle(verb.head)) and not is_present_participle(verb)


def is_given(harm: "Token") -> bool:
    """Whether a harm is given, and what is told is who the harmed were.

    "Denied that those killed were rebels" denies no death.
    """
    if not modifies_noun(harm):
        return False
    noun = harm.head
    while is_prepositional_complement(noun) and not is_active_subject(noun):
        noun = noun.head.head
    verb = noun.head
    return (
        is_active_subject(noun) and verb.lemma_ in words_of("copula") and bool(attributes_of(verb))
    )


def _is_without_ground(noun: "Token") -> bool:
    """Whether nothing speaks for what a noun opens: "no indication that any were killed"."""
    return noun.lower_ in words_of("grounds") and has_no(noun)


def _is_unknown(word: "Token") -> bool:
    """Whether somebody says that he knows of nothing: "unaware that any guards were hurt"."""
    unaware = word.lower_ in words_of("unaware") or not words_of("unaware").isdisjoint(
        p.lower_ for p in predicatives_of(word)
    )
    return unaware or (word.lower_ in words_of("aware") and has_negation(word.head))


def has_any(token: "Token") -> bool:
    """Whether "any" stands in the clause of a harm word."""
    return any(each.lower_ in words_of("under-denial") for each in token.subtree)


def _is_untrue(verb: "Token") -> bool:
    """Whether a clause calls what it tells untrue: "it is a lie that", "do not believe that"."""
    subjects, predicates = active_subjects_of(verb), predicatives_of(verb)
    said = {each.lower_ for each in predicates}
    negated = has_negation(verb)
    if verb.lemma_.lower() in words_of("belief") and negated:
        return not subjects
    grounds = words_of("grounds")
    without = any(each.lower_ in grounds and has_no(each) for each in [*subjects, *predicates])
    untrue = words_of("untrue") | (words_of("true") if negated else frozenset())
    return without or not said.isdisjoint(untrue)


def has_no(noun: "Token") -> bool:
    """Whether "no" counts a noun: "no losses"."""
    return any(child.lower_ in words_of("negative-determiner") for child in noun.lefts)
