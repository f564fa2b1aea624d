"""People counted before, told again with who they were: "The army says all 11 were rebels"."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import (
    goes_on,
    noun_after,
    part_of,
    predicate_noun,
)
from extractors.constructions.declared.part import PART
from extractors.constructions.findings import Findings
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from extractors.syntax.clauses import root_of


def describes_again(folded: str) -> bool:
    """Whether a sentence can say who those counted before were: the cheap test."""
    return pattern("described-again").search(folded) is not None


def _find_described_again(findings: Findings) -> Iterator[Casualty]:
    """The count of the sentence before, told with the same number, and who they were said to be."""
    sentence = findings.sentence
    for number in sentence.numbers:
        told = next((c for c in findings.told_before if c.number.value == number.value), None)
        before = sentence.folded[: number.start]
        if told is None or number.refusal or not pattern("definite-at-end").search(before):
            continue
        victims = pattern("victims-follow").match(sentence.folded[number.end :])
        past = replace(number, end=number.end + (victims.end() if victims else 0))
        after = sentence.folded[past.end :]
        joined = pattern("belonged-to").match(after)
        noun = noun_after(sentence, past) if joined else predicate_noun(sentence, past)
        included = pattern("includes-follows").match(after)
        if noun is None and included is None:
            continue
        again = Casualty(
            harm=told.harm,
            number=number,
            noun=noun,
            predicate=root_of(sentence.tree),
            construction=DESCRIBED_AGAIN,
            rule=DESCRIBED_AGAIN.id,
            denied=told.denied,
            entry=told.entry,
        )
        yield again
        if included is not None:
            yield from _find_included(sentence, again, past.end + included.end())


def _find_included(sentence: SentenceView, whole: Casualty, start: int) -> Iterator[Casualty]:
    """The parts that follow "include": "The 36 victims include five women and two nurses"."""
    last: Number | None = None
    for number in sentence.numbers:
        noun = noun_after(sentence, number)
        listed = number.start == start or (last is not None and goes_on(sentence, last, number))
        if noun is not None and listed and not number.refusal:
            last = number
            yield part_of(whole, number, noun, PART)


DESCRIBED_AGAIN = CountPattern(
    id="described-again",
    meaning="those counted in the sentence before, with the same number, and who they were",
    victims='what "all 11" or "the 11" are said to have been',
    phase=Phase.NEXT_SENTENCE,
    find=_find_described_again,
    examples=(
        "Villagers said 11 people were killed. The army says all 11 were rebels.",
        "A raid killed nine men. The nine were guards, police said.",
        "A fire killed 36 people. The 36 victims include five women.",
    ),
    counter_examples=(
        "Villagers said 11 people were killed. The army says all 15 were rebels.",
        "A raid killed nine men. Nine were freed.",
        "A raid killed nine men. The 12 villages include two towns.",
    ),
)
