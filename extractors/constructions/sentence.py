"""All counts of people harmed in one sentence: the stages of reading in their order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty, Refusal, SentenceView, overlap
from extractors.constructions.construction import Phase
from extractors.constructions.declared.figure import FIGURE
from extractors.constructions.declared.killed_or_wounded import combine_harms
from extractors.constructions.declared.severity import is_of_severe_state, is_of_severity
from extractors.constructions.declared.spelled_out import spell_out
from extractors.constructions.findings import Findings
from extractors.constructions.governed import find_governed
from extractors.constructions.part_marks import describe, mark_parts
from extractors.constructions.predicated_counts import count_by_predicate
from extractors.constructions.predicates import find_predicates
from extractors.constructions.registry import patterns_of
from extractors.constructions.zeros import find_zeros
from extractors.languages.patterns import pattern
from extractors.quantities.numbers import find_numbers

if TYPE_CHECKING:
    from spacy.tokens import Doc


ReadingStage = Callable[[Findings], Findings]


def find_casualties(tree: "Doc", folded: str) -> tuple[tuple[Casualty, ...], tuple[Refusal, ...]]:
    """Find the counts of people harmed in a sentence.

    Args:
        tree: The parsed sentence.
        folded: Its text, folded; offsets agree with the tree's.

    Returns:
        The counts in the order of their numbers, and the numbers refused, with reasons.
    """
    findings = Findings(_view(tree, folded))
    for stage in STAGES:
        findings = stage(findings)
    return findings.found, findings.refused


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
    before = tuple(replace(each, number=each.number.shifted(-shift)) for each in told)
    findings = Findings(_view(tree, folded), told_before=before)
    readers = (*patterns_of(Phase.NEXT_SENTENCE), FIGURE)
    return next(filter(None, (each.read(findings).found for each in readers)), ())


def _view(tree: "Doc", folded: str) -> SentenceView:
    numbers = find_numbers(folded)
    zeros = tuple(
        zero
        for zero in find_zeros(folded)
        if not any(overlap(zero, n) and zero.end <= n.core_start for n in numbers)
    )
    numbers = tuple(n for n in numbers if not any(overlap(n, zero) for zero in zeros))
    numbers = tuple(
        replace(number, refusal="negated", counts_none=True)
        if pattern("negation-before-count").search(folded[: number.start])
        else number
        for number in numbers
    )
    return SentenceView(tree, folded, numbers, zeros, find_predicates(tree))


def _read(phase: Phase, findings: Findings) -> Findings:
    """What the constructions of one phase find, each in what those before it left."""
    for construction in patterns_of(phase):
        findings = construction.read(findings)
    return findings


def _read_harm_words(findings: Findings) -> Findings:
    """The counts that harm words govern, and the numbers that they refuse."""
    sentence = findings.sentence
    read = [each for word in sentence.predicates for each in find_governed(sentence, word)]
    refused = tuple(each for each in read if isinstance(each, Refusal))
    found = [each for each in read if isinstance(each, Casualty)]
    return replace(findings, refused=refused).adding(
        each for each in found if not any(_tells_of_whom(each, other) for other in found)
    )


def _tells_of_whom(casualty: Casualty, other: Casualty) -> bool:
    """Whether a harm word only says of whom another counts some: "four of those wounded died"."""
    if casualty.number != other.number:
        return False
    after = casualty.predicate.doc.text[casualty.number.end :]
    if not pattern("of-between").match(after):
        return False
    counts = {t.i for t in casualty.predicate.ancestors if casualty.number.start == t.idx}
    return bool(counts) and counts.isdisjoint(t.i for t in other.predicate.ancestors)


def _drop_severities(findings: Findings) -> Findings:
    """Leave numbers that tell how badly some fared to their own construction."""
    sentence, found = findings.sentence, findings.found
    return findings.keeping(
        each
        for each in found
        if not is_of_severity(sentence, each.number)
        and not is_of_severe_state(sentence, each.number, found)
    )


def _drop_overruled_refusals(findings: Findings) -> Findings:
    """Forget the refusal of a number that one harm word refuses and another counts."""
    found, refused = findings.found, findings.refused
    kept = tuple(each for each in refused if not any(each.meets(c.number) for c in found))
    return replace(findings, refused=kept)


def _read_parts_and_shares(findings: Findings) -> Findings:
    """The parts of counts, and the shares of harms that have no count beside them."""
    found = [each for one in patterns_of(Phase.PARTS) for each in one.find(findings)]
    shares = [each for each in found if each.construction.is_share]
    parts = [each for each in found if not each.construction.is_share]
    parts = [part for part in parts if not _is_other_harm(part, shares)]
    told = {(part.number, part.harm) for part in parts}
    wholes = [each for each in findings.found if (each.number, each.harm) not in told]
    findings = findings.keeping([*wholes, *parts])
    taken = [casualty.number for casualty in findings.found]
    return findings.adding(
        each for each in shares if not any(overlap(each.number, number) for number in taken)
    )


def _is_other_harm(part: Casualty, shares: Sequence[Casualty]) -> bool:
    """Whether a number is a share of another harm: "ten died, … and the wounded include two"."""
    return any(each.number == part.number and each.harm is not part.harm for each in shares)


def _read_neighbours(findings: Findings) -> Findings:
    """The numbers beside a harm word, in place of those who only act on them."""
    beside = [each for one in patterns_of(Phase.NEIGHBOURS) for each in one.find(findings)]
    kept = [each for each in findings.found if not _is_agent(each, beside)]
    return findings.keeping([*kept, *beside])


def _is_agent(casualty: Casualty, beside: Sequence[Casualty]) -> bool:
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


def _drop_references(findings: Findings) -> Findings:
    """Drop numbers that another is only counted out of: "287 of the 459 are missing"."""
    found, folded = findings.found, findings.sentence.folded
    return findings.keeping(each for each in found if not _is_reference(folded, each, found))


def _is_reference(folded: str, casualty: Casualty, found: Sequence[Casualty]) -> bool:
    return casualty.construction.is_loose and any(
        other.harm is casualty.harm
        and pattern("out-of-definite").fullmatch(folded[other.number.end : casualty.number.start])
        for other in found
    )


def _describe_all(findings: Findings) -> Findings:
    """Name those counted as the sentence goes on to, in the order of their numbers."""
    described = [describe(findings.sentence, each) for each in findings.found]
    return findings.keeping(sorted(described, key=lambda casualty: casualty.number.start))


STAGES: tuple[ReadingStage, ...] = (
    _read_harm_words,
    combine_harms,
    _drop_severities,
    mark_parts,
    spell_out,
    _drop_overruled_refusals,
    count_by_predicate,
    partial(_read, Phase.TOLLS),
    _read_parts_and_shares,
    partial(_read, Phase.REPEATS),
    _read_neighbours,
    _drop_references,
    partial(_read, Phase.OUTCOMES),
    combine_harms,
    _describe_all,
)
"""How a sentence is read: each stage takes the numbers that those before it left."""
