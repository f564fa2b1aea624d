"""A noun of harm with its victims as complement or owner: "the killing of five guards"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.construction import Actor, HarmFrame
from extractors.constructions.harm_lexicon import HarmWord
from extractors.languages.context_words import words_of
from extractors.syntax.forms import has_noun_form, is_present_participle
from extractors.syntax.phrases import complements_of, is_owner, is_preposition, prepositions_of
from extractors.syntax.word_classes import is_proper_noun

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_sufferers(noun: "Token") -> Iterator["Token"]:
    """The nouns that a noun of harm has as complement or owner: "killings in May of five men"."""
    for child in [*noun.children, *_links_behind(noun)]:
        if is_preposition(child) and child.lower_ in words_of("befalling"):
            yield from complements_of(child)
        elif is_owner(child):
            yield child


def _links_behind(noun: "Token") -> Iterator["Token"]:
    """The "of" behind a noun of harm, or behind its date, that the parse hangs on another word."""
    for link in filter(is_preposition, noun.doc[noun.i + 1 : noun.i + 2]):
        if link.lower_ in words_of("genitive-preposition") and link.head != noun:
            yield link
        for date in complements_of(link):
            if is_proper_noun(date):
                yield from prepositions_of(date, words_of("genitive-preposition"))


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    """Whether a word is a noun, or a form in "-ing" with "of": "the killing of"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    of = following is not None and following.lower_ in words_of("genitive-preposition")
    return has_noun_form(token) or (is_present_participle(token) and of)


EVENT = HarmFrame(
    id="event",
    meaning="a noun of harm with its victims as complement or owner",
    victims='complement of "of", "among" or "to"; possessive',
    actor=Actor.AGENT,
    frame="event",
    names_word=True,
    counts_itself=True,
    fits=_fits,
    find_heads=find_sufferers,
    examples=(
        "The killing of five villagers caused anger.",
        "The shelling led to the deaths of five villagers.",
        "The arrest of two students was confirmed.",
    ),
    counter_examples=(
        "The court ordered the arrest of five villagers.",
        "The dam prevented the deaths of 500 villagers.",
    ),
)
