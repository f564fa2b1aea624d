"""Those counted as a sentence goes on to name them: "nine of the dead were clerks"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.coordinated_counts import (
    named_at,
    predicate_noun,
    whole_before,
)
from extractors.constructions.counted_phrases import is_people
from extractors.languages.context_words import words_of
from extractors.languages.noun_words import people_words
from extractors.languages.patterns import pattern
from extractors.syntax.forms import is_plural_noun
from extractors.syntax.negation import is_negated
from extractors.syntax.roles import attributes_of, is_active_subject, is_subject
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 120
"""Characters between a count and what is said of all of them."""


def describe(sentence: SentenceView, casualty: Casualty, found: Sequence[Casualty]) -> Casualty:
    """Name those counted as a sentence goes on to: "Nine of the dead were clerks".

    Or without a verb: "nine of them clerks"; "56 people, all of them clerks".

    Args:
        sentence: The sentence.
        casualty: The count.
        found: All counts of the sentence.
    """
    number = casualty.number
    after = pattern("of-them").match(sentence.folded[number.end :])
    noun = None
    if after is not None:
        past = replace(number, end=number.end + after.end())
        noun = predicate_noun(sentence, past) or named_at(sentence, past)
    noun = noun or _said_to_be(sentence, casualty)
    if noun is None or is_active_subject(noun):
        noun = _told_of_all(sentence, casualty, found)
    return replace(casualty, noun=noun) if noun is not None else casualty


def _said_to_be(sentence: SentenceView, casualty: Casualty) -> "Token | None":
    """Who the harmed are said to be: "40 of those who died were clerks", "the nine dead were"."""
    number = casualty.number
    words = (t for t in sentence.tree if number.core_start <= t.idx < number.core_end)
    subjects = [word for word in words if is_active_subject(word) and is_numeral(word)]
    verbs = (word.head for word in subjects if word.head.lemma_ in words_of("copula"))
    told = (noun for verb in verbs for noun in attributes_of(verb))
    numeral = next((noun for noun in told if is_plural_noun(noun) and is_people(noun)), None)
    return numeral or _noun_said_to_be(casualty)


def _noun_said_to_be(casualty: Casualty) -> "Token | None":
    """Who people are said to be whose harm is told beside: "the six people killed were clerks"."""
    noun, harm = casualty.noun, casualty.predicate
    if noun is None or noun == harm or not is_active_subject(noun) or noun not in harm.ancestors:
        return None
    verb = noun.head
    if verb.lemma_ not in words_of("copula") or is_negated(verb) or not is_of_anybody(noun):
        return None
    told = (each for each in attributes_of(verb) if is_plural_noun(each) and is_people(each))
    return next(told, None)


def _told_of_all(
    sentence: SentenceView, casualty: Casualty, found: Sequence[Casualty]
) -> "Token | None":
    """Who all of those counted are said to be: "56 people, all of them clerks"."""
    number, own = casualty.number, casualty.noun
    tail = sentence.folded[number.end :]
    opener = pattern("all-of-them").search(tail)
    if casualty.whole is not None or opener is None or opener.start() > _REACH:
        return None
    if own not in {None, casualty.predicate} and not is_of_anybody(own):
        return None
    opens, past = number.end + opener.start(), replace(number, end=number.end + opener.end())
    last = whole_before(replace(number, start=opens), found)
    if last is None or last.number != number or _has_others_between(sentence, casualty, opens):
        return None
    noun = named_at(sentence, past)
    if (
        noun is None
        or not is_plural_noun(noun)
        or (is_active_subject(noun) and noun.head.i > noun.i)
    ):
        return None
    between = (token for token in sentence.tree if past.end <= token.idx < noun.idx)
    return noun if all(token in noun.subtree for token in between) else None


def _opens_clause(noun: "Token") -> bool:
    """Whether a noun acts in what follows, and names nobody before: "all clerks | went home"."""
    return is_subject(noun) and noun.head.i > noun.i


def _says_little(noun: "Token") -> bool:
    """Whether a noun tells nothing that "people" does not: "all adults"."""
    entry = people_words().get(noun.lower_)
    return entry is not None and entry.open_side and not entry.attributes


def is_of_anybody(noun: "Token | None") -> bool:
    """Whether a noun names people of all sorts, whom a text can go on to describe."""
    entry = people_words().get(noun.lower_) if noun is not None else None
    return entry is not None and (entry.anybody or entry.anyone)


def _has_others_between(sentence: SentenceView, casualty: Casualty, end: int) -> bool:
    """Whether a text tells of other people before it says who all are: "by guards, all of them"."""
    start, known = casualty.number.end, {casualty.noun, casualty.predicate}
    between = (token for token in sentence.tree if start <= token.idx < end)
    return any(is_plural_noun(t) and is_people(t) and t not in known for t in between) or any(
        start <= number.start < end and number.refusal is None for number in sentence.numbers
    )
