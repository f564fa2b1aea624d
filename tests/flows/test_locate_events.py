"""New events are looked up in the gazetteer, with the words of their documents around them."""

from flows.locate_events import locate_events
from schemas import Batch
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch, open_warehouse
from warehouse.event_locations import find_unlocated

KNOWN = "Four miners died near Peshawar in Pakistan on Friday, the mayor said."
NEAR = "Five clerks died at the Qzzarvat checkpoint in Peshawar, Pakistan, on Friday, police said."
UNKNOWN = "Nine guards died at Qzzarvat on Friday, the mayor said."


def test_events_get_coordinates_where_anything_tells_where_they_lie(tmp_path):
    database = tmp_path / "w.duckdb"
    known, unknown = document(KNOWN), document(UNKNOWN)
    extractions = [
        extraction(known, [claim(known, "Four", 4, where="Peshawar")]),
        extraction(unknown, [claim(unknown, "Nine", 9, where="Qzzarvat", group="guards")]),
    ]
    load_batch(database, run(), Batch([], [known, unknown], extractions, []))
    locate_events(database)
    with open_warehouse(database, read_only=True) as connection:
        rows = connection.execute(
            "select place, country, level, round(latitude) from event_places order by place"
        ).fetchall()
    assert rows == [("Peshawar", "Pakistan", "place", 34.0), ("Qzzarvat", None, None, None)]
    assert find_unlocated(database) == []


def test_a_site_in_a_town_does_not_pass_for_the_town_itself(tmp_path):
    database = tmp_path / "w.duckdb"
    near = document(NEAR)
    told = claim(near, "Five", 5, where="Qzzarvat checkpoint", group="clerks")
    load_batch(database, run(), Batch([], [near], [extraction(near, [told])], []))
    locate_events(database)
    with open_warehouse(database, read_only=True) as connection:
        rows = connection.execute(
            "select place, country, level, round(latitude) from event_places"
        ).fetchall()
    assert rows == [("Qzzarvat checkpoint", "Pakistan", "province", 34.0)]
