"""The cheap test before a parse: which sentences can hold a count of people harmed.

A sentence that fails it has no word of harm, or only such as the rules over the parse would refuse
("lost" without soldiers, "lives" that nothing claims), so nothing is lost.
"""

import re
from functools import cache

from extractors.constructions.conditions import (
    Condition,
    any_form,
    conditions_of,
    is_literal,
    tells_toll,
)
from extractors.constructions.lexicon import harm_forms
from extractors.constructions.patterns import lower, one_of
from extractors.constructions.surroundings import Surroundings
from extractors.constructions.tolls import TOLL_NOUNS


def find_triggers(text: str) -> list[int]:
    """Find where words of harm and of tolls begin.

    Args:
        text: Any text.

    Returns:
        Offsets, in order; a text without any cannot hold a claim.
    """
    return [match.start() for match in _scanner().finditer(lower(text))]


def may_hold_harm(sentence: str) -> bool:
    """Whether a sentence can hold a count of people harmed.

    Args:
        sentence: The sentence, folded.
    """
    around = Surroundings(sentence)
    return any(
        all(holds(around, *match.span()) for holds in reading)
        for match in _scanner().finditer(around.lowered)
        for reading in _readings()[match.group()]
    )


def may_be_literal(sentence: str, at: int) -> bool:
    """Whether a word that is often a figure of speech can tell a harm.

    Args:
        sentence: The sentence.
        at: Where the word begins.
    """
    return is_literal(Surroundings(sentence), at, at)


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(one_of(_readings()))


@cache
def _readings() -> dict[str, tuple[tuple[Condition, ...], ...]]:
    """For every form of a harm word, its readings: what each needs, all of it.

    A phrase is looked for by its longest word, which is the rarest: "custody", not "into".
    """
    readings: dict[str, tuple[tuple[Condition, ...], ...]] = dict.fromkeys(
        TOLL_NOUNS, ((tells_toll,),)
    )
    for first, entries in harm_forms().items():
        for entry, rest in entries:
            if entry.frame == "toll":
                continue
            words = (first, *rest)
            rarest = max(words, key=len)
            for form in (first,) if rarest == first else any_form(rarest):
                found = conditions_of(form, entry, words)
                readings[form] = (*readings.get(form, ()), found)
    return readings
