"""A number before its noun of counting: "brings to nine the number of journalists killed"."""

from collections.abc import Iterator

import regex

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern
from extractors.constructions.findings import Findings
from extractors.constructions.toll_values import count_in_words

_BROUGHT = regex.compile(
    r"(?i)\b(?:br(?:ings?|inging|ought)|rais(?:es?|ed|ing)|t(?:akes?|aking|ook)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)(?:\s+to|\s+it\s+to)\s+$"
)
BROUGHT_NOUN = regex.compile(
    r"(?i)\s+(?:people\s+)?(the\s+(?:official\s+|confirmed\s+|overall\s+|total\s+)*(?:death\s+toll|toll|"
    r"(?:total\s+)?number\s+of\s+(?:[\w'-]+\s+){0,4}?(?:dead|killed|deaths|wounded|injured|casualties|"
    r"fatalities|arrest\w*|detentions|detained|missing|victims)|dead|deaths|death\s+count))\b"
)


def _find_brought_to(findings: Findings) -> Iterator[Casualty]:
    sentence = findings.sentence
    for number in findings.free:
        before, after = sentence.folded[: number.start], sentence.folded[number.end :]
        toll = BROUGHT_NOUN.match(after)
        if toll is None or not _BROUGHT.search(before):
            continue
        start, end = number.end + toll.start(1), number.end + toll.end(1)
        yield count_in_words(sentence, number, start, end, TOLL_BROUGHT_TO)


TOLL_BROUGHT_TO = CountPattern(
    id="toll-brought-to",
    meaning="a number before its noun of counting",
    victims='complement of "number of"; whoever the sentence tells of',
    victims_beneath=True,
    subject_tells=True,
    find=_find_brought_to,
    examples=("The attack brings to nine the number of journalists killed.",),
    counter_examples=("The strike brings to nine the number of closed mills.",),
)
