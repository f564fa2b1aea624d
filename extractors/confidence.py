"""How sure a claim is: a logistic model over what the rules saw."""

from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from extractors.drafts import Draft

WEIGHTS = Path(__file__).parent / "confidence.yml"


def estimate_confidence(draft: "Draft") -> float:
    """Estimate the probability that a careful coder would make the same claim.

    Args:
        draft: The count with its attribution.

    Returns:
        A probability, rounded to three places; the weights are fitted by
        `evaluation/calibration.py` on the development corpora.
    """
    weights = _weights()
    score = weights["intercept"] + sum(weights.get(name, 0.0) for name in features(draft))
    return round(1 / (1 + exp(-score)), 3)


def features(draft: "Draft") -> tuple[str, ...]:
    """Name what the rules saw of a count, as the model's features."""
    casualty, attribution, sentence = draft.casualty, draft.attribution, draft.sentence
    names = [
        f"rule:{casualty.rule.split('-')[0]}",
        f"basis:{draft.quantity.basis}",
        f"speaker:{'article' if attribution.source is None else 'source'}",
    ]
    if attribution.source is not None and attribution.speaker is None:
        names.append("speaker:unresolved")
    if draft.victims is None:
        names.append("victims:left-out")
    if casualty.number.end - casualty.number.start > 30:
        names.append("quantity:long")
    if sentence.end - sentence.start > 300:
        names.append("sentence:long")
    return tuple(names)


@cache
def _weights() -> dict[str, float]:
    loaded = yaml.safe_load(WEIGHTS.read_text("utf-8"))
    return {str(name): float(weight) for name, weight in loaded["weights"].items()}
