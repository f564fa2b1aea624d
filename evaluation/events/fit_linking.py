"""Weights of the linking, fitted to coded streams: `python -m evaluation fit-linking`.

`warehouse/linking/model.yml` holds them: the log-odds that two mentions are of one event are
`intercept` plus the sum of each feature of `warehouse.linking.features` times its weight.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from rich.console import Console

from evaluation.corpora import find_shared
from evaluation.events.claims import find_claims
from evaluation.events.coded import read_disputes, read_incidents
from evaluation.events.frequent_words import write_frequent_words
from evaluation.events.linking_pairs import LinkedPair, LinkedStream, read_stream
from evaluation.events.links import pair_measures, pairs_of
from evaluation.measures import Measure
from schemas.yaml_text import parse_yaml
from warehouse.linking.clustering import Block, average_linkage
from warehouse.linking.features import FEATURES, OF_DAYS, SIGNS
from warehouse.linking.model import WEIGHTS, Model

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

UNLIKE = 0.1
STRENGTH = 1.0
"""Strength of the ridge penalty on the weights of features scaled to unit variance."""
FOLDS = 2
CUTS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
TOLD_UNDATED = tuple(float(name not in OF_DAYS) for name in FEATURES)
DAYS_UNKNOWN = tuple(float(name == "days unknown") for name in FEATURES)
HEAD = """\
# Weights of the linking, by `python -m evaluation fit-linking --write`. The log-odds that two
# mentions are of one event are the intercept plus each feature times its weight; mentions whose
# mean probability is at least the threshold are linked. `measured`: pairs of documents, each
# predicted by weights fitted to the other half of the incidents.
"""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model with what it was measured at.

    Attributes:
        model: The model.
        measures: For each set the measures of its pairs, predicted from the other half.
        pairs: How many labelled pairs it was fitted to.
    """

    model: Model
    measures: Mapping[str, Sequence[Measure]]
    pairs: int


def fit_linking(given: Sequence[Path], *, threshold: float | None = None, write: bool) -> None:
    """Fit the weights to the coded streams, and print how well they link what they did not see.

    Args:
        given: Files of claims that were extracted before.
        threshold: Mean probability from which on mentions are linked; the stored one without.
        write: Whether to store the weights for the warehouse, and how frequent words are in news.
    """
    if write:
        write_frequent_words()
    streams = read_streams(given)
    console = Console()
    kept = threshold if threshold is not None else _stored_threshold()
    halves = [
        fit(
            [pair for stream in streams for pair in stream.labelled if stream.folds(pair) == {fold}]
        )
        for fold in range(FOLDS)
    ]
    measured = {
        cut: {stream.name: link_unseen(stream, halves, cut) for stream in streams}
        for cut in sorted({*CUTS, kept})
    }
    for cut, found in measured.items():
        console.print(cut, {name: _shown(measures) for name, measures in found.items()})
    pairs = [pair for stream in streams for pair in stream.labelled]
    model = replace(fit(pairs), threshold=kept)
    fitted = _laid_out(Fitted(model, measured[kept], len(pairs)))
    console.print(fitted)
    if write:
        WEIGHTS.write_text(HEAD + yaml.safe_dump(fitted, sort_keys=False), "utf-8")


def read_streams(given: Sequence[Path]) -> list[LinkedStream]:
    """Read the coded streams as the linking sees them."""
    shared = find_shared()
    coded, war = read_incidents(shared), read_disputes(shared)
    shootings = {name: each.incident for each in coded.incidents for name in each.documents}
    events = {name: each.event for each in war.events for name in each.documents}
    streams = []
    for name, sources, incidents in (
        ("incidents", coded.sources, shootings),
        ("syria", war.sources, events | {name: name for name in war.others}),
    ):
        documents = [source.document for source in sources]
        streams.append(read_stream(name, documents, find_claims(name, documents, given), incidents))
    return streams


def fit(pairs: Sequence[LinkedPair]) -> Model:
    """Fit a logistic regression whose weights keep the signs of their features.

    Each pair stands twice: as it is, and as if nothing told the days of one of its documents, since
    the corpora hold hardly any undated page and other streams hold many.
    """
    import numpy as np  # noqa: PLC0415 - only fits
    from scipy.optimize import (  # type: ignore[import-untyped]  # noqa: PLC0415 - see above
        minimize,
    )

    told = np.array([pair.measured for pair in pairs])
    measured = np.vstack([told, told * TOLD_UNDATED + DAYS_UNKNOWN])
    same = np.tile([1.0 if pair.is_same else -1.0 for pair in pairs], 2)
    scale = np.maximum(measured.std(axis=0), 1e-9)
    rows = np.hstack([measured / scale, np.ones((len(measured), 1))])

    def loss(weights: "Numbers") -> "tuple[float, Numbers]":
        margins = same * (rows @ weights)
        penalty = STRENGTH * weights[:-1]
        gradient = -(rows.T @ (same / (1 + np.exp(margins))))
        gradient[:-1] += penalty
        return float(np.logaddexp(0, -margins).sum() + penalty @ weights[:-1] / 2), gradient

    bounds = [(0, None) if sign > 0 else (None, 0) for sign in SIGNS.values()] + [(None, None)]
    start = np.zeros(len(FEATURES) + 1)
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x
    weights = found[:-1] / scale
    return Model(float(found[-1]), tuple(float(w) for w in weights), CUTS[0], UNLIKE)


def link_unseen(stream: LinkedStream, halves: Sequence[Model], threshold: float) -> list[Measure]:
    """Link a stream by weights fitted to the other half of the incidents, and score the pairs."""
    pairs = {}
    for pair in stream.pairs:
        unseen = [m for fold, m in enumerate(halves) if {fold} != stream.folds(pair)]
        mean = sum(model.of(pair.measured) for model in unseen) / len(unseen)
        pairs[pair.names] = mean if pair.is_possible else 0.0
    blocks = [
        Block((each.mention_id,), None, frozenset([each.document_id])) for each in stream.mentions
    ]
    clusters = average_linkage(blocks, pairs, threshold, UNLIKE)
    event_of = {name: str(n) for n, block in enumerate(clusters) for name in block.members}
    claims: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in stream.mentions:
        claims[mention.document_id][event_of[mention.mention_id]] += len(mention.claim_ids)
    main = {name: counts.most_common(1)[0][0] for name, counts in claims.items()}
    return pair_measures(stream.groups, pairs_of(main))


def _shown(measures: Sequence[Measure]) -> list[float]:
    return [round(each.value, 3) for each in measures if each.value is not None]


def _laid_out(fitted: Fitted) -> dict[str, object]:
    model = fitted.model
    return {
        "fitted": datetime.now(UTC).date().isoformat(),
        "pairs": fitted.pairs,
        "measured": {
            name: {each.name: round(each.value, 3) for each in found if each.value is not None}
            for name, found in fitted.measures.items()
        },
        "threshold": model.threshold,
        "unlike": model.unlike,
        "intercept": round(model.intercept, 3),
        "weights": {
            name: round(weight, 3) for name, weight in zip(FEATURES, model.weights, strict=True)
        },
    }


def _stored_threshold() -> float:
    return float(parse_yaml(WEIGHTS.read_text("utf-8"))["threshold"])
