"""Places of events: looked up once, and again where the event has another place by now."""

from schemas import Batch, Location
from tests.warehouse.examples import claim, document, extraction, run
from tests.warehouse.quality.conftest import damage
from warehouse import load_batch, open_warehouse
from warehouse.event_locations import EventLocation, find_unlocated, keep_located

TEXT = "Four miners died at Karvat in Dorland on Friday, the mayor said."


def test_an_event_is_looked_up_once_for_each_place_that_it_has(tmp_path):
    database = tmp_path / "w.duckdb"
    source = document(TEXT)
    found = [claim(source, "Four", 4, speaker="the mayor")]
    load_batch(database, run(), Batch([], [source], [extraction(source, found)], []))
    (event,) = find_unlocated(database)
    assert (event.place, event.context) == ("Karvat", TEXT)

    keep_located(database, [EventLocation(event.event_id, event.place)])
    assert find_unlocated(database) == []

    damage(database, "update events set place = 'Upper Karvat'")
    (moved,) = find_unlocated(database)
    assert moved.place == "Upper Karvat"
    keep_located(
        database,
        [
            EventLocation(
                moved.event_id,
                moved.place,
                Location(name="Karvat", level="place", latitude=1.0, longitude=2.0),
            )
        ],
    )
    with open_warehouse(database, read_only=True) as connection:
        rows = connection.execute("select place, latitude from event_places").fetchall()
    assert rows == [("Upper Karvat", 1.0)]
