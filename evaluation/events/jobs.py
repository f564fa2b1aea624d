"""The streams that events are measured on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.baselines.linking import link_by_city, link_by_words
from evaluation.corpora import find_shared
from evaluation.events.built import Built, build
from evaluation.events.claims import find_claims
from evaluation.events.coded import Source, read_disputes, read_incidents
from evaluation.events.dispute_scores import score_disputes
from evaluation.events.incident_scores import score_incidents
from evaluation.events.links import pair_measures
from evaluation.measures import Score


@dataclass(frozen=True, slots=True)
class EventJob:
    """Documents whose events, tolls and discrepancies are measured.

    Attributes:
        name: The set.
        sources: The documents, in the order in which they are loaded.
        groups: The documents of each coded incident.
        days: How far apart in publication TF-IDF may link two documents.
        score: Scores what the warehouse built, for a system's name.
    """

    name: str
    sources: tuple[Source, ...]
    groups: Sequence[Sequence[str]]
    days: int
    score: Callable[[Built, str], Score]

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
        scores = [self.score(build(self.sources, claims), system)]
        if baselines:
            linked = {
                "TF-IDF": link_by_words(documents, self.days),
                "city": link_by_city(documents),
            }
            scores += [
                Score(self.name, name, tuple(pair_measures(self.groups, pairs)))
                for name, pairs in linked.items()
            ]
        return scores


def open_incidents() -> EventJob:
    """Open the reports of known incidents."""
    coded = read_incidents(find_shared())
    return EventJob(
        "incidents",
        coded.sources,
        [incident.documents for incident in coded.incidents],
        14,
        lambda built, system: score_incidents(coded, built, system),
    )


def open_disputes() -> EventJob:
    """Open the reports of the war in Syria."""
    coded = read_disputes(find_shared())
    return EventJob(
        "syria",
        coded.sources,
        [event.documents for event in coded.events],
        5,
        lambda built, system: score_disputes(coded, built, system),
    )
