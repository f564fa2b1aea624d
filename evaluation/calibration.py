"""Weights for the extractor's confidence, fitted to coded claims: `python -m evaluation calibrate`.

`extractors/tally/confidence.yml` holds them: `weights` maps `intercept` and the names that
`extractors.tally.confidence.features` gives a claim to numbers. The confidence of a claim is the
logistic function of the intercept plus the weights of its features; a feature without a weight
counts nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from rich.console import Console

from evaluation.claim_jobs import SETS, ClaimJob, open_set
from evaluation.coding import CodedClaim
from evaluation.reliability import Labelled, measure_reliability
from evaluation.score_report import reliability_table
from evaluation.systems import extract
from extractors.tally.confidence import WEIGHTS, features

Features = Mapping[str, Sequence[str]]
"""Names of the features of each claim."""

RARE = 5
"""Features of fewer claims get no weight: they would only remember those."""
STRENGTH = 3.0
"""Inverse strength of the ridge penalty: the one of 3, 1, 0.3 and 0.1 that has the least Brier
score on unseen documents."""
FOLDS = 5


def calibrate(*, write: bool = False) -> dict[str, float]:
    """Fit the weights to the development sets and print how far they can be trusted.

    Args:
        write: Whether to store them for the extractor.
    """
    sets, seen = collect()
    labelled = [each for own in sets.values() for each in own]
    unseen = predict_unseen(labelled, seen)
    console = Console()
    start = 0
    for name, own in sets.items():
        reliability = measure_reliability(unseen[start : start + len(own)])
        start += len(own)
        if reliability:
            console.print(
                reliability_table(reliability, f"Confidence on unseen documents of {name}")
            )
    weights = fit_weights(labelled, seen)
    console.print(weights)
    if write:
        write_weights(weights)
    return weights


def collect() -> tuple[dict[str, list[Labelled]], Features]:
    """Label the extractor's claims on the development sets, and gather their features.

    Our own sentences are left out: each was written for a rule that reads it.
    """
    labelled: dict[str, list[Labelled]] = {}
    seen: dict[str, Sequence[str]] = {}
    for name in SETS:
        job = open_set(name) if name != "sentences" else None
        if isinstance(job, ClaimJob):
            found = list(extract(job.documents))
            seen |= {claim.claim_id: features(claim) for claims in found for claim in claims}
            coded = [[CodedClaim.of(each) for each in claims] for claims in found]
            labelled[name] = job.label(coded)
    return labelled, seen


def fit_weights(labelled: Sequence[Labelled], seen: Features) -> dict[str, float]:
    """Fit a logistic model of the features of claims.

    Args:
        labelled: Claims of which it is known whether they are right; of both sorts.
        seen: What the extractor saw of each, by claim.

    Returns:
        The intercept, and the weight of every feature that is not rare.
    """
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - slow, and a tool of dev

    names = _frequent(labelled, seen)
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    model.fit(_matrix(labelled, seen, names), [each.is_right for each in labelled])
    weights = dict(zip(names, model.coef_[0], strict=True))
    weights = {"intercept": model.intercept_[0], **weights}
    return {name: round(float(weight), 3) for name, weight in weights.items()}


def predict_unseen(labelled: Sequence[Labelled], seen: Features) -> list[tuple[float, bool]]:
    """Give each claim the confidence that weights fitted to other documents give it."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - slow, and a tool of dev
    from sklearn.model_selection import GroupKFold, cross_val_predict  # noqa: PLC0415

    matrix = _matrix(labelled, seen, _frequent(labelled, seen))
    right = [each.is_right for each in labelled]
    documents = [each.claim.document_id for each in labelled]
    model = LogisticRegression(C=STRENGTH, max_iter=1000)
    folds = GroupKFold(FOLDS)
    chances = cross_val_predict(
        model, matrix, right, groups=documents, cv=folds, method="predict_proba"
    )
    return [(float(chance), outcome) for (_, chance), outcome in zip(chances, right, strict=True)]


def write_weights(weights: dict[str, float], path: Path = WEIGHTS) -> None:
    """Write the weights where the extractor reads them."""
    head = (
        "# Fitted by `python -m evaluation calibrate`; evaluation/calibration.py has the format.\n"
    )
    path.write_text(head + yaml.safe_dump({"weights": weights}, sort_keys=False), encoding="utf-8")


def _frequent(labelled: Sequence[Labelled], seen: Features) -> list[str]:
    counts = Counter(name for each in labelled for name in seen[each.claim.claim_id])
    return sorted(name for name, count in counts.items() if RARE <= count < len(labelled))


def _matrix(
    labelled: Sequence[Labelled], seen: Features, names: Sequence[str]
) -> list[list[float]]:
    return [[float(name in seen[each.claim.claim_id]) for name in names] for each in labelled]
