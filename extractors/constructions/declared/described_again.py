"""People counted before, told again with who they were: "The army says all 11 were rebels"."""

from collections.abc import Iterator

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import noun_after, predicate_noun
from extractors.constructions.findings import Findings
from extractors.languages.patterns import pattern
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
        joined = pattern("belonged-to").match(sentence.folded, number.end)
        noun = noun_after(sentence, number) if joined else predicate_noun(sentence, number)
        if noun is not None:
            yield Casualty(
                harm=told.harm,
                number=number,
                noun=noun,
                predicate=root_of(sentence.tree),
                construction=DESCRIBED_AGAIN,
                rule=DESCRIBED_AGAIN.id,
                denied=told.denied,
                entry=told.entry,
            )


DESCRIBED_AGAIN = CountPattern(
    id="described-again",
    meaning="those counted in the sentence before, with the same number, and who they were",
    victims='what "all 11" or "the 11" are said to have been',
    phase=Phase.NEXT_SENTENCE,
    find=_find_described_again,
    examples=(
        "Villagers said 11 people were killed. The army says all 11 were rebels.",
        "A raid killed nine men. The nine were guards, police said.",
    ),
    counter_examples=(
        "Villagers said 11 people were killed. The army says all 15 were rebels.",
        "A raid killed nine men. Nine were freed.",
    ),
)
