"""All counts of people harmed in one sentence: the rules in their order."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from extractors.constructions.adjacent import find_adjacent, find_severity_parts, is_of_severity
from extractors.constructions.casualties import Casualty, Refusal, SentenceView, overlap
from extractors.constructions.figures import find_figures
from extractors.constructions.gapping import find_gapped
from extractors.constructions.governed import find_governed
from extractors.constructions.parts import (
    describe,
    find_following_parts,
    find_parts,
    mark_parts,
    spell_out,
)
from extractors.constructions.predicates import find_predicates
from extractors.constructions.shares import find_shares
from extractors.constructions.tolls import find_tolls
from extractors.constructions.zeros import find_zeros
from extractors.quantities.lexicon import vague_words
from extractors.quantities.numbers import Number, find_numbers
from extractors.syntax.coordination import are_joined
from extractors.syntax.phrases import is_adjectival, is_complement_of
from schemas import Harm

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_NOT = regex.compile(r"(?i)(?<!\bif\s)\bnot\s$")
"""What stands before a figure that is put right: "five, not eight, died"."""
_OUT_OF = regex.compile(r"\s+(?:out\s+)?of\s+(?:the|its|their|his|her|some|about)\s+")


def find_casualties(tree: "Doc", folded: str) -> tuple[tuple[Casualty, ...], tuple[Refusal, ...]]:
    """Find the counts of people harmed in a sentence.

    Args:
        tree: The parsed sentence.
        folded: Its text, folded; offsets agree with the tree's.

    Returns:
        The counts in the order of their numbers, and the numbers refused, with reasons.
    """
    sentence = _view(tree, folded)
    predicates = find_predicates(tree)
    findings = [finding for p in predicates for finding in find_governed(sentence, p)]
    refused = [finding for finding in findings if isinstance(finding, Refusal)]
    found = _combine([finding for finding in findings if isinstance(finding, Casualty)])
    found = [each for each in found if not is_of_severity(sentence, each.number)]
    found = mark_parts(sentence, found)
    found = spell_out(sentence, _free(sentence, found, []), found)
    refused = [r for r in refused if not any(_same_place(r, c.number) for c in found)]
    found += list(find_tolls(sentence, _free(sentence, found, refused)))
    shares = list(find_shares(sentence, _free(sentence, found, refused), predicates))
    parts = find_parts(sentence, _free(sentence, found, []), found)
    found += [part for part in parts if not _is_other_harm(part, shares)]
    found += [each for each in shares if not any(overlap(each.number, c.number) for c in found)]
    found += list(find_figures(sentence, _free(sentence, found, refused), found))
    found += list(find_gapped(sentence, _free(sentence, found, refused), found))
    beside = list(find_adjacent(sentence, _free(sentence, found, refused), predicates))
    found = [each for each in found if not _is_agent(each, beside)] + beside
    found = [each for each in found if not _is_reference(sentence, each, found)]
    found += list(find_severity_parts(sentence, _free(sentence, found, refused), found))
    described = [describe(sentence, each) for each in _combine(found)]
    return tuple(sorted(described, key=lambda c: c.number.start)), tuple(refused)


def find_continued(
    tree: "Doc", folded: str, told: Sequence[Casualty], shift: int
) -> tuple[Casualty, ...]:
    """Find what a sentence tells of the counts of the one before: parts, and other figures.

    Args:
        tree: The parsed sentence.
        folded: Its text, folded.
        told: The counts of the sentence before.
        shift: How far the one sentence begins before the other.
    """
    sentence = _view(tree, folded)
    parts = tuple(find_following_parts(sentence, told[-1], shift))
    return parts or tuple(find_figures(sentence, _free(sentence, [], []), told))


def _view(tree: "Doc", folded: str) -> SentenceView:
    numbers = find_numbers(folded)
    zeros = tuple(
        zero
        for zero in find_zeros(folded)
        if not any(overlap(zero, n) and zero.end <= n.core_start for n in numbers)
    )
    numbers = tuple(n for n in numbers if not any(overlap(n, zero) for zero in zeros))
    numbers = tuple(
        replace(number, refusal="negated") if _NOT.search(folded[: number.start]) else number
        for number in numbers
    )
    return SentenceView(tree, folded, numbers, zeros)


def _free(
    sentence: SentenceView, found: list[Casualty], refused: list[Refusal]
) -> tuple[Number, ...]:
    return tuple(
        number
        for number in sentence.numbers
        if not number.refusal
        and not any(overlap(number, c.number) for c in found)
        and not any(_same_place(r, number) for r in refused)
    )


def _is_reference(sentence: SentenceView, casualty: Casualty, found: list[Casualty]) -> bool:
    """Whether a number is only what another is counted out of: "287 of the 459 are missing"."""
    return any(
        other.harm is casualty.harm
        and casualty.rule == "adjacent"
        and _OUT_OF.fullmatch(sentence.folded[other.number.end : casualty.number.start])
        for other in found
    )


def _is_agent(casualty: Casualty, beside: list[Casualty]) -> bool:
    """Whether one told without a number acts on those who are counted, or is told as them.

    "Troops killed 13 men"; "since January 1,240 people", where the parse misses the number.
    """
    if casualty.number.basis.is_explicit:
        return False
    return any(
        other.predicate == casualty.predicate
        and (
            casualty.number.end <= other.predicate.idx < other.number.start
            or other.noun == casualty.noun
        )
        for other in beside
    )


def _is_other_harm(part: Casualty, shares: list[Casualty]) -> bool:
    """Whether a number is a share of another harm: "ten died, … and the wounded include two"."""
    return any(each.number == part.number and each.harm is not part.harm for each in shares)


def _same_place(refusal: Refusal, number: Number) -> bool:
    return refusal.start < number.end and number.start < refusal.end


def _combine(found: list[Casualty]) -> list[Casualty]:
    """One claim for one number: killed or wounded together are casualties."""
    by_number: dict[tuple[int, int], list[Casualty]] = {}
    for casualty in found:
        by_number.setdefault((casualty.number.core_start, casualty.number.core_end), []).append(
            casualty
        )
    return [each for group in by_number.values() for each in _combined(group)]


def _combined(group: list[Casualty]) -> list[Casualty]:
    first: dict[Harm, Casualty] = {}
    for casualty in group:
        first.setdefault(casualty.harm, casualty)
    if {Harm.KILLED, Harm.WOUNDED} <= first.keys() and _coordinated(
        [first[Harm.KILLED], first[Harm.WOUNDED]]
    ):
        return [replace(first[Harm.KILLED], harm=Harm.CASUALTIES, rule="killed-or-wounded")]
    if Harm.CASUALTIES in first and len(first) > 1:
        del first[Harm.CASUALTIES]
    kept = list(first.values())
    if len(kept) > 1 and not _coordinated(kept):
        verbs = [each for each in kept if not _is_epithet(each)]
        return [min(verbs if any(map(_is_verb, verbs)) else kept, key=_distance)]
    return kept


def _is_verb(casualty: Casualty) -> bool:
    return casualty.predicate.pos_ == "VERB"


def _is_epithet(casualty: Casualty) -> bool:
    """Whether a harm word only says of whom another tells.

    "Two of the wounded died" and "two wounded men died" tell of two deaths.
    """
    token = casualty.predicate
    before_noun = is_adjectival(token) and token.head.i > token.i and token.head.pos_ != "NUM"
    return before_noun or is_complement_of(token, "of")


def _coordinated(group: list[Casualty]) -> bool:
    """Whether the harm words are joined: "captured and shot five"."""
    one, *others = [casualty.predicate for casualty in group]
    return all(
        are_joined(one, other) or (other in one.conjuncts and not _counts_between(one, other))
        for other in others
    )


def _counts_between(one: "Token", other: "Token") -> bool:
    """Whether the second harm has a count of its own: "three died and several injured"."""
    first, last = sorted((one.i, other.i))
    return any(token.lower_ in vague_words() for token in one.doc[first + 1 : last])


def _distance(casualty: Casualty) -> int:
    token = casualty.predicate
    return min(abs(token.idx - casualty.number.end), abs(casualty.number.start - token.idx))
