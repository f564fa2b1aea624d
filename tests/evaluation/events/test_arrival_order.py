"""How far links depend on the order of arrival."""

from pathlib import Path

import pytest

from evaluation.events.arrival_order import (
    compare_links,
    compare_pairs,
    measure_orders,
    write_orders,
)


def test_names_of_events_do_not_count():
    assert compare_links({"a": "1", "b": "1", "c": "2"}, {"a": "9", "b": "9", "c": "1"}) == (3, 0)


def test_a_claim_that_left_its_event():
    one = {"a": "1", "b": "1", "c": "1", "d": "2"}
    assert compare_links(one, one | {"c": "2"}) == (4, 1)


def test_events_that_came_together_count_by_the_smaller_one():
    one = {"a": "1", "b": "1", "c": "1", "d": "2"}
    assert compare_links(one, dict.fromkeys(one, "1")) == (4, 1)


def test_pairs_of_documents():
    one = {"a": "1", "b": "1", "c": "1", "d": "2"}
    assert compare_pairs(one, one | {"c": "2"}) == (4, 3)
    assert compare_pairs(one, one) == (3, 0)


@pytest.mark.slow
def test_a_small_stream_is_linked_alike_in_any_order(stream: Path, tmp_path: Path):
    found = measure_orders(["syria"])
    assert [each.order for each in found][-1] == "shuffled, one by one"
    assert {(each.claims, each.moved, each.pairs, each.parted) for each in found} == {(3, 0, 1, 0)}
    kept = write_orders(found, tmp_path).read_text(encoding="utf-8")
    assert '"order": "latest first, in tens"' in kept
