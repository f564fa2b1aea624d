"""A number before its noun of counting: "brings to nine the number of journalists killed"."""

from collections.abc import Iterator

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.findings import Findings
from extractors.constructions.toll_values import count_in_words
from extractors.languages.patterns import pattern


def _find_brought_to(findings: Findings) -> Iterator[Casualty]:
    sentence = findings.sentence
    for number in findings.free:
        before, after = sentence.folded[: number.start], sentence.folded[number.end :]
        toll = pattern("toll-that-is-brought").match(after)
        if toll is None or not pattern("brings-toll-to").search(before):
            continue
        start, end = number.end + toll.start(1), number.end + toll.end(1)
        yield count_in_words(sentence, number, start, end, TOLL_BROUGHT_TO)


TOLL_BROUGHT_TO = CountPattern(
    id="toll-brought-to",
    meaning="a number before its noun of counting",
    victims='complement of "number of"; whoever the sentence tells of',
    victims_beneath=True,
    subject_tells=True,
    phase=Phase.TOLLS,
    find=_find_brought_to,
    examples=("The attack brings to nine the number of journalists killed.",),
    counter_examples=("The strike brings to nine the number of closed mills.",),
)
