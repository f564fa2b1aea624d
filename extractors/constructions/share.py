"""Counts told as a share of the harmed: "the dead include 11 women", "of the wounded, two …"."""

from collections.abc import Iterator

import regex

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern
from extractors.constructions.factuality import find_irrealis
from extractors.constructions.findings import Findings
from extractors.constructions.lists import goes_on, noun_after
from extractors.quantities.numbers import Number

_DEFINITE = regex.compile(r"(?i)\b(?:the|those)\s+(?:[\w-]+\s+)?$")
_NAMES = regex.compile(
    r"(?i)^(?:\s+[\w-]+){0,3}?\s+(?:include|includes|included|comprise|comprised|are|were)\s+$"
)
_DIVIDES = regex.compile(r"(?i)(?:^|[\s\"])of\s+(?:the|those)\s+(?:[\w-]+\s+)?$")
_COMMA = regex.compile(r"^(?:\s+[\w-]+){0,3}?,\s+$")
_SAID_OF = regex.compile(r"(?i)^\s+(?:[\w-]+\s+)?(?:is|are|was|were|had|have)\b")


def _find_shares(findings: Findings) -> Iterator[Casualty]:
    """The counts that spell out who the harmed are, where no sum is told beside them."""
    sentence = findings.sentence
    for predicate in sentence.predicates:
        token = predicate.token
        before = sentence.folded[: token.idx]
        if not _DEFINITE.search(before) or find_irrealis(token):
            continue
        last: Number | None = None
        for number in findings.free:
            between = sentence.folded[token.idx + len(token) : number.start]
            noun = noun_after(sentence, number)
            if number.start < token.idx:
                continue
            listed = last is not None and goes_on(sentence, last, number)
            if not (noun is not None and (listed or _NAMES.match(between))):
                after = sentence.folded[number.end :]
                divides = _DIVIDES.search(before) and _COMMA.match(between)
                if not (divides and (noun is not None or _SAID_OF.match(after))):
                    continue
            last = number
            yield Casualty(predicate.entry.harm, number, noun, token, SHARE, SHARE.id)


SHARE = CountPattern(
    id="share",
    meaning="a share of the harmed, with no sum beside it",
    victims="the noun that the number counts",
    is_share=True,
    find=_find_shares,
    examples=("The dead include 11 women.", "Of the wounded, two were nurses."),
    counter_examples=("The dead include the mayor.",),
)
