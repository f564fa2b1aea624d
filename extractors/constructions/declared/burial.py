"""A verb of mourning whose object are the dead: "the village buried five men"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.construction import Actor
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.declared.transitive import TRANSITIVE
from extractors.constructions.harm_lexicon import harm_forms
from extractors.languages.context_words import words_of
from extractors.syntax.phrases import prepositions_of
from extractors.syntax.roles import active_subjects_of, objects_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def _buried(verb: "Token") -> Iterator["Token"]:
    """Whom people bury, not whom a wall buries: "a wall buried five men", "under the rubble"."""
    mourners = active_subjects_of(verb)
    beneath = any(prepositions_of(verb, words_of("beneath")))
    if not beneath and any(_can_mourn(each) for each in mourners):
        yield from (each for each in objects_of(verb) if not _has_harm(each))


def _has_harm(noun: "Token") -> bool:
    """Whether another word tells of what befell them: "buried the 14 people killed there"."""
    return any(each.lower_ in harm_forms() for each in noun.children)


def _can_mourn(noun: "Token") -> bool:
    return is_people(noun) or noun.lower_ in words_of("mourner")


BURIAL = replace(
    TRANSITIVE,
    id="burial",
    meaning="a verb of mourning whose object are the dead",
    victims="object",
    actor=Actor.BYSTANDER,
    frame="burial",
    takes_before=False,
    takes_behind=False,
    find_heads=_buried,
    examples=("The village buried five men.", "They have buried 19 of their people since Friday."),
    counter_examples=("The mud buried five men.", "The villagers buried five mines."),
)
