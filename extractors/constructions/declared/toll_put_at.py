"""The harmed named by their harm, with their number: "put the dead at 40 and the injured at 90"."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import goes_on, named_at
from extractors.constructions.findings import Findings
from extractors.constructions.toll_values import count_in_words
from extractors.languages.patterns import pattern


def _find_put_at(findings: Findings) -> Iterator[Casualty]:
    sentence, last = findings.sentence, None
    for number in findings.free:
        placed = pattern("the-dead-number").search(sentence.folded[: number.start])
        if placed is not None:
            last = count_in_words(sentence, number, *placed.span("harm"), TOLL_PUT_AT)
            last = replace(last, noun=named_at(sentence, number))
            yield last
        elif last is not None and last.noun is not None and goes_on(sentence, last.number, number):
            last = replace(last, number=number, noun=named_at(sentence, number))
            if last.noun is not None:
                yield last


TOLL_PUT_AT = CountPattern(
    id="toll-put-at",
    meaning="the harmed named by their harm, put at a number",
    victims="whoever the sentence tells of",
    victims_beneath=True,
    subject_tells=True,
    phase=Phase.TOLLS,
    find=_find_put_at,
    examples=(
        "The ministry put the dead at 40 and the injured at 90.",
        "The ministry put the dead of that day at 12 guards and 18 rebels.",
    ),
    counter_examples=("The ministry put the damaged at 40.",),
)
