"""A number that a verb says of those harmed: "those who were executed are around 300"."""

from dataclasses import replace

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.findings import Findings
from extractors.document.text import time_limit
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from schemas import Basis, Modifier

_OLDEST = 115
"""A bare number up to here can be an age: "the miners who died were 19"."""


def count_by_predicate(findings: Findings) -> Findings:
    """Give those who are told in the plural the number that the sentence says of them."""
    sentence = findings.sentence
    kept = []
    for each in findings.found:
        number = next(
            (number for number in findings.free if _is_said_of(sentence, each, number)), None
        )
        kept.append(each if number is None else replace(each, number=number))
    return findings.keeping(kept)


def _is_said_of(sentence: SentenceView, told: Casualty, number: Number) -> bool:
    """Whether a number is what a verb says of those told without one."""
    is_age = number.modifier is Modifier.EXACT and (number.value or 0) <= _OLDEST
    if told.number.basis is not Basis.PLURAL or is_age:
        return False
    start = max(told.number.end, told.predicate.idx + len(told.predicate))
    between, after = sentence.folded[start : number.start], sentence.folded[number.end :]
    is_verb = (
        pattern("counting-copula-before").match(between, timeout=time_limit(between)) is not None
    )
    return is_verb and pattern("people-at-end").match(after) is not None
