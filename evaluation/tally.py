"""The least number of people harmed that the claims of one document add up to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from evaluation.coding import CodedClaim
from evaluation.data import load_data
from schemas import Harm, Modifier, Scope, Stance


@dataclass(frozen=True, slots=True)
class TallyPolicy:
    """What words count in a tally, and what is left out.

    Attributes:
        words: Vague words with the least number that they stand for.
        otherwise: What any other vague word, or a bare plural, stands for.
        background: Matches a sentence, up to the quantity, that tells another side's attack.
        own_forces: Matches victims whom only the other side harms.
    """

    words: dict[str, int]
    otherwise: int
    background: regex.Pattern[str]
    own_forces: regex.Pattern[str]


@cache
def release_policy() -> TallyPolicy:
    """The convention of the ISAF press releases, cited in `data/tally.yml`."""
    data = load_data("tally")
    return TallyPolicy(
        words={word: number for number, words in data["words"].items() for word in words},
        otherwise=data["otherwise"],
        background=regex.compile(data["background"]),
        own_forces=regex.compile(data["own_forces"]),
    )


def tally(claims: Sequence[CodedClaim], harm: Harm, policy: TallyPolicy) -> int:
    """Add up the least numbers of a document's claims of one harm."""
    return sum(least(claim, policy, claims) for claim in counted(claims, harm, policy))


def counted(
    claims: Sequence[CodedClaim], harm: Harm, policy: TallyPolicy
) -> tuple[CodedClaim, ...]:
    """The claims of a document that its tally adds up.

    Parts and repetitions are in what they are part or repetition of; running totals, denials
    and background are left out; the same number told by two speakers counts once.
    """
    told = (each for each in claims if each.harm is harm and _adds(each))
    main = (each for each in told if not is_background(each, policy))
    return _told_once(main, lambda claim: least(claim, policy, claims))


def _told_once(
    claims: Iterable[CodedClaim], number: Callable[[CodedClaim], int]
) -> tuple[CodedClaim, ...]:
    """Claims without those that tell a number which another speaker told before."""
    kept: list[CodedClaim] = []
    for claim in claims:
        others = (other for other in kept if other.speaker != claim.speaker)
        if all(number(other) != number(claim) for other in others):
            kept.append(claim)
    return tuple(kept)


def least(claim: CodedClaim, policy: TallyPolicy, claims: Sequence[CodedClaim] = ()) -> int:
    """The least number that a claim stands for.

    Args:
        claim: The claim.
        policy: What words stand for.
        claims: The claims of its document: a whole told without a number holds no fewer than
            its parts together.
    """
    if claim.value is None:
        phrase = f" {claim.quantity.casefold()} {claim.size or ''} "
        words = [number for word, number in policy.words.items() if f" {word} " in phrase]
        parts = {part.places: part for part in claims if part.part_of == claim.claim_id}
        firsts = (part for part in parts.values() if part.repeats is None)
        counts = _told_once(firsts, lambda part: least(part, policy))
        together = sum(least(part, policy) for part in counts)
        return max(*words, together) if words else max(policy.otherwise, together)
    if claim.modifier is Modifier.MORE_THAN:
        return claim.value + 1
    return claim.value


def is_background(claim: CodedClaim, policy: TallyPolicy) -> bool:
    """Whether a claim tells what others' attacks did before."""
    if policy.own_forces.search(f"{claim.victims or ''} {claim.quantity}"):
        return True
    before, _, _ = claim.evidence.partition(claim.quantity)
    return bool(policy.background.search(before))


def _adds(claim: CodedClaim) -> bool:
    is_first = claim.part_of is None and claim.repeats is None
    return is_first and claim.scope is Scope.INCIDENT and claim.stance is Stance.ASSERTS
