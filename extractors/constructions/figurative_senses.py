"""Which sense of a harm word is meant: said of things, or figuratively, it harms nobody."""

from typing import TYPE_CHECKING

from extractors.constructions.casualties import Predicate
from extractors.constructions.construction import Actor
from extractors.constructions.declared.transitive import aims_at_people
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import people_words
from extractors.languages.patterns import pattern
from extractors.syntax.forms import is_past
from extractors.syntax.phrases import complements_of, is_counted, prepositions_of
from extractors.syntax.roles import (
    active_subjects_of,
    is_active_subject,
    passive_subjects_of,
)
from extractors.syntax.word_classes import has_class

if TYPE_CHECKING:
    from spacy.tokens import Token

OBJECTS = {"NOUN", "PROPN", "PRON", "NUM", "VERB"}
"""Parts of speech that a harm word has for its object."""


def is_kidnapping(verb: "Token", noun: "Token | None") -> bool:
    """Whether hostages are held: "held five hostages", "were held hostage", "held as hostages"."""
    described = prepositions_of(verb, words_of("as-marker"))
    named = [*verb.rights, *(each for as_ in described for each in complements_of(as_))]
    named += [] if noun is None else [noun]
    return any(each.lemma_.lower() in words_of("kidnapped") for each in named)


def is_literal(predicate: Predicate, noun: "Token") -> bool:
    """Whether a victim told without a number is one: "caught a rebel", not "hurt the party".

    The subject of a past tense with words after it that the parser could not read is no victim.
    """
    verb = predicate.token
    acts = any(has_class(t, OBJECTS) for t in verb.rights) or aims_at_people(verb)
    acts = acts and predicate.frame.takes_object
    if is_active_subject(noun) and is_past(verb) and acts:
        return False
    word = people_words().get(noun.lemma_.lower())
    victim = word is not None and word.literal
    return victim or not predicate.entry.figurative or _is_lost_with_others(predicate, noun)


def _is_lost_with_others(predicate: Predicate, noun: "Token") -> bool:
    """Whether a side loses somebody beside a count of others: "lost an officer and two guards"."""
    is_loser = predicate.frame.actor is Actor.LOSER
    return is_loser and any(is_counted(each) for each in noun.conjuncts)


def refuse_sense(predicate: Predicate, noun: "Token | None", head: "Token") -> str | None:
    """Why the word has another sense here: "lost two jobs", "does not hurt anybody"."""
    only = predicate.entry.only
    if only and not (noun is None and _is_loss_of_side(predicate, head)):
        known = people_words().get(noun.lemma_.lower()) if noun is not None else None
        if known is None or known.id not in only:
            return "another sense of the word"
    passive = passive_subjects_of(predicate.token)
    if head.lower_ in words_of("anybody") and not passive and predicate.entry.figurative:
        return "another sense of the word"
    return None


def _is_loss_of_side(predicate: Predicate, number: "Token") -> bool:
    """Whether a side in a war loses what has no noun, so its own: "the army lost 12"."""
    after = number.doc.text[number.idx + len(number) :]
    if predicate.frame.actor is not Actor.LOSER or pattern("series-after").match(after):
        return False
    losers = (people_words().get(each.lower_) for each in active_subjects_of(predicate.token))
    return any(word is not None and word.takes_side for word in losers)
