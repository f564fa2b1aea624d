"""Parts of those harmed, in an ellipsis: "60 wounded, 20 seriously", "four dead, two of burns"."""

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
        harm = _harm_graded(findings.sentence, number)
        earlier = [c for c in reversed(findings.found) if c.number.end <= number.start]
        whole = next((c for c in earlier if c.harm is harm), None)
        # What hurts can kill, too: the cause is that of the count right before it.
        is_nearest = harm is Harm.WOUNDED or earlier[:1] == [whole]
        if whole is not None and is_nearest:
            yield part_of(whole, number, whole.noun, SEVERITY)


def _harm_graded(sentence: SentenceView, number: Number) -> Harm | None:
    """The harm of which the words behind a number tell the degree, or the cause."""
    before, after = sentence.folded[: number.start], sentence.folded[number.end :]
    if pattern("severity-adverb").match(after) or pattern("severe-state").match(after):
        return Harm.WOUNDED
    cause = pattern("cause-of-death").match(after)
    if cause is None or not pattern("phrase-ends").match(after, cause.end()):
        return None
    return Harm.KILLED if pattern("set-off-at-end").search(before) else None


SEVERITY = CountPattern(
    id="severity",
    meaning="a part of the wounded told by how they fared, or of the dead by what they died of",
    victims="those of the count of the wounded or dead",
    phase=Phase.OUTCOMES,
    find=_find_severity_parts,
    examples=(
        "Sixty miners were wounded, 20 seriously.",
        "Sixty miners were wounded, and three were in a critical condition.",
        "The fire left six miners dead, two of burns.",
    ),
    counter_examples=(
        "Sixty miners were wounded and 20 houses burned.",
        "The fire left six miners dead, two of them brothers.",
        "Three miners died and seven were hurt, two by gunfire.",
    ),
)
