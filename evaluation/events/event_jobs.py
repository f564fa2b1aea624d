"""The streams that events are measured on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from evaluation.baselines.linking import link_by_city, link_by_words
from evaluation.baselines.linking_model import fit_links
from evaluation.corpora import find_shared
from evaluation.events.built import Built, build
from evaluation.events.claims import find_claims
from evaluation.events.coded import CodedSource, Incidents, read_disputes, read_incidents
from evaluation.events.dispute_scores import score_disputes
from evaluation.events.incident_scores import score_incidents
from evaluation.events.links import cluster_measures, pair_measures, pairs_of
from evaluation.events.when_where import Setting, read_settings, score_when_where
from evaluation.measures import Score
from schemas import Document

Examples = tuple[Sequence[Document], Sequence[Sequence[str]]]


@dataclass(frozen=True, slots=True)
class EventJob:
    """Documents whose events, tolls and discrepancies are measured.

    Attributes:
        name: The set.
        sources: The documents, in the order in which they are loaded.
        groups: The documents of each coded incident.
        days: How far apart in publication TF-IDF may link two documents.
        examples: Documents of known incidents, with the groups that they form, to which the
            baseline that has weights is fitted.
        score: Scores what the warehouse built, for a system's name.
        settings: Where and when the coded events happened.
    """

    name: str
    sources: tuple[CodedSource, ...]
    groups: Sequence[Sequence[str]]
    days: int
    examples: Callable[[], Examples]
    score: Callable[[Built, str], Score]
    settings: tuple[Setting, ...] = ()

    def measure(
        self, system: str, given: Sequence[Path] = (), *, baselines: bool = True
    ) -> list[Score]:
        """Build events from the documents' claims, and score them.

        Args:
            system: How the score is called.
            given: Files of claims that were extracted before.
            baselines: Whether to score what links documents by their words alone, too.
        """
        documents = [source.document for source in self.sources]
        claims = find_claims(self.name, documents, given)
        built = self.score(build(self.sources, claims), system)
        placed = score_when_where(self.name, self.settings, claims, system)
        scores = [
            replace(
                built,
                measures=(*built.measures, *placed.measures),
                errors=(*built.errors, *placed.errors),
            )
        ]
        if baselines:
            scores += self._baselines(documents)
        return scores

    def _baselines(self, documents: Sequence[Document]) -> list[Score]:
        """Score what links documents by their words alone."""
        if not find_spec("sklearn"):
            return []
        by_words = pair_measures(self.groups, link_by_words(documents, self.days))
        by_city = pair_measures(self.groups, link_by_city(documents))
        events = fit_links(*self.examples()).link(documents)
        by_model = [
            *pair_measures(self.groups, pairs_of(events)),
            *cluster_measures(self.groups, events),
        ]
        measured = {"TF-IDF": by_words, "city": by_city, "model of words": by_model}
        return [Score(self.name, name, tuple(found)) for name, found in measured.items()]


def examples_of(coded: Incidents) -> Examples:
    """The texts of known incidents, and which belong together."""
    groups = [incident.documents for incident in coded.incidents]
    return [source.document for source in coded.sources], groups


def open_incidents() -> EventJob:
    """Open the reports of known incidents."""
    coded = read_incidents(find_shared())
    return EventJob(
        "incidents",
        coded.sources,
        [incident.documents for incident in coded.incidents],
        14,
        lambda: examples_of(coded),
        lambda built, system: score_incidents(coded, built, system),
        read_settings(find_shared() / "corpora" / "incidents_dev_gold.jsonl"),
    )


def open_disputes() -> EventJob:
    """Open the reports of the war in Syria."""
    coded = read_disputes(find_shared())
    return EventJob(
        "syria",
        coded.sources,
        [event.documents for event in coded.events],
        5,
        lambda: examples_of(read_incidents(find_shared())),
        lambda built, system: score_disputes(coded, built, system),
        read_settings(find_shared() / "corpora" / "syria_dev" / "events.jsonl"),
    )
