"""Counts behind a harm word that opens its clause: "Also killed were five Danes and two Finns"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import Actor, CountPattern, Phase
from extractors.constructions.coordinated_counts import goes_on, noun_after
from extractors.constructions.declared.figure import FIGURE
from extractors.constructions.factuality import find_irrealis
from extractors.constructions.findings import Findings
from extractors.languages.patterns import pattern
from extractors.syntax.forms import is_past_participle

if TYPE_CHECKING:
    from spacy.tokens import Token


def _find_inverted(findings: Findings) -> Iterator[Casualty]:
    """The counts that a participle at the head of a clause is said of, and those listed with it."""
    sentence = findings.sentence
    for predicate in sentence.predicates:
        token, last = predicate.token, None
        if not _may_open(sentence.folded, token):
            continue
        for number in findings.untaken:
            between = sentence.folded[token.idx + len(token) : number.start]
            noun = noun_after(sentence, number)
            listed = last is not None and goes_on(sentence, last, number)
            if number.start > token.idx and (listed or pattern("inverted-copula").match(between)):
                last = number
                yield Casualty(
                    predicate.entry.harm,
                    number,
                    noun,
                    token,
                    INVERTED,
                    INVERTED.id,
                    actor=predicate.frame.actor,
                    entry=predicate.entry,
                )


def _may_open(text: str, harm: "Token") -> bool:
    """Whether a participle stands where a clause opens, and tells what happened."""
    opens = pattern("inversion-opens").search(text[: harm.idx]) is not None
    return opens and is_past_participle(harm) and find_irrealis(harm) is None


INVERTED = CountPattern(
    id="inverted",
    meaning="a participle that opens its clause, with those it is said of behind it",
    victims="the noun that each number counts",
    actor=Actor.AGENT,
    phase=Phase.REPEATS,
    after=(FIGURE,),
    find=_find_inverted,
    examples=("Also killed were five Danes and two Finns.",),
    counter_examples=("Also damaged were five huts.", "Those killed were buried at five mills."),
)
