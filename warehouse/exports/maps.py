"""Events on the map."""

from pathlib import Path

from warehouse.exports.jsonfiles import Node, write_collection
from warehouse.exports.read_table import read_table
from warehouse.read_models.reader import Reader


def write_geojson(reader: Reader, path: Path) -> int:
    """Write the events that have figures as GeoJSON; one that lies nowhere has no geometry."""
    features = map(feature, read_table(reader, "events").records())
    return write_collection(path, {"type": "FeatureCollection"}, "features", features)


def feature(event: Node) -> Node:
    """One event; `level` says whose coordinates its point has."""
    point = [event.pop("longitude"), event.pop("latitude")]
    return {
        "type": "Feature",
        "id": event["event_id"],
        "geometry": None if None in point else {"type": "Point", "coordinates": point},
        "properties": event,
    }
