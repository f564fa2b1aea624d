"""People told of with their wounds: "five guards with gunshot wounds"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.construction import HarmFrame
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.harm_lexicon import HarmWord
from extractors.languages.context_words import words_of
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.forms import has_noun_form
from extractors.syntax.phrases import is_counted, is_preposition, is_prepositional_complement
from extractors.syntax.roles import objects_of, subjects_of
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def _bearers(wound: "Token") -> Iterator["Token"]:
    """Who has the wounds: the noun before "with", or whom its verb found or saw arrive."""
    told = wound.head.head
    if is_people(told) or is_numeral(told):
        yield told
        return
    if is_prepositional_complement(told):  # "arrived at the clinic | with wounds"
        told = told.head.head
    if told.lemma_.lower() in words_of("found-with"):
        yield from map(antecedent_of, objects_of(told) or subjects_of(told))


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    """Whether a noun of wounds follows "with", counts nobody itself, and nobody is told dead."""
    link = token.head
    denied = any(each.lower_ in words_of("no-wounds") for each in token.lefts)
    dead = any(each.lower_ in words_of("dies") for each in token.doc)
    follows = is_preposition(link) and link.lower_ in words_of("comitative-preposition")
    return has_noun_form(token) and follows and not (denied or dead or is_counted(token))


WITH_WOUNDS = HarmFrame(
    id="with-wounds",
    meaning='people with their wounds behind "with"',
    victims="noun before it; object or subject of a verb of finding or arriving",
    frame="with-wounds",
    names_word=True,
    fits=_fits,
    find_heads=_bearers,
    context=("comitative-preposition",),
    examples=(
        "Five guards with gunshot wounds lay at the gate.",
        "Five guards arrived at the clinic with shrapnel wounds.",
    ),
    counter_examples=(
        "Five guards were found dead with gunshot wounds.",
        "Five guards came back with no wounds.",
        "Five guards dealt with wounds.",
    ),
)
