"""A document's main place and days against those of its coded event."""

from pathlib import Path

import pytest

from evaluation.corpora import find_shared
from evaluation.events.claims import find_claims
from evaluation.events.coded import read_disputes
from evaluation.events.when_where import read_settings, score_when_where
from evaluation.measures import Score


@pytest.fixture
def scored(stream: Path) -> Score:
    sources = read_disputes(find_shared()).sources
    claims = find_claims("syria", [source.document for source in sources])
    return score_when_where("syria", read_settings(stream / "events.jsonl"), claims, "ours")


def test_places_and_days_are_held_against_the_coded_event(scored: Score) -> None:
    assert scored["town right"] == scored["region right"] == 1.0
    assert scored["days hold the day"] == scored["days right within 4"] == 1.0
    assert scored["no place"] == scored["no days"] == 0.0
    assert not scored.errors


def test_both_files_of_coded_events_are_read_alike(stream: Path) -> None:
    (event,) = read_settings(stream / "events.jsonl")
    (incident,) = read_settings(stream.parent / "incidents_dev_gold.jsonl")
    assert (event.place, event.region, event.date_from) == (
        incident.place,
        incident.region,
        incident.date_from,
    )


def test_another_day_and_town_are_errors(stream: Path) -> None:
    sources = read_disputes(find_shared()).sources
    claims = find_claims("syria", [source.document for source in sources])
    (event,) = read_settings(stream / "events.jsonl")
    wrong = event.model_copy(
        update={"place": "Turin", "date_from": event.date_to.replace(year=2013)}
    ).model_copy(update={"date_to": event.date_to.replace(year=2013)})
    score = score_when_where("syria", [wrong], claims, "ours")
    assert score["town right"] == score["days hold the day"] == 0.0
    assert {error.kind for error in score.errors} == {"not town right", "not days hold the day"}
