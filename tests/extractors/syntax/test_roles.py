"""Roles, clauses, coordination, antecedents and negation in parsed sentences."""

from functools import cache
from typing import TYPE_CHECKING

import pytest

from extractors.languages.en.parser import load_parser
from extractors.syntax.antecedents import antecedent_of, relative_antecedent
from extractors.syntax.clauses import (
    find_actors,
    inherited_subjects,
    is_adverbial_clause,
    is_relative_clause,
    modifies_noun,
    verb_chain,
)
from extractors.syntax.coordination import are_joined, first_of_coordination
from extractors.syntax.forms import is_past_participle, is_plural_noun
from extractors.syntax.negation import is_negated, negator_of
from extractors.syntax.phrases import complements_of, first_of_phrase, head_of_phrase
from extractors.syntax.roles import agents_of, is_passive, objects_of, subjects_of
from extractors.syntax.word_classes import has_class, is_noun, is_numeral, is_proper_noun, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@cache
def parse(text: str) -> "Doc":
    return load_parser()(text)


def word(text: str, form: str) -> "Token":
    return next(token for token in parse(text) if token.text == form)


def texts(tokens: list["Token"]) -> list[str]:
    return [token.text for token in tokens]


def test_subjects_objects_and_agents() -> None:
    active = word("Gunmen killed five guards.", "killed")
    assert texts(subjects_of(active)) == ["Gunmen"]
    assert texts(objects_of(active)) == ["guards"]
    assert not is_passive(active)
    passive = word("Five guards were killed by gunmen.", "killed")
    assert texts(subjects_of(passive)) == ["guards"]
    assert texts(agents_of(passive)) == ["gunmen"]
    assert is_passive(passive)
    assert is_past_participle(passive)


@pytest.mark.parametrize(
    ("text", "verb", "actors"),
    [
        ("Gunmen killed five guards.", "killed", ["Gunmen"]),
        ("Five guards were killed by gunmen.", "killed", ["gunmen"]),
        ("Five guards were killed.", "killed", []),
        ("Bombers struck the port, killing five guards.", "killing", ["Bombers"]),
        ("The gunmen who killed five guards fled.", "killed", ["gunmen"]),
    ],
)
def test_who_acts(text: str, verb: str, actors: list[str]) -> None:
    assert texts(find_actors(word(text, verb))) == actors


def test_a_joined_verb_has_the_subject_of_the_first() -> None:
    drowned = word("Five sailors fled and drowned.", "drowned")
    assert texts(inherited_subjects(drowned)) == ["sailors"]
    assert first_of_coordination(drowned).text == "fled"


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    assert antecedent_of(word("The guards who fled survived.", "who")).text == "guards"
    assert antecedent_of(word("Who fled?", "Who")).text == "Who"
    fled = word("The guards who fled survived.", "fled")
    assert is_relative_clause(fled)
    assert modifies_noun(fled)


def test_negation_reaches_through_the_verbs_above() -> None:
    assert is_negated(word("The guards were not killed.", "killed"))
    assert is_negated(word("The shells did not kill anybody.", "kill"))
    assert not is_negated(word("The guards were killed.", "killed"))


def test_a_name_beside_the_noun_is_who_says_it() -> None:
    text = "The toll given by Ana Lal, who left, rose."
    assert getattr(relative_antecedent(word(text, "who")), "text", None) == "Lal"
    plain = relative_antecedent(word("The guards who fled survived.", "who"))
    assert plain is not None
    assert plain.text == "guards"


def test_what_negates_is_named_and_no_correction_does() -> None:
    not_killed = negator_of(word("The shells did not kill anybody.", "kill"))
    assert not_killed is not None
    assert not_killed.text == "not"
    without = negator_of(word("They fled without killing anybody.", "killing"))
    assert without is not None
    assert without.text == "without"
    assert negator_of(word("The guards were killed.", "killed")) is None


def test_classes_of_words() -> None:
    text = "Five guards fled Ruda."
    assert is_numeral(word(text, "Five"))
    assert is_noun(word(text, "guards"))
    assert not is_proper_noun(word(text, "guards"))
    assert is_proper_noun(word(text, "Ruda"))
    assert is_verbal(word(text, "fled"))
    assert has_class(word(text, "."), {"PUNCT"})


def test_verbs_form_a_chain() -> None:
    killed = word("The men were reported killed.", "killed")
    assert [token.text for token in verb_chain(killed)] == ["killed", "reported"]
    assert is_adverbial_clause(word("Bombers struck the port, killing five.", "killing"))


def test_phrases_begin_and_end() -> None:
    guards = word("Dozens of unarmed border guards died.", "guards")
    assert first_of_phrase(guards).text == "unarmed"
    assert head_of_phrase(word("Dozens of unarmed border guards died.", "unarmed")) == guards
    of = word("Dozens of unarmed border guards died.", "of")
    assert complements_of(of) == [guards]
    assert is_plural_noun(guards)


def test_only_a_conjunction_joins() -> None:
    text = "Five dead and wounded were found."
    assert are_joined(word(text, "dead"), word(text, "wounded"))
    assert not are_joined(word(text, "Five"), word(text, "found"))
