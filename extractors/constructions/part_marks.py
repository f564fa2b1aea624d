"""Counts that the sentence calls a part, and those counted as it goes on to name them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.coordinated_counts import (
    is_part,
    named_at,
    noun_after,
    predicate_noun,
    whole_before,
)
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.findings import Findings
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.forms import is_plural_noun
from extractors.syntax.roles import attributes_of, is_active_subject
from extractors.syntax.word_classes import is_numeral

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = regex.compile(r"^[^.;:()–—]{1,60}?\s[-–—]{1,2}\s[^.;:()–—]{0,60}$")
_ASIDE_ENDS = regex.compile(r"^[^.;:()–—]{0,60}?\s[-–—]{1,2}(?:\s|,)")


def mark_parts(findings: Findings) -> Findings:
    """Name the whole of counts that a harm word governs and the sentence calls a part."""
    sentence = findings.sentence
    found = (*findings.found, *_wholes_before(findings))
    marked = []
    for casualty in found:
        others = [c for c in found if c.harm is casualty.harm and not is_part(sentence, c.number)]
        whole = whole_before(casualty.number, others)
        aside = whole is not None and _in_aside(sentence, whole.number, casualty.number)
        if whole is not None and (aside or is_part(sentence, casualty.number)):
            marked.append(replace(casualty, whole=whole.number))
        else:
            marked.append(casualty)
    return findings.keeping(marked)


def _wholes_before(findings: Findings) -> Iterator[Casualty]:
    """The wholes of parts that alone have the harm word: "left 21 people including six boys dead".

    They stand right before "including", and the harm word behind both.
    """
    sentence = findings.sentence
    for part in findings.found:
        opener = pattern("including-before").search(sentence.folded[: part.number.start])
        if opener is None or part.predicate.idx < part.number.end:
            continue
        for number in findings.untaken:
            noun = noun_after(sentence, number)
            if noun is not None and noun.idx + len(noun) == opener.start():
                yield replace(part, number=number, noun=noun, whole=None)


def _in_aside(sentence: SentenceView, whole: Number, number: Number) -> bool:
    """Whether dashes set a number off: "four clerks - a man and his two sons - died"."""
    between = sentence.folded[whole.end : number.start]
    return bool(_ASIDE.match(between) and _ASIDE_ENDS.match(sentence.folded[number.end :]))


def describe(sentence: SentenceView, casualty: Casualty) -> Casualty:
    """Name those counted as a sentence goes on to: "Nine of the dead were clerks".

    Or without a verb: "nine of them clerks".
    """
    number = casualty.number
    after = pattern("of-them").match(sentence.folded[number.end :])
    noun = None
    if after is not None:
        past = replace(number, end=number.end + after.end())
        noun = predicate_noun(sentence, past) or named_at(sentence, past)
    noun = noun or _said_to_be(sentence, number)
    is_told = noun is not None and not is_active_subject(noun)
    return replace(casualty, noun=noun) if is_told else casualty


def _said_to_be(sentence: SentenceView, number: Number) -> "Token | None":
    """Who some of the harmed are said to be: "40 of those who died were clerks"."""
    words = (t for t in sentence.tree if number.core_start <= t.idx < number.core_end)
    subjects = (word for word in words if is_active_subject(word) and is_numeral(word))
    verbs = (word.head for word in subjects if word.head.lemma_ in words_of("copula"))
    told = (noun for verb in verbs for noun in attributes_of(verb))
    return next((noun for noun in told if is_plural_noun(noun) and is_people(noun)), None)
