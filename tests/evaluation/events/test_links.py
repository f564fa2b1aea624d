"""Pairs and clusters of documents."""

import pytest

from evaluation.events.coded import CodedIncident
from evaluation.events.incident_scores import find_busy
from evaluation.events.links import cluster_measures, pair_measures, pairs_of
from evaluation.measures import Score

GROUPS = [("a", "b", "c"), ("d",)]


def scored(events):
    measures = [*pair_measures(GROUPS, pairs_of(events)), *cluster_measures(GROUPS, events)]
    return Score("test", "test", tuple(measures))


def test_all_right():
    score = scored({"a": "1", "b": "1", "c": "1", "d": "2"})
    assert {score[name] for name in ("pairs F1", "B³ F1", "fragments per event")} == {1.0}


def test_a_missed_document_and_a_wrong_one():
    score = scored({"a": "1", "b": "1", "c": "2", "d": "2"})
    assert score["pairs precision"] == pytest.approx(1 / 2)
    assert score["pairs recall"] == pytest.approx(1 / 3)
    assert score["B³ precision"] == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert score["B³ recall"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert score["fragments per event"] == pytest.approx(3 / 2)


def test_pairs_with_documents_of_no_group_do_not_count():
    (precision, *_) = pair_measures(GROUPS, [("a", "b"), ("b", "a"), ("a", "elsewhere")])
    assert (precision.right, precision.total) == (1, 1)


def test_busy_incidents_have_another_one_of_their_city_within_a_fortnight():
    told = {"state": "Kano", "city": "Dorel", "killed": 1, "injured": 0, "documents": ["a"]}
    days = {"1": "2016-03-01", "2": "2016-03-15", "3": "2016-03-30"}
    incidents = [CodedIncident(incident=n, date=day, **told) for n, day in days.items()]
    elsewhere = CodedIncident(incident="4", date="2016-03-31", **{**told, "state": "Borno"})
    assert [each.incident for each in find_busy([*incidents, elsewhere])] == ["1", "2"]
