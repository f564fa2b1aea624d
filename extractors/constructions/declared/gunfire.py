"""A verb of hitting said of gunfire: "a bullet struck the guard", "they fired, hitting four"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.counted_phrases import is_people
from extractors.constructions.declared.transitive import TRANSITIVE
from extractors.constructions.harm_lexicon import HarmWord
from extractors.constructions.verb_forms import fits_verb
from extractors.languages.context_words import words_of
from extractors.syntax.roles import active_subjects_of, agents_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    """Whether bullets hit: as who acts, or in a sentence that tells of shots and of no other cause.

    "A car hit two pupils after the shots" is none.
    """
    if not fits_verb(token, entry, is_phrase):
        return False
    actors = [*active_subjects_of(token), *agents_of(token)]
    if any(each.lower_ in words_of("missile") for each in actors):
        return True
    told = any(each.lower_ in words_of("gunfire") for each in token.doc)
    return told and all(map(is_people, actors))


GUNFIRE = replace(
    TRANSITIVE,
    id="gunfire",
    meaning="a verb of hitting in a sentence that tells of shots",
    frame="gunfire",
    takes_before=False,
    takes_behind=False,
    fits=_fits,
    context=("gunfire", "missile"),
    examples=(
        "A bullet struck five villagers.",
        "Gunmen fired at the square, hitting four villagers.",
        "The bullets flew, and seven villagers were hit.",
    ),
    counter_examples=(
        "A bullet struck five windows.",
        "A lorry struck five villagers.",
        "Five villagers were hit by a lorry as shots rang out.",
    ),
)
