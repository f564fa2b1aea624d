"""The parts of a count by place: "12 people were killed: ten at the bridge and two in Dorel"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.constructions.casualties import Casualty, SentenceView
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.coordinated_counts import part_of
from extractors.constructions.findings import Findings
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import Number


def _find_parts_by_place(findings: Findings) -> Iterator[Casualty]:
    """The numbers that a sentence lists with a place each, behind the count of them all."""
    sentence = findings.sentence
    for whole in findings.found:
        if whole.whole is None and whole.number.value:
            parts = _listed_behind(sentence, whole.number)
            yield from (part_of(whole, part, whole.noun, PART_BY_PLACE) for part in parts)


def _listed_behind(sentence: SentenceView, whole: Number) -> Sequence[Number]:
    """The list of places that follows a count, where it can be that count's.

    Behind a colon its numbers are at most the whole together; behind a comma they are the whole.
    """
    behind = [n for n in sentence.numbers if n.start >= whole.end and n.value]
    opener = behind and pattern("opens-list").search(sentence.folded[whole.end : behind[0].start])
    if not opener:
        return ()
    listed = [n for n in behind if pattern("told-where").match(sentence.folded, n.end)]
    if len(listed) < 2 or listed[0] != behind[0]:
        return ()
    joined = all(
        pattern("list-of-places-goes-on").fullmatch(sentence.folded, one.end, other.start)
        for one, other in pairwise(listed)
    )
    told, count = sum(n.value or 0 for n in listed), whole.value or 0
    is_whole = told == count or (opener["colon"] is not None and told < count)
    return listed if joined and is_whole else ()


PART_BY_PLACE = CountPattern(
    id="part-by-place",
    meaning="the parts of a count, each told with its place, in a list behind it",
    victims="those of the whole",
    phase=Phase.PARTS,
    find=_find_parts_by_place,
    examples=(
        "Twelve people were killed: ten at the bridge and two in the market.",
        "Twelve people were killed, ten at the bridge and two in the market.",
    ),
    counter_examples=(
        "Twelve people were killed, ten at the bridge more than in the market.",
        "Twelve people were killed: the bridge has ten arches, two in the water.",
    ),
)
