"""How well found claims agree with coded ones."""

from collections.abc import Callable, Sequence

from evaluation.coding import CodedClaim, GoldSet
from evaluation.matching import Matching, match_claims
from evaluation.measures import Error, Measure, Score, f1, ratio, share
from evaluation.speaker_names import is_right_speaker

Pair = tuple[CodedClaim, CodedClaim]
EVERYONE = "all"
"""The coders' group for victims of no or of every group; a system leaves it open."""


def is_right_value(gold: CodedClaim, found: CodedClaim) -> bool:
    """Whether the number, or both ends of a range, are the same."""
    return (gold.value, gold.value_to) == (found.value, found.value_to)


def is_right_group(gold: CodedClaim, found: CodedClaim) -> bool:
    """Whether the victims' groups are the same, or open; a group not coded says nothing."""
    return gold.group is None or gold.group.casefold() == (found.group or EVERYONE).casefold()


def has_right_speaker(gold: CodedClaim, found: CodedClaim) -> bool:
    """Whether the found speaker is one that the coder accepts."""
    return is_right_speaker(found.speaker, gold.readings)


FIELDS: dict[str, Callable[[CodedClaim, CodedClaim], bool]] = {
    "value": is_right_value,
    "modifier": lambda gold, found: gold.modifier is found.modifier,
    "stance": lambda gold, found: gold.stance is found.stance,
    "speaker": has_right_speaker,
    "victim group": is_right_group,
    "scope": lambda gold, found: gold.scope is found.scope,
}
LINKS: dict[str, Callable[[CodedClaim, CodedClaim], bool]] = {
    "part of": lambda gold, found: (gold.part_of is None) == (found.part_of is None),
    "repeats": lambda gold, found: (gold.repeats is None) == (found.repeats is None),
}
STRICT = ("value", "modifier", "stance", "speaker")
"""What must be right for a claim to count in the strict score."""


def is_strictly_right(gold: CodedClaim, found: CodedClaim) -> bool:
    """Whether value, modifier, stance and speaker are all right."""
    return all(FIELDS[field](gold, found) for field in STRICT)


def score_claims(gold: GoldSet, found: Sequence[CodedClaim], system: str) -> Score:
    """Score claims against a coded set.

    Only explicit claims count. A found claim of basis article, named or plural that answers
    nothing is no error, nor is one that answers a gold claim which is not explicit.

    Args:
        gold: The coded set.
        found: All claims that the system found in its documents.
        system: The system's name.

    Returns:
        Recall, precision and F1 of claims; the share of right fields among the matched ones;
        agreement on links; and the errors.
    """
    matching = match_claims(gold.claims, found)
    pairs = [pair for pair in matching.pairs if pair[0].explicit]
    wanted = [claim for claim in gold.claims if claim.explicit]
    spurious = [claim for claim in matching.extra if claim.basis.is_explicit]
    answered = len(pairs) + len(spurious)
    strict = sum(is_strictly_right(*pair) for pair in pairs)
    attributed = sum(claim.speaker is not None for claim in wanted)
    led_back = sum(has_right_speaker(*pair) for pair in pairs if pair[0].speaker is not None)
    implicit = [pair for pair in matching.pairs if not pair[0].explicit]
    measures = (
        ratio("recall", len(pairs), len(wanted)),
        ratio("precision", len(pairs), answered),
        f1("F1", len(pairs), len(wanted), answered),
        *(_share(name, is_right, pairs) for name, is_right in FIELDS.items()),
        ratio("named speaker found", led_back, attributed),
        f1("strict F1", strict, len(wanted), answered),
        _links("part of", gold.claims, matching, lambda claim: claim.part_of),
        _links("repeats", gold.claims, matching, lambda claim: claim.repeats),
        ratio("implicit recall", len(implicit), len(gold.claims) - len(wanted)),
    )
    return Score(gold.name, system, measures, tuple(_errors(matching, pairs, spurious)))


def _share(
    name: str, is_right: Callable[[CodedClaim, CodedClaim], bool], pairs: Sequence[Pair]
) -> Measure:
    coded = (pair for pair in pairs if is_right is not is_right_group or pair[0].group)
    return share(name, (is_right(*pair) for pair in coded))


def _links(
    name: str,
    gold: Sequence[CodedClaim],
    matching: Matching,
    link: Callable[[CodedClaim], str | None],
) -> Measure:
    """F1 of links between claims; a found link is right if both its ends are paired rightly."""
    answers = {found.claim_id: wanted for wanted, found in matching.pairs}
    right = 0
    for wanted, found in matching.pairs:
        target, answer = link(wanted), answers.get(link(found) or "")
        right += target is not None and answer is not None and _is_same(answer, target, gold)
    pointing = sum(link(found) is not None for _, found in matching.pairs)
    pointing += sum(link(found) is not None for found in matching.extra if found.basis.is_explicit)
    return f1(name, right, sum(link(claim) is not None for claim in gold), pointing)


def _is_same(answer: CodedClaim, target: str, gold: Sequence[CodedClaim]) -> bool:
    """Whether a claim is the target, or one of two that tell the same."""
    repeated = next((claim.repeats for claim in gold if claim.claim_id == target), None)
    return target in {answer.claim_id, answer.repeats} or answer.claim_id == repeated


def _errors(
    matching: Matching, pairs: Sequence[Pair], spurious: Sequence[CodedClaim]
) -> list[Error]:
    missed = [
        Error("missed", claim.document_id, claim.evidence, describe(claim), None)
        for claim in matching.missed
        if claim.explicit
    ]
    extra = [
        Error("spurious", claim.document_id, claim.evidence, None, describe(claim))
        for claim in spurious
    ]
    wrong = [
        _wrong(field, gold, found)
        for field, is_right in (FIELDS | LINKS).items()
        for gold, found in pairs
        if not is_right(gold, found)
    ]
    return [*missed, *extra, *wrong]


def _wrong(field: str, gold: CodedClaim, found: CodedClaim) -> Error:
    sentence = gold.evidence or found.evidence
    return Error(field, gold.document_id, sentence, describe(gold), describe(found))


def describe(claim: CodedClaim) -> str:
    """Tell a claim in one line."""
    number = "?" if claim.value is None else str(claim.value)
    number += f"–{claim.value_to}" if claim.value_to is not None else ""
    links = [f"part of {claim.part_of}"] if claim.part_of else []
    links += [f"repeats {claim.repeats}"] if claim.repeats else []
    words = [
        f"{claim.quantity!r} = {claim.modifier} {number} {claim.harm}",
        f"of {claim.group or 'open group'}",
        f"{claim.speaker or 'article'} {claim.stance}",
        claim.scope,
        *links,
    ]
    return ", ".join(words)
