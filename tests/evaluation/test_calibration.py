"""Weights fitted to labelled claims."""

from collections.abc import Callable
from pathlib import Path
from statistics import mean

from evaluation.calibration import fit_weights, predict_unseen, write_weights
from evaluation.coding import CodedClaim
from evaluation.reliability import Labelled
from schemas.yaml_text import parse_yaml

Coder = Callable[..., CodedClaim]


def _labelled(code: Coder) -> tuple[list[Labelled], dict[str, tuple[str, ...]]]:
    """Forty claims: of the doubtful ones every second is wrong, of the others none is."""
    labelled, seen = [], {}
    for number in range(40):
        doubtful = number < 20
        claim = code("14", claim_id=str(number), document_id=f"document-{number % 8}")
        labelled.append(Labelled(claim, not doubtful or number % 2 == 0))
        seen[claim.claim_id] = ("always", "doubtful") if doubtful else ("always",)
    seen["39"] = ("always", "rare")
    return labelled, seen


def test_doubt_weighs_against_a_claim(code: Coder) -> None:
    weights = fit_weights(*_labelled(code))
    assert set(weights) == {"intercept", "doubtful"}, "what all or few have tells nothing"
    assert weights["intercept"] > 0 > weights["doubtful"]


def test_unseen_documents_get_a_fitting_chance(code: Coder) -> None:
    chances = predict_unseen(*_labelled(code))
    doubtful = [chance for chance, _ in chances[:20]]
    certain = [chance for chance, _ in chances[20:]]
    assert len(chances) == 40
    assert mean(doubtful) < mean(certain)


def test_weights_are_stored_for_the_extractor(tmp_path: Path) -> None:
    path = tmp_path / "confidence.yml"
    write_weights({"intercept": 1.5, "basis:word": -0.25}, path)
    stored = parse_yaml(path.read_text(encoding="utf-8"))
    assert stored == {"weights": {"intercept": 1.5, "basis:word": -0.25}}
