"""A part without a number word: "two suspects, including a commander"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import (
    part_of,
    whole_before,
)
from extractors.constructions.findings import Findings
from extractors.constructions.implicit import implicit_number
from extractors.languages.patterns import pattern
from extractors.syntax.forms import is_singular_noun
from extractors.syntax.phrases import head_of_phrase

if TYPE_CHECKING:
    pass


def _find_implied_parts(findings: Findings) -> Iterator[Casualty]:
    sentence, found = findings.sentence, findings.found
    for opener in pattern("including-one").finditer(sentence.folded):
        token = next((t for t in sentence.tree if t.idx >= opener.end()), None)
        if token is None:
            continue
        head = head_of_phrase(token)
        number = implicit_number(head, None) if is_singular_noun(head) else None
        whole = whole_before(number, found) if number is not None else None
        if number is not None and whole is not None and whole.number.value != 1:
            yield part_of(whole, number, head, IMPLIED_PART)


IMPLIED_PART = CountPattern(
    id="part-implicit",
    meaning="a part of a count told without a number word",
    victims="the noun of the part",
    phase=Phase.PARTS,
    find=_find_implied_parts,
    examples=("Police arrested five suspects, including a councillor.",),
    counter_examples=("Police arrested five suspects, including on a farm.",),
)
