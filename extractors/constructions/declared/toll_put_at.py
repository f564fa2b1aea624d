"""The harmed named by their harm, with their number: "put the dead at 40 and the injured at 90"."""

from collections.abc import Iterator

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.findings import Findings
from extractors.constructions.toll_values import count_in_words
from extractors.languages.patterns import pattern


def _find_put_at(findings: Findings) -> Iterator[Casualty]:
    sentence = findings.sentence
    for number in findings.free:
        placed = pattern("the-dead-number").search(sentence.folded[: number.start])
        if placed is not None:
            yield count_in_words(sentence, number, *placed.span("harm"), TOLL_PUT_AT)


TOLL_PUT_AT = CountPattern(
    id="toll-put-at",
    meaning="the harmed named by their harm, put at a number",
    victims="whoever the sentence tells of",
    victims_beneath=True,
    subject_tells=True,
    phase=Phase.TOLLS,
    find=_find_put_at,
    examples=("The ministry put the dead at 40 and the injured at 90.",),
    counter_examples=("The ministry put the damaged at 40.",),
)
