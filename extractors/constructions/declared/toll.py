"""A noun of counting with a number for its value: "the death toll rose to 45"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import regex

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.declared.toll_brought_to import TOLL_BROUGHT_TO
from extractors.constructions.declared.toll_put_at import TOLL_PUT_AT
from extractors.constructions.factuality import find_irrealis
from extractors.constructions.findings import Findings
from extractors.constructions.toll_values import (
    counts_things,
    harm_of,
    is_exceeded,
    is_linked,
    root_of_words,
    toll_words,
    with_verb,
)
from extractors.document.text import time_limit
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from extractors.quantities.numbers import Number
from extractors.syntax.roles import is_subject
from extractors.syntax.word_classes import is_noun, is_verbal

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASIDE = regex.compile(r"^\s*,[^,]{0,70},")


def _find_tolls(findings: Findings) -> Iterator[Casualty]:
    """The numbers that a noun of counting takes as its value; of two nouns, the nearest."""
    sentence, free = findings.sentence, findings.free
    taken = {each for predicate in sentence.predicates for each in predicate.rest}
    tolls: dict[Number, Casualty] = {}
    for toll in _tolls().finditer(sentence.folded, timeout=time_limit(sentence.folded)):
        token = root_of_words(sentence, *toll.span())
        if token in taken or find_irrealis(token):
            continue
        harm = harm_of(toll.group().casefold())
        starts = dict.fromkeys((toll.end(), _verb_start(token, toll.end())))
        values = (_values(sentence, start, free) for start in starts)
        told = next(filter(None, values), [])
        for number in (*told, *_increases(sentence, told[-1:], free)):
            tolls[number] = Casualty(harm, number, _named_in(token, toll), token, TOLL, TOLL.id)
    yield from tolls.values()


def _named_in(root: "Token", toll: regex.Match[str]) -> "Token | None":
    """Whom a toll names where the parse hangs it on its verb: "number of Guards | killed here"."""
    if not is_verbal(root):
        return None
    inside = (token for token in root.doc if toll.start() <= token.idx < toll.end())
    return next((token for token in inside if is_noun(token) and is_people(token)), None)


def _verb_start(toll: "Token", end: int) -> int:
    """Where the verb of a toll stands, however long its phrase: "the toll from the fire rose"."""
    verb = toll.head
    return verb.idx if is_subject(toll) and verb.idx > end else end


def _values(sentence: SentenceView, start: int, free: tuple[Number, ...]) -> list[Number]:
    """The numbers that a toll takes for its value in what follows it or its verb.

    Without a value, what it was before.
    """
    values: list[Number] = []
    earlier: list[Number] = []
    folded = sentence.folded
    if (first := next((n for n in free if n.start >= start), None)) is not None:
        straight = folded[start : first.start].isspace()
        if straight and pattern("toll-link").match(folded[first.start : first.core_start]):
            return [first]
    for number in free:
        told = folded[start : number.start]
        if number.start < start:
            continue
        if pattern("from-before").search(told):
            earlier += [number] if _is_changed(sentence, number) else []
            continue
        after = folded[number.end : number.end + 14]
        if pattern("noun-of-measure").match(after.lstrip()):
            continue  # "the toll over the two days was 87"
        # "the toll, first put at 12, rose to 19"; "cut the toll from 45 to 38"
        between = _ASIDE.sub("", pattern("from-figure-to").sub("", told))
        if counts_things(sentence, number):
            if pattern("of-follows").match(between):
                break
            continue  # "the number of dead at the two mosques rose to 50"
        if is_linked(between) or is_exceeded(folded[start : number.core_start]):
            values.append(with_verb(between, number))
        if not pattern("earlier-toll-before").search(told):
            break
    return values or earlier[:1]


def _increases(
    sentence: SentenceView, told: Sequence[Number], free: Sequence[Number]
) -> list[Number]:
    """By how many a toll rose that was told: "an earlier toll of 40 went up by nearly 20"."""
    return [
        number
        for toll in told
        for number in free
        if pattern("rises-by").fullmatch(sentence.folded[toll.end : number.start])
        and not counts_things(sentence, number)
    ]


def _is_changed(sentence: SentenceView, number: Number) -> bool:
    """Whether a toll was a number before it rose or fell: "revised upward from 12"."""
    told = sentence.folded[: number.start]
    is_change = pattern("change-verb-before").search(told) is not None
    return is_change and not counts_things(sentence, number)


@per_language
def _tolls() -> regex.Pattern[str]:
    phrases = "|".join(
        r"\s+(?:the\s+)?".join(map(regex.escape, word.split()))
        for word in sorted(toll_words(), key=len, reverse=True)
    )
    return compile_pattern("toll-noun", toll=phrases)


TOLL = CountPattern(
    id="toll",
    meaning="a noun of counting with a number for its value",
    victims='complement of "number of"; whoever the sentence tells of',
    frame="toll",
    is_counted=True,
    victims_beneath=True,
    subject_tells=True,
    phase=Phase.TOLLS,
    after=(
        TOLL_BROUGHT_TO,
        TOLL_PUT_AT,
    ),
    find=_find_tolls,
    examples=(
        "The death toll rose to 45.",
        "The number of wounded stood at 200.",
        "The number of guards killed reached 40.",
        "The death toll stood at 45 last night.",
        "The ministry revised the death toll upward from 12.",
        "An earlier toll of 40 went up by nearly 20.",
    ),
    counter_examples=("A toll of 50 pesos was asked at the bridge.",),
)
