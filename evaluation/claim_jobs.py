"""The sets that systems are measured on, each with its way of scoring."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evaluation.attribution_scores import FoundRelation, score_attributions
from evaluation.claim_scores import score_claims
from evaluation.coding import CodedClaim, GoldSet
from evaluation.corpora import find_shared, read_articles, read_news, read_releases, read_seeds
from evaluation.events.event_jobs import EventJob, open_disputes, open_incidents
from evaluation.measures import Score
from evaluation.reliability import Labelled, label_by_gold, label_by_totals
from evaluation.sentences import read_sentence_set
from evaluation.tally_scores import score_tallies
from schemas import Document

SetName = Literal["seeds", "news", "sentences", "isaf", "polnear", "incidents", "syria"]
OWN_SENTENCES = Path(__file__).parent.parent / "tests" / "gold"
NO_SENTENCES = {"known_failures.yml"}

Claims = Sequence[Sequence[CodedClaim]]
Relations = Sequence[Sequence[FoundRelation]]


@dataclass(frozen=True, slots=True)
class ClaimJob:
    """Documents in which claims are to be found.

    Attributes:
        documents: The texts.
        score: Scores the claims of each document, for a system's name.
        label: Tells which of the claims are right.
    """

    documents: tuple[Document, ...]
    score: Callable[[Claims, str], Score]
    label: Callable[[Claims], list[Labelled]]


@dataclass(frozen=True, slots=True)
class AttributionJob:
    """Documents in which attributions are to be found.

    Attributes:
        documents: The texts.
        score: Scores the attributions of each document, for a system's name.
    """

    documents: tuple[Document, ...]
    score: Callable[[Relations, str], Score]


Job = ClaimJob | AttributionJob | EventJob


def open_set(name: SetName) -> Job:
    """Read one of the default sets.

    Raises:
        GoldError: Its files are missing or malformed.
    """
    return _OPENERS[name]()


def gold_job(gold: GoldSet, *, is_complete: bool = False) -> ClaimJob:
    """Measure claims against coded ones.

    Args:
        gold: The coded set.
        is_complete: Whether it lists implicit claims too.
    """
    return ClaimJob(
        gold.documents,
        lambda found, system: score_claims(gold, _flat(found), system),
        lambda found: label_by_gold(gold, _flat(found), is_complete=is_complete),
    )


def _flat(found: Claims) -> list[CodedClaim]:
    return [claim for claims in found for claim in claims]


def _open_sentences() -> Job:
    paths = [path for path in sorted(OWN_SENTENCES.glob("*.yml")) if path.name not in NO_SENTENCES]
    return gold_job(read_sentence_set(paths, "sentences"), is_complete=True)


def _open_seeds() -> Job:
    return gold_job(read_seeds(find_shared()))


def _open_news() -> Job:
    return gold_job(read_news(find_shared()))


def _open_releases() -> Job:
    releases = read_releases(find_shared())
    documents = tuple(release.document for release in releases)
    names = [document.document_id for document in documents]
    return ClaimJob(
        documents,
        lambda found, system: score_tallies(releases, dict(zip(names, found, strict=True)), system),
        lambda found: label_by_totals(releases, dict(zip(names, found, strict=True))),
    )


def _open_articles() -> Job:
    articles = read_articles(find_shared())
    documents = tuple(article.document for article in articles)
    names = [document.document_id for document in documents]
    return AttributionJob(
        documents,
        lambda found, system: score_attributions(
            articles, dict(zip(names, found, strict=True)), system
        ),
    )


_OPENERS: dict[SetName, Callable[[], Job]] = {
    "seeds": _open_seeds,
    "news": _open_news,
    "sentences": _open_sentences,
    "isaf": _open_releases,
    "polnear": _open_articles,
    "incidents": open_incidents,
    "syria": open_disputes,
}
SETS: tuple[SetName, ...] = tuple(_OPENERS)
