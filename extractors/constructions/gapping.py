"""Counts whose harm word is left out: "killed eight in Kolda and five in Diouloulou"."""

from collections.abc import Iterator
from dataclasses import replace

import regex

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern
from extractors.constructions.findings import Findings
from extractors.constructions.lists import goes_on, noun_after

_PLACE = (
    r"(?:in|at|near|on|outside|around|from)\s+(?:the\s+)?(?:(?:\p{Lu}[\p{L}'-]*\s?){1,4}"
    r"|(?:[\w-]+\s+){0,3}?(?:province|district|cit(?:y|ie)|town|village|region|state|countr(?:y|ie)|part)s?\b)"
)
_TIME = (
    r"(?:on|in|over|during)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:\w+day|days?|nights?|weeks?|months?)\b"
)
_THEN_PLACE = regex.compile(rf"^(?:\s+(?:more|others?|people))?\s+(?:{_PLACE}|{_TIME})")
_JOINED = regex.compile(r"(?i)(?:\band|,|;|\bwhile)\s+(?:another\s+|a\s+further\s+)?$")
_AFTER_PLACE = regex.compile(
    rf"(?:\band|,|;|\bwhile)\s+{_PLACE},?\s*(?:another\s+)?$", regex.IGNORECASE
)
_SAID = regex.compile(
    r"(?i)\b(?:said|says|say|claimed|claims|claim|reported|reports|counted|"
    r"(?:put|puts)\s+(?:it|them|the\s+(?:toll|figure|number|count))\s+at|spoke\s+of|speaks?\s+of)\s+$"
)
"""A cue whose whole content is a figure: "the army said six; the rebels said 50"."""
_PRO_VERB = regex.compile(r"(?i)(?:,|\band|;)\s+(?:so|as|nor)\s+(?:was|were|had|did|have)\s+$")
"""A verb that stands for the harm: "60 villagers were wounded, as were eleven guards"."""
_COMPANY = regex.compile(r"(?i)\b(?:along|together)\s+with\s+$|,\s+as\s+well\s+as\s+$")
_EACH = regex.compile(r"(?i)^\s+each\b")
_ENDS = regex.compile(r"^(?:\s+(?:more|others?))?\s*(?:[.,;]|$|and\b)")


def _find_gapped(findings: Findings) -> Iterator[Casualty]:
    """The numbers that repeat the pattern of the count before, place by place or day by day."""
    found, folded = findings.found, findings.sentence.folded
    for number in findings.free:
        earlier = [c for c in found if c.number.end <= number.start and c.number.value != 0]
        if not earlier:
            continue
        before, after = folded[: number.start], folded[number.end :]
        number_then_place = _JOINED.search(before) and _THEN_PLACE.match(after)
        place_then_number = _AFTER_PLACE.search(before) and _ENDS.match(after)
        said_then_number = _SAID.search(before) and _ENDS.match(after)
        if number_then_place or place_then_number or said_then_number:
            last = max(earlier, key=lambda c: c.number.end)
            yield replace(last, number=number, construction=GAPPING, rule=GAPPING.id, whole=None)


def _find_joined(findings: Findings) -> Iterator[Casualty]:
    """The numbers of those who suffered the same: "as were two guards", "along with two guards"."""
    sentence, listed = findings.sentence, None
    for number in findings.free:
        last = max(
            (c for c in findings.found if c.number.end <= number.start and c.number.value != 0),
            key=lambda c: c.number.end,
            default=None,
        )
        before, after = sentence.folded[: number.start], sentence.folded[number.end :]
        noun = noun_after(sentence, number)
        named = noun is not None and (
            _COMPANY.search(before) or (listed is not None and goes_on(sentence, listed, number))
        )
        each = listed is not None and _EACH.match(after) and _JOINED.search(before)
        if last is None or not (named or each or _PRO_VERB.search(before)):
            continue
        listed = number
        yield replace(
            last, number=number, noun=noun, construction=GAPPING, rule=GAPPING.id, whole=None
        )


def _find_repeated(findings: Findings) -> Iterator[Casualty]:
    gapped = [*_find_gapped(findings)]
    yield from gapped
    yield from _find_joined(findings.adding(gapped))


GAPPING = CountPattern(
    id="gapping",
    meaning="a number that repeats the count before it for another place, day or speaker",
    victims="those of the count before",
    find=_find_repeated,
    examples=(
        "Ten villagers were wounded, as were six guards.",
        "The floods killed eight in Kolda and five in Thies.",
        "The army said six guards died; the rebels said 50.",
    ),
    counter_examples=("The floods killed eight people in Kolda in five hours.",),
)
