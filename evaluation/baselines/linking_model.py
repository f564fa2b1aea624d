"""A model of pairs of texts that knows words, names, numbers and days of publication only.

Logistic regression over eleven features of two whole texts, then average linkage. It knows
neither places nor days of events nor claims, so what links those must do better.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import regex

from schemas import Document

TELLING = 25
"""Words of a text that are looked up in others."""
COMMON = 60
"""Documents in which a word tells nothing any more."""
LEAD = 500
"""Characters that tell what a report is about."""
RARE = 6
"""Most documents in which a rare name stands."""
UNSEEN = 0.02
"""Chance that two texts without a telling word in common are of one incident."""
CUT = 0.3
"""Least mean chance at which two groups of texts become one."""
UNDATED = 7.0
"""Days between two publications of which one is unknown."""
_NAME = regex.compile(r"\p{Lu}[\p{L}'’-]{2,}")
_NUMBER = regex.compile(r"\b\d[\d,.:]*\b")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LinkModel:
    """Fitted weights.

    Attributes:
        classifier: A pipeline of scikit-learn.
    """

    classifier: Any

    def link(self, documents: Sequence[Document]) -> dict[str, str]:
        """Put documents into events.

        Returns:
            For each document the name of its event.
        """
        import numpy as np  # noqa: PLC0415 - for development
        from sklearn.cluster import AgglomerativeClustering  # noqa: PLC0415 - see above

        texts = _Texts(documents)
        pairs = list(texts.candidates())
        distances = np.full((len(documents), len(documents)), 1 - UNSEEN)
        np.fill_diagonal(distances, 0.0)
        chances = self.classifier.predict_proba([texts.features(pair) for pair in pairs])[:, 1]
        for (one, other), chance in zip(pairs, chances, strict=True):
            distances[one, other] = distances[other, one] = 1 - chance
        clustering = AgglomerativeClustering(
            n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - CUT
        )
        labels = clustering.fit_predict(distances)
        return {
            document.document_id: str(label)
            for document, label in zip(documents, labels, strict=True)
        }


def fit_links(documents: Sequence[Document], groups: Sequence[Sequence[str]]) -> LinkModel:
    """Fit the weights to documents of known incidents.

    Args:
        documents: The texts.
        groups: The documents of each incident.
    """
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - for development
    from sklearn.pipeline import make_pipeline  # noqa: PLC0415 - see above
    from sklearn.preprocessing import StandardScaler  # noqa: PLC0415 - see above

    group_of = {name: number for number, group in enumerate(groups) for name in group}
    names = [group_of.get(document.document_id) for document in documents]
    texts = _Texts(documents)
    pairs = list(texts.candidates())
    classifier = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    classifier.fit(
        [texts.features(pair) for pair in pairs],
        [names[one] is not None and names[one] == names[other] for one, other in pairs],
    )
    return LinkModel(classifier)


class _Texts:
    """Texts with what their pairs are compared by."""

    def __init__(self, documents: Sequence[Document]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - see above

        self.documents = documents
        texts = [f"{document.title or ''}\n{document.text}" for document in documents]
        vectorizer = TfidfVectorizer(sublinear_tf=True, stop_words="english")
        self.whole = vectorizer.fit_transform(texts)
        leads = vectorizer.transform(text[:LEAD] for text in texts)
        self.whole_cosines = (self.whole @ self.whole.T).tolil()
        self.lead_cosines = (leads @ leads.T).tolil()
        self.names = [frozenset(_NAME.findall(text)) for text in texts]
        self.numbers = [frozenset(_NUMBER.findall(text)) for text in texts]
        self.lengths = [math.log(1 + len(text)) for text in texts]
        self.naming = Counter(name for names in self.names for name in names)

    def candidates(self) -> Iterator[Pair]:
        """Pairs that share one of the most telling words of each."""
        holding: Mapping[int, list[int]] = defaultdict(list)
        frequency = self.whole.getnnz(axis=0)
        for number in range(len(self.documents)):
            row = self.whole[number]
            told = sorted(zip(row.data, row.indices, strict=True), reverse=True)
            for _, word in [each for each in told if frequency[each[1]] <= COMMON][:TELLING]:
                holding[word].append(number)
        yield from sorted({pair for own in holding.values() for pair in combinations(own, 2)})

    def features(self, pair: Pair) -> list[float]:
        """The eleven features of a pair."""
        one, other = pair
        days = _days_between(self.documents[one], self.documents[other])
        apart = UNDATED if days is None else days
        names = self.names[one] & self.names[other]
        return [
            self.whole_cosines[pair],
            self.lead_cosines[pair],
            math.log(1 + apart),
            float(apart <= 1),
            float(apart <= 3),
            float(apart > 14),
            float(days is None),
            sum(self._rarity(names)),
            float(sum(self.naming[name] <= RARE for name in names)),
            float(len(self.numbers[one] & self.numbers[other])),
            min(self.lengths[one], self.lengths[other]),
        ]

    def _rarity(self, names: Iterable[str]) -> Iterator[float]:
        return (math.log(len(self.documents) / self.naming[name]) for name in names)


def _days_between(one: Document, other: Document) -> float | None:
    if one.published is None or other.published is None:
        return None
    return abs((one.published.date() - other.published.date()).days)
