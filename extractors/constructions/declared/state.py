"""A state said of the victims: "five dead", "left five dead", "five are missing"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.complements import said_of
from extractors.constructions.construction import Actor, HarmFrame
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.harm_lexicon import HarmWord
from extractors.constructions.verb_forms import is_joined_to_noun
from extractors.languages.context_words import words_of
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import is_complement, is_reduced_clause, modifies_noun
from extractors.syntax.coordination import is_conjunction, is_coordinated
from extractors.syntax.forms import has_verb_form, is_past_participle
from extractors.syntax.phrases import is_adjectival, is_apposition, is_counted, is_preposition
from extractors.syntax.roles import core_arguments_of, objects_of, passive_subjects_of, subjects_of
from extractors.syntax.word_classes import (
    is_nominal_or_numeral,
    is_numeral,
    is_proper_noun,
    is_verbal,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def _bearers(state: "Token") -> Iterator["Token"]:
    """Adjectives: said of ("left five dead"), before a noun ("five dead men"), or as nouns."""
    named = _named_as(state)
    if named is not None:
        yield named
    elif is_adjectival(state) and state.i > state.head.i and is_coordinated(state.head):
        yield from _first_of_list(state.head.head)
    elif subjects := _of_copula_before(state):
        yield from map(antecedent_of, subjects)
    elif is_adjectival(state) and state.i > state.head.i:
        yield from _first_of_list(state.head)
    elif is_adjectival(state) or (is_preposition(state) and is_nominal_or_numeral(state.head)):
        yield state.head
    elif is_preposition(state):
        if state.head.lemma_.lower() in words_of("remains-in"):
            objects = [each for each in objects_of(state.head) if is_people(each)]
            yield from map(antecedent_of, (objects or core_arguments_of(state.head))[:1])
    elif is_complement(state) and _has_left_number(state):  # "confirmed six dead"
        yield state
    elif is_complement(state) and is_verbal(state.head):
        subjects = [*_cut_from_list(state), *subjects_of(state)]
        yield from map(antecedent_of, subjects) if subjects else said_of(state)
    elif is_coordinated(state) and not _has_left_number(state):
        yield from _of_state_conjunct(state)
    elif subjects := subjects_of(state):
        yield from map(antecedent_of, subjects)
    elif is_apposition(state) and _has_left_number(state):  # "4 shot, | 1 dead"
        return
    elif (modifies_noun(state) or is_apposition(state)) and is_nominal_or_numeral(state.head):
        yield state.head
    else:
        yield state


def _first_of_list(noun: "Token") -> Iterator["Token"]:
    """A counted noun of a list, and the one that it seems an apposition of: "44 men, 17 women"."""
    yield noun
    if is_apposition(noun) and is_counted(noun) and is_counted(noun.head):
        yield noun.head


def _cut_from_list(state: "Token") -> list["Token"]:
    """Who stands before "and" and the subject of a state: "left 24 miners | and 17 guards dead"."""
    firsts = [subject.left_edge.i for subject in subjects_of(state)]
    objects = [each for each in objects_of(state.head) if is_counted(each)]
    return [each for each in objects if each.i + 2 in firsts and is_conjunction(each.nbor())]


def _of_copula_before(state: "Token") -> list["Token"]:
    """Whose state the verb right before tells: "six remained missing hours later"."""
    verb = state.nbor(-1) if state.i else state
    return subjects_of(verb) if verb.lemma_ in words_of("remaining-verb") else []


def _named_as(state: "Token") -> "Token | None":
    """Who is "listed as missing": the noun that the participle before "as" is said of."""
    listed = state.head.head
    if state.head.lower_ not in words_of("as-marker") or not is_past_participle(listed):
        return None
    if is_reduced_clause(listed):
        return listed.head
    return next(map(antecedent_of, passive_subjects_of(listed)), None)


def _of_state_conjunct(state: "Token") -> Iterator["Token"]:
    first = state.head
    if is_adjectival(first):
        yield first.head
    elif is_complement(first):
        yield from said_of(first)
    else:
        yield state


def _has_left_number(token: "Token") -> bool:
    return any(is_numeral(child) for child in token.lefts)


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    """Whether a word can be a state: no verb with an object, no name but after a headline's count.

    In "160 Dead in Ruda" the capital makes none of it.
    """
    if is_joined_to_noun(token) or not words_of("alive").isdisjoint(
        each.lower_ for each in token.conjuncts
    ):
        return False  # "found dead or alive" counts those who live too
    verb = has_verb_form(token) and (objects_of(token) or passive_subjects_of(token))
    return (not is_proper_noun(token) or _has_left_number(token)) and not verb


STATE = HarmFrame(
    id="state",
    meaning="an adjective, participle or phrase said of the victims",
    victims="noun that the state is said of; the word itself where it stands for its noun",
    actor=Actor.AGENT,
    frame="state",
    names_word=True,
    takes_before=True,
    takes_behind=True,
    fits=_fits,
    find_heads=_bearers,
    examples=(
        "The blast left five miners dead.",
        "Five miners were found dead.",
        "Five students were in custody.",
        "The mayor confirmed six dead.",
        "Eleven dead and 45 wounded were brought to the clinic.",
    ),
    counter_examples=(
        "Five miners were feared dead.",
        "Forty miners were found dead or alive.",
        "The five dead trees were felled.",
    ),
)
