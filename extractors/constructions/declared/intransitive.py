"""A verb that tells what befell its subject: "five died"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.construction import HarmFrame
from extractors.constructions.harm_lexicon import HarmWord
from extractors.constructions.verb_forms import fits_verb
from extractors.languages.context_words import words_of
from extractors.syntax.antecedents import antecedent_of
from extractors.syntax.clauses import inherited_subjects, is_adjunct_predicate, modifies_noun
from extractors.syntax.coordination import is_coordinated
from extractors.syntax.forms import has_noun_form
from extractors.syntax.roles import subjects_of
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token


def _fits(token: "Token", entry: HarmWord, is_phrase: bool) -> bool:
    """Whether a word tells what befell its subject, also where the tagger sees a noun.

    "Residents report 27 die in a raid": a number before the base form counts people.
    """
    before = token.doc[token.i - 1] if token.i else token
    is_plural = is_numeral(before) and before.lower_ not in words_of("one")
    is_misread = is_plural and not is_phrase and has_noun_form(token)
    return (is_misread and token.lower_ in entry.words) or fits_verb(token, entry, is_phrase)


def _befallen(verb: "Token") -> Iterator["Token"]:
    subjects = subjects_of(verb)
    if has_noun_form(verb):
        yield verb.doc[verb.i - 1]
    elif subjects:
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
    fits=_fits,
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
