"""What people add to the registry counts in texts to come: kinds of speakers, groups, places."""

from pathlib import Path

import pytest

from schemas import Place, PlaceLevel, SpeakerKind
from tests.warehouse.examples import ask, load, says
from tests.warehouse.test_event_verdicts import decide
from warehouse import DecidedLocation, open_warehouse
from warehouse.linking.dumping import parse_mention


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def test_a_speaker_s_kind_holds_in_later_texts_until_it_is_undone(path: Path) -> None:
    query = "select distinct holder_id, speaker_kind from facts where superseded is null"
    load(path, says("Hill Watch", "4", 4, kind=SpeakerKind.NGO), name="one")
    (row,) = ask(path, query)
    made = decide(
        path, "classify", holder_id=row["holder_id"], speaker_kind=SpeakerKind.ARMED_GROUP
    )
    load(path, says("Hill Watch", "9", 9, hours=30, kind=SpeakerKind.NGO), name="two")
    assert ask(path, query) == [row | {"speaker_kind": "armed_group"}]
    assert ask(path, "select former from verdicts") == [{"former": "ngo"}]
    decide(path, "undo", 1, undoes=made)
    assert ask(path, query) == [row]


@pytest.mark.slow
def test_two_names_of_a_group_are_compared_until_that_is_undone(path: Path) -> None:
    query = "select distinct victim_group from facts where superseded is null order by 1"
    load(path, says("Hill Watch", "4", 4, group="Mountain Front"), name="one")
    load(path, says("Vale Watch", "9", 9, hours=30, group="the Mountaineers"), name="two")
    assert len(ask(path, query)) == 2
    names = {"victim_group": "The mountaineers", "into_victim_group": "Mountain Front"}
    made = decide(path, "group", **names)
    assert ask(path, query) == [{"victim_group": "Mountain Front"}]
    (row,) = ask(path, "select class, victim_group from discrepancies where figures = 2")
    assert row["victim_group"] == "Mountain Front"
    load(path, says("Post", "7", 7, hours=50, group="the Mountaineers"), name="three")
    assert ask(path, query) == [{"victim_group": "Mountain Front"}], "in texts to come, too"
    again = decide(path, "group", 1, victim_group="Mountain Front", into_victim_group="MF")
    assert ask(path, query) == [{"victim_group": "MF"}]
    decide(path, "undo", 2, undoes=again)
    decide(path, "undo", 3, undoes=made)
    assert len(ask(path, query)) == 2


def test_an_added_place_puts_events_on_the_map_until_it_is_undone(path: Path) -> None:
    query = "select place, latitude, reviewer from event_locations"
    load(path, says("Hill Watch", "4", 4), name="one")
    assert ask(path, query) == []
    there = DecidedLocation(place="KARVAT", level="place", latitude=12.5, longitude=40)
    made = decide(path, "place", location=there)
    assert ask(path, query) == [{"place": "KARVAT", "latitude": 12.5, "reviewer": "ana"}]
    decide(path, "undo", 1, undoes=made)
    assert ask(path, query) == []


def test_claims_of_later_texts_are_put_at_an_added_place(path: Path) -> None:
    query = "select event_place[1].latitude as north from facts where superseded is null"
    source, (told,) = says("Hill Watch", "4", 4)
    place = Place(level=PlaceLevel.CITY, name="Karvat", key="karvat")
    put = told.model_copy(update={"event": told.event.model_copy(update={"place": (place,)})})
    load(path, (source, [put]), name="one")
    assert ask(path, query) == [{"north": None}]
    there = DecidedLocation(place="KARVAT", level="place", latitude=12.5, longitude=40)
    made = decide(path, "place", location=there)
    assert ask(path, query) == [{"north": 12.5}]
    with open_warehouse(path, read_only=True) as connection:
        (mention,) = connection.execute("select mention from mentions").fetchone()
    assert parse_mention(mention).path[0].latitude == 12.5
    decide(path, "undo", 1, undoes=made)
    assert ask(path, query) == [{"north": None}]
