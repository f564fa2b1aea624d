"""What people decide of an event stays: its name, its days, its place, and what it is not."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.warehouse.test_event_verdicts import (
    decide,
    links,
    load,
    loaded,
    path,
    told,
    two_events,
    two_loaded,
)
from warehouse import DecidedLocation, WarehouseError, open_warehouse
from warehouse.linking.read import read_settled

pytestmark = pytest.mark.slow

__all__ = ["loaded", "path", "two_loaded"]


def event(path: Path, event_id: str) -> tuple[str, str, date, date]:
    query = "select label, place, date_from, date_to from events where event_id = ?"
    with open_warehouse(path, read_only=True) as connection:
        (found,) = connection.execute(query, [event_id]).fetchall()
    return found


def test_a_name_outlives_reloads_and_is_taken_back(path: Path) -> None:
    one = told(5, "Karvat", 2)
    load(path, one)
    (event_id,) = links(path).values()
    made = decide(path, "rename", event_id=event_id, label="The Karvat mine")
    assert event(path, event_id)[0] == "The Karvat mine"
    load(path, told(5, "Karvat", 2, extractor="0.2.0"), told(6, "Karvat", 2, "Late."), name="b")
    assert set(links(path).values()) == {event_id}
    assert event(path, event_id)[0] == "The Karvat mine"
    decide(path, "undo", 1, undoes=made)
    assert event(path, event_id)[0] == "Karvat, 2 May 2031"


def test_days_and_place_that_people_give_are_the_event_s(path: Path) -> None:
    load(path, told(5, "Karvat", 2))
    (event_id,) = links(path).values()
    first = date(2031, 5, 1)
    made = decide(path, "redate", event_id=event_id, date_from=first, date_to=date(2031, 5, 3))
    there = DecidedLocation(place="Melune", level="place", latitude=1, longitude=2)
    decide(path, "locate", 1, event_id=event_id, location=there)
    load(path, told(6, "Karvat", 2, "Late news."), name="b")
    found = event(path, event_id)
    assert found == ("Melune, 1–3 May 2031", "Melune", first, date(2031, 5, 3))
    with open_warehouse(path, read_only=True) as connection:
        former = connection.execute("select former from verdicts order by decided").fetchall()
    assert former == [("2 May 2031",), (None,)]
    decide(path, "undo", 2, undoes=made)
    assert event(path, event_id)[0] == "Melune, 2 May 2031"


def test_a_name_follows_its_event_into_another_that_nobody_named(loaded: Path) -> None:
    one, other = two_events()
    gone, kept = links(loaded)[one[1].claim_id], links(loaded)[other[1].claim_id]
    decide(loaded, "rename", event_id=gone, label="The Karvat mine")
    merged = decide(loaded, "merge", 1, event_id=gone, into_event_id=kept)
    assert event(loaded, kept)[0] == "The Karvat mine"
    decide(loaded, "rename", 2, event_id=kept, label="Melune pit")
    assert event(loaded, kept)[0] == "Melune pit"
    decide(loaded, "undo", 3, undoes=merged)
    assert (event(loaded, gone)[0], event(loaded, kept)[0]) == ("The Karvat mine", "Melune pit")


def test_events_told_apart_are_settled_until_that_is_taken_back(loaded: Path) -> None:
    pair = sorted(set(links(loaded).values()))

    def settled() -> frozenset[str]:
        with open_warehouse(loaded, read_only=True) as connection:
            return read_settled(connection, pair)

    assert settled() == set()
    made = decide(loaded, "distinct", event_id=pair[0], into_event_id=pair[1])
    assert settled() == set(pair)
    load(loaded, told(6, "Karvat", 2, "Late news."), name="b")
    assert len(set(links(loaded).values())) == 2
    decide(loaded, "undo", 1, undoes=made)
    assert settled() == set()


def test_what_does_not_fit_is_refused(path: Path) -> None:
    load(path, told(5, "Karvat", 2))
    (event_id,) = links(path).values()
    with pytest.raises(WarehouseError, match="no event nowhere"):
        decide(path, "rename", event_id="nowhere", label="x")
    with pytest.raises(WarehouseError, match="no event nowhere"):
        decide(path, "distinct", event_id=event_id, into_event_id="nowhere")
    with pytest.raises(ValidationError, match="last day comes before"):
        decide(
            path,
            "redate",
            event_id=event_id,
            date_from=date(2031, 5, 3),
            date_to=date(2031, 5, 2),
        )
