"""A noun that counts victims itself, with others named beside it: "the bodies of five men"."""

from typing import TYPE_CHECKING

from extractors.constructions.conditions import count_needs
from extractors.constructions.construction import HarmFrame
from extractors.constructions.event import find_sufferers
from extractors.constructions.harm_lexicon import HarmWord
from extractors.syntax.forms import has_noun_form

if TYPE_CHECKING:
    from spacy.tokens import Token


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    return has_noun_form(token)


HARM_NOUN = HarmFrame(
    id="count",
    meaning="a noun that stands for victims, with those who they are as complement",
    victims='complement of "of", "among" or "to"; possessive',
    frame="count",
    names_word=True,
    counts_itself=True,
    takes_before=True,
    fits=_fits,
    find_heads=find_sufferers,
    needs=count_needs,
    examples=(
        "Rescuers recovered the bodies of five miners.",
        "The lives of six miners were lost.",
    ),
    counter_examples=("The bodies of five trucks lay in the valley.",),
)
