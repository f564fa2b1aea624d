"""Counts told as a share of the harmed: "the dead include 11 women", "of the wounded, two …"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from extractors.constructions.casualties import Casualty, Predicate, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import goes_on, named_at, noun_after
from extractors.constructions.factuality import find_irrealis
from extractors.constructions.findings import Findings
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMMA = regex.compile(r"^(?:\s+[\w-]+){0,3}?,\s+$")
_ASIDE_OPENS = regex.compile(r"^\s*(?:[-–—]{1,2}|,|\()\s*$")


def _find_shares(findings: Findings) -> Iterator[Casualty]:
    """The counts that spell out who the harmed are, where no sum is told beside them."""
    sentence = findings.sentence
    for predicate in sentence.predicates:
        token = predicate.token
        counted = (c for c in findings.found if c.number.basis.is_explicit)
        if find_irrealis(token) or any(each.predicate == token for each in counted):
            continue
        last: Number | None = None
        for number in findings.free:
            if number.start < token.idx:
                continue
            noun = _noun_of_aside(sentence, token, number) or noun_after(sentence, number)
            if _is_share(sentence, predicate, number, noun, last):
                last = number
                entry = predicate.entry
                yield Casualty(entry.harm, number, noun, token, SHARE, SHARE.id, entry=entry)


def _is_share(
    sentence: SentenceView,
    predicate: Predicate,
    number: Number,
    noun: "Token | None",
    last: Number | None,
) -> bool:
    """Whether a number behind a harm word tells how many of the harmed were what."""
    token = predicate.token
    behind = token.idx + len(token)
    before, between = sentence.folded[: token.idx], sentence.folded[behind : number.start]
    after = sentence.folded[number.end :]
    counted = any(behind <= each.start < number.start for each in sentence.numbers)
    included = pattern("including-in-clause").match(between) is not None and not counted
    if noun is not None and predicate.frame.counts_itself and included:
        return True
    if not pattern("definite-before").search(before):
        return False
    divides = (
        pattern("of-the-before").search(before) is not None and _COMMA.match(between) is not None
    )
    if noun is None:
        return divides and pattern("copula-after-noun").match(after) is not None
    listed = last is not None and (
        goes_on(sentence, last, number)
        or pattern("next-list-item").match(sentence.folded[last.end : number.start]) is not None
    )
    named = pattern("inclusive-verb-before").match(between) is not None
    return listed or named or divides or _noun_of_aside(sentence, token, number) is not None


def _noun_of_aside(sentence: SentenceView, harm: "Token", number: Number) -> "Token | None":
    """Who those are whom dashes count: "a third of the dead - 212 - were children"."""
    between = sentence.folded[harm.idx + len(harm) : number.start]
    closes = pattern("aside-closes").match(sentence.folded[number.end :])
    if closes is None or not _ASIDE_OPENS.match(between):
        return None
    return named_at(sentence, replace(number, end=number.end + closes.end()))


SHARE = CountPattern(
    id="share",
    meaning="a share of the harmed, with no sum beside it",
    victims="the noun that the number counts",
    is_share=True,
    phase=Phase.PARTS,
    find=_find_shares,
    examples=(
        "The dead include 11 women.",
        "Of the wounded, two were nurses.",
        "Nearly a third of the dead -- 212 -- are children.",
        "Mines were blamed for all civilian deaths, including 61 children.",
    ),
    counter_examples=("The dead include the mayor.",),
)
