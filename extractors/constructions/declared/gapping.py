"""Counts whose harm word is left out: "killed eight in Kolda and five in Diouloulou"."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import Actor, CountPattern, Phase
from extractors.constructions.coordinated_counts import goes_on, noun_after, whole_before
from extractors.constructions.declared.inverted import INVERTED
from extractors.constructions.findings import Findings
from extractors.constructions.gapped_subjects import gapped_subject, teller_of
from extractors.languages.patterns import pattern


def _find_gapped(findings: Findings) -> Iterator[Casualty]:
    """The numbers that repeat the pattern of the count before, place by place or day by day."""
    found, folded = findings.found, findings.sentence.folded
    for number in findings.free:
        last = whole_before(number, found)
        if last is None:
            continue
        before, after = folded[: number.start], folded[number.end :]
        number_then_place = (
            pattern("gapping-conjunction").search(before)
            and (pattern("place-follows").match(after) or pattern("more-elsewhere").match(after))
            and not pattern("place-of-another-count").match(after)
        )
        place_then_number = pattern("place-before-count").search(before) and pattern(
            "clause-ends-after-count"
        ).match(after)
        said_then_number = pattern("reporting-verb-before").search(before) and pattern(
            "clause-ends-after-count"
        ).match(after)
        number_then_agent = (
            pattern("gapping-conjunction").search(before)
            and pattern("agent-follows").match(after)
            and pattern("agent-before").search(folded, last.number.end, number.start)
        )
        if number_then_place or place_then_number or said_then_number or number_then_agent:
            yield replace(last, number=number, construction=GAPPING, rule=GAPPING.id, whole=None)


def _find_joined(findings: Findings) -> Iterator[Casualty]:
    """The numbers of those who suffered the same: "as were two guards", "along with two guards"."""
    sentence, listed = findings.sentence, None
    for number in findings.free:
        last = whole_before(number, findings.found)
        before, after = sentence.folded[: number.start], sentence.folded[number.end :]
        noun = noun_after(sentence, number)
        named = noun is not None and (
            pattern("comitative-before").search(before)
            or (listed is not None and goes_on(sentence, listed, number))
        )
        each = (
            listed is not None
            and pattern("each-follows").match(after)
            and pattern("gapping-conjunction").search(before)
        )
        if last is None or not (named or each or pattern("pro-verb-before").search(before)):
            continue
        listed = number
        yield replace(
            last, number=number, noun=noun, construction=GAPPING, rule=GAPPING.id, whole=None
        )


def _find_other_sides(findings: Findings) -> Iterator[Casualty]:
    """The numbers of another side: "the army lost 12 men and the rebels 30"."""
    for number in findings.free:
        last = whole_before(number, findings.found)
        is_told = last is not None and teller_of(last.predicate) is not None
        if last is None or (last.number.start < last.predicate.idx and not is_told):
            continue
        side = gapped_subject(findings.sentence, number, last.predicate)
        if side is None:
            continue
        noun = side if last.actor is Actor.LOSER else last.noun
        again = replace(last, number=number, noun=noun, whole=None, actor=Actor.BYSTANDER)
        yield replace(again, construction=GAPPING, rule=GAPPING.id)


def _find_repeated(findings: Findings) -> Iterator[Casualty]:
    gapped = [*_find_gapped(findings)]
    gapped += _find_other_sides(findings.adding(gapped))
    yield from gapped
    yield from _find_joined(findings.adding(gapped))


GAPPING = CountPattern(
    id="gapping",
    meaning="a number that repeats the count before it for another place, day or speaker",
    victims="those of the count before",
    phase=Phase.REPEATS,
    after=(INVERTED,),
    find=_find_repeated,
    examples=(
        "Ten villagers were wounded, as were six guards.",
        "The floods killed eight in Kolda and five in Thies.",
        "Ten villagers died in the market and four more at the bridge, police said.",
        "The army said six guards died; the rebels said 50.",
        "Six guards were killed by rebels, 12 by bandits and two by mines.",
        "The army lost 12 men and the rebels 30.",
        "The army reported 12 men killed and the rebels 30.",
    ),
    counter_examples=(
        "The raid left two villagers dead and two more in the hospital.",
        "The floods killed eight people in Kolda in five hours.",
        "One was a camp in Kolda where 36 people died, and three in Thies in which 22 died.",
    ),
)
