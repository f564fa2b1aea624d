"""How well the totals of found claims agree with the coded totals of releases."""

from collections.abc import Callable, Mapping, Sequence

from evaluation.claim_scores import describe
from evaluation.coding import CodedClaim
from evaluation.corpora import Release
from evaluation.measures import Error, Measure, Score, ratio, share
from evaluation.tally import counted, release_policy, tally
from schemas import Harm

TOTALS: dict[str, tuple[Harm, Callable[[Release], int]]] = {
    "killed": (Harm.KILLED, lambda release: release.killed),
    "captured": (Harm.DETAINED, lambda release: release.captured),
}


def score_tallies(
    releases: Sequence[Release], found: Mapping[str, Sequence[CodedClaim]], system: str
) -> Score:
    """Score document totals of killed and captured.

    Args:
        releases: The coded releases.
        found: The system's claims by document.
        system: The system's name.

    Returns:
        For each harm how often the total is exactly right, how often where the release has
        any, and by how much it is off on average.
    """
    measures: list[Measure] = []
    errors: list[Error] = []
    for name, (harm, coded) in TOTALS.items():
        policy = release_policy()
        offsets = []
        for release in releases:
            claims = found.get(release.document.document_id, ())
            total = tally(claims, harm, policy)
            offsets.append(total - coded(release))
            if offsets[-1]:
                added = counted(claims, harm, policy)
                errors.append(_error(name, release, coded(release), total, added))
        some = [off for off, release in zip(offsets, releases, strict=True) if coded(release)]
        measures += [
            share(f"{name} exact", (not off for off in offsets)),
            share(f"{name} exact where there are any", (not off for off in some)),
            ratio(f"{name} mean error", sum(map(abs, offsets)), len(offsets)),
        ]
    return Score("ISAF", system, tuple(measures), tuple(errors))


def _error(
    name: str, release: Release, wanted: int, total: int, added: Sequence[CodedClaim]
) -> Error:
    sentences = " | ".join(dict.fromkeys(claim.evidence for claim in added))
    told = "; ".join(describe(claim) for claim in added)
    return Error(
        name, release.document.document_id, sentences, str(wanted), f"{total}: {told or 'nothing'}"
    )
