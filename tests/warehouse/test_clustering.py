from datetime import date

from warehouse.linking.clustering import Block, average_linkage
from warehouse.linking.mentions import LinkClaim, written_on

ALIKE = {
    ("first", "other"): 0.9,
    ("other", "second"): 0.9,
    ("first", "third"): 0.8,
    ("second", "third"): 0.8,
    ("other", "third"): 0.8,
}
"""Probabilities of two tellings of one document, each with those of two other documents."""
APART = {"first": "a", "second": "a", "other": "b"}
"""The documents of tellings."""


def clusters(blocks: list[Block], pairs: dict[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """The members of the clusters that are found."""
    return sorted(b.members for b in average_linkage(blocks, pairs, threshold=0.35, unlike=0.1))


def told_in(documents: dict[str, str], event_ids: dict[str, str | None]) -> list[Block]:
    """One block a telling."""
    return [
        Block((name,), event_ids.get(name), frozenset({document}))
        for name, document in documents.items()
    ]


def test_two_tellings_of_a_document_come_together_where_others_are_like_both() -> None:
    blocks = told_in({**APART, "third": "c"}, {})
    assert clusters(blocks, ALIKE) == [("first", "other", "second", "third")]


def test_two_tellings_of_a_document_stay_apart_where_a_single_text_is_like_both() -> None:
    pairs = {("first", "other"): 0.9, ("other", "second"): 0.8}
    assert clusters(told_in(APART, {}), pairs) == [("first", "other"), ("second",)]


def test_two_tellings_of_a_document_stay_apart_where_nothing_is_like_both() -> None:
    blocks = told_in({**APART, "third": "c"}, {})
    pairs = {("first", "other"): 0.9, ("first", "third"): 0.9, ("other", "third"): 0.9}
    assert clusters(blocks, pairs) == [("first", "other", "third"), ("second",)]


def test_a_document_that_a_person_parted_stays_parted() -> None:
    blocks = told_in({**APART, "third": "c"}, {"first": "decided"})
    parted = [members for members in clusters(blocks, ALIKE) if {"first", "second"} <= {*members}]
    assert not parted


def claim(first: date | None, last: date | None, basis: str) -> LinkClaim:
    """A claim of some days."""
    return LinkClaim(
        "claim",
        "document",
        0,
        "killed",
        4,
        None,
        None,
        "Four died.",
        None,
        None,
        first,
        last,
        basis,
    )


def test_a_texts_own_date_line_outweighs_a_publication_far_from_all_that_it_tells() -> None:
    reposted = claim(date(2016, 6, 17), date(2016, 6, 20), "dateline")
    assert written_on([reposted], date(2015, 8, 6)) == date(2016, 6, 20)


def test_a_publication_near_a_day_that_is_told_is_right() -> None:
    said = claim(None, date(2016, 1, 4), "dateline")
    news = claim(date(2016, 6, 19), date(2016, 6, 19), "stated")
    assert written_on([said, news], date(2016, 6, 20)) == date(2016, 6, 20)
