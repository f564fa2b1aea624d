"""A number of those whom the sea took: "seven claimed by the sea were mourned"."""

from collections.abc import Iterator

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.findings import Findings
from schemas import Harm


def _find(findings: Findings) -> Iterator[Casualty]:
    sentence = findings.sentence
    for number in findings.free:
        if sentence.folded[number.end :].startswith(" claimed by the sea"):
            yield Casualty(
                Harm.KILLED, number, None, sentence.tree[0], CLAIMED_BY_SEA, CLAIMED_BY_SEA.id
            )


CLAIMED_BY_SEA = CountPattern(
    id="claimed-by-sea",
    meaning="a number claimed by the sea",
    victims="left out",
    phase=Phase.REPEATS,
    find=_find,
    examples=("After the deaths of the storm, seven claimed by the sea were mourned.",),
    counter_examples=("After the deaths of the storm, seven hulls claimed by the sea were towed.",),
)
