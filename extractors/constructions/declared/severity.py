"""The elliptical parts of the wounded: "60 were wounded, 20 seriously"."""

from collections.abc import Iterator, Sequence

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import part_of
from extractors.constructions.findings import Findings
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number
from schemas import Harm


def is_of_severity(sentence: SentenceView, number: Number) -> bool:
    """Whether an adverb alone tells how those counted fared: "20 of them seriously, and …"."""
    after = sentence.folded[number.end :]
    match = pattern("severity-adverb").match(after)
    return match is not None and pattern("phrase-ends").match(after, match.end()) is not None


def is_of_severe_state(sentence: SentenceView, number: Number, found: Sequence[Casualty]) -> bool:
    """Whether a number tells how some of the wounded fare who were told of before it."""
    told = any(c.harm is Harm.WOUNDED and c.number.end <= number.start for c in found)
    return told and pattern("severe-state").match(sentence.folded[number.end :]) is not None


def _find_severity_parts(findings: Findings) -> Iterator[Casualty]:
    for number in findings.free:
        after = findings.sentence.folded[number.end :]
        match = pattern("severity-adverb").match(after) or pattern("severe-state").match(after)
        earlier = [c for c in findings.found if c.number.end <= number.start]
        if match is None or not earlier:
            continue
        whole = next((c for c in reversed(earlier) if c.harm is Harm.WOUNDED), None)
        if whole is not None:
            yield part_of(whole, number, whole.noun, SEVERITY)


SEVERITY = CountPattern(
    id="severity",
    meaning="a part of the wounded told by how badly they fared",
    victims="those of the count of the wounded",
    phase=Phase.OUTCOMES,
    find=_find_severity_parts,
    examples=(
        "Sixty miners were wounded, 20 seriously.",
        "Sixty miners were wounded, and three were in a critical condition.",
    ),
    counter_examples=("Sixty miners were wounded and 20 houses burned.",),
)
