"""A verb that tells what befell its subject: "five died"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.construction import HarmFrame
from extractors.constructions.verb_forms import fits_verb
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import inherited_subjects, is_adjunct_predicate, modifies_noun
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.roles import subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def _befallen(verb: "Token") -> Iterator["Token"]:
    subjects = subjects_of(verb)
    if subjects:
        yield from map(antecedent_of, subjects)
    elif modifies_noun(verb):
        yield verb.head
    elif is_coordinated(verb):
        yield from inherited_subjects(verb)
    elif is_adjunct_predicate(verb):
        yield from map(antecedent_of, subjects_of(verb.head))


INTRANSITIVE = HarmFrame(
    id="subject",
    meaning="a verb that tells what befell its subject",
    victims="subject",
    frame="subject",
    names_word=True,
    takes_before=True,
    fits=fits_verb,
    find_heads=_befallen,
    examples=(
        "Five villagers died in the shelling.",
        "Six sailors who drowned were buried on Monday.",
        "Five fishermen went missing.",
    ),
    counter_examples=(
        "Five villagers might die in the shelling.",
        "The five were dying to tell their story.",
    ),
)
