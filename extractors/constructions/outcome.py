"""How those fared of whom a verb only tells that they were hit: "three others were shot"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extractors.constructions.casualties import Casualty
from extractors.document.text import time_limit
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from schemas import Harm

_BEFORE, _BEHIND = 12, 25
"""Characters around a number in which "another" and "others" stand."""


def settle_outcomes(
    casualties: Sequence[Casualty], folded: str, before: Sequence[Casualty]
) -> tuple[Casualty, ...]:
    """Tell the wounded from the dead where a verb leaves it open.

    Others than those who died were wounded ("one died and three others were shot"), and so were
    those who were hit in a limb.

    Args:
        casualties: The counts of a sentence.
        folded: The sentence.
        before: The counts of the sentence before.
    """
    dead = any(each.harm is Harm.KILLED for each in casualties)
    told = dead or any(each.harm is Harm.KILLED for each in before)
    return tuple(_settled(casualties, folded, dead=dead, told=told))


def _settled(
    casualties: Sequence[Casualty], folded: str, *, dead: bool, told: bool
) -> Iterator[Casualty]:
    for each in casualties:
        others = told and _is_of_others(each, folded)
        limb = not dead and _is_in_limb(each, folded)
        survived = each.outcome_is_open and (others or limb)
        yield replace(each, harm=Harm.WOUNDED) if survived else each


def _is_of_others(casualty: Casualty, folded: str) -> bool:
    """Whether words around a number set those counted apart from others."""
    number = casualty.number
    around = folded[max(0, number.start - _BEFORE) : number.end + _BEHIND]
    return bool(pattern("additive-other").search(around))


def _is_in_limb(casualty: Casualty, folded: str) -> bool:
    """Whether a verb goes on to a limb: "shot in the left leg"."""
    predicate = casualty.predicate
    after = folded[predicate.idx + len(predicate) :]
    return bool(_limb().match(after, timeout=time_limit(after)))


@per_language
def _limb() -> "regex.Pattern[str]":
    limbs = "|".join(sorted(map(regex.escape, words_of("limb"))))
    return compile_pattern("in-limb", limb=limbs)
