"""A noun that counts victims itself, with others named beside it: "the bodies of five men"."""

from typing import TYPE_CHECKING

from extractors.constructions.construction import HarmFrame
from extractors.constructions.declared.event import find_sufferers
from extractors.constructions.harm_lexicon import HarmWord, governing_words
from extractors.languages.context_words import words_of
from extractors.syntax.forms import has_noun_form
from extractors.syntax.roles import expletives_of, is_any_auxiliary, predicatives_of
from extractors.syntax.word_classes import has_class

if TYPE_CHECKING:
    from spacy.tokens import Token


def words_needed(noun: "Token") -> frozenset[str]:
    """The verbs without which the noun does not count the dead."""
    return governing_words().get(noun.lemma_.lower(), frozenset())


def is_governed(noun: "Token") -> bool:
    """Whether a noun such as "lives" or "bodies" has the verb that makes it count the dead."""
    needs = words_needed(noun)
    return not needs or any({each.lemma_.lower(), each.lower_} & needs for each in _near(noun))


def _near(noun: "Token") -> list["Token"]:
    described = [c for c in noun.children if has_class(c, {"VERB", "NOUN", "ADJ"})]
    clause = [*noun.ancestors][:4]
    if noun.i + 1 < len(noun.doc) and is_any_auxiliary(noun.nbor()):
        clause.append(noun.nbor().head)  # "31 deaths and 20 bodies | had been recovered"
    told = [each for verb in clause for each in predicatives_of(verb)]
    copulas = [verb for verb in clause if verb.lemma_ in words_of("copula")]
    there = [each for verb in copulas for each in expletives_of(verb)]
    return [*clause, *described, *told, *there]


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    return has_noun_form(token) and is_governed(token)


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
    examples=(
        "Rescuers recovered the bodies of five miners.",
        "The lives of six miners were lost.",
    ),
    counter_examples=("The bodies of five trucks lay in the valley.",),
)
