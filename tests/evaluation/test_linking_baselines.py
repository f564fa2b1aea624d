"""Baselines that link texts by their words."""

from datetime import UTC, datetime

import pytest

from evaluation.baselines.linking import link_by_city, link_by_words
from evaluation.baselines.linking_model import fit_links
from schemas import DatePrecision, Document


def report(name: str, day: int | None, text: str) -> Document:
    return Document(
        document_id=name,
        text=text,
        published=datetime(2014, 3, day, tzinfo=UTC) if day else None,
        published_precision=DatePrecision.DAY if day else None,
    )


FERRY = [
    report("ferry", 3, "The ferry Alondra sank off Turin; divers found 14 sailors drowned."),
    report("divers", 5, "Divers found 14 sailors drowned after the ferry Alondra sank near Turin."),
    report("later", 25, "Divers found 14 sailors drowned after the ferry Alondra sank near Turin."),
    report("undated", None, "Divers found sailors drowned after the ferry Alondra sank in Turin."),
]
FIRES = [
    report(f"fire-{number}-{copy}", 1 + number, f"A fire at the {mill} mill in Lyon hurt {number}.")
    for number, mill in enumerate(["Brandt", "Okoro", "Tamsin", "Weller"])
    for copy in range(2)
]


def test_words_link_within_days() -> None:
    assert link_by_words(FERRY, 14) == [("ferry", "divers")]
    assert ("divers", "later") in link_by_words(FERRY, 30)


def test_city_links_within_three_days() -> None:
    assert link_by_city(FERRY) == [("ferry", "divers")]


@pytest.fixture(scope="module")
def linked() -> dict[str, str]:
    groups = [(f"fire-{number}-0", f"fire-{number}-1") for number in range(4)]
    return fit_links(FIRES, groups).link([*FIRES, *FERRY])


def test_model_links_what_has_rare_words_in_common(linked: dict[str, str]) -> None:
    assert linked["fire-1-0"] == linked["fire-1-1"]
    assert linked["fire-1-0"] != linked["ferry"]
