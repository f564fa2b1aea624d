"""Where a named place lies, for who has only its name and some words around it."""

from collections.abc import Sequence

from extractors.document.text import fold
from extractors.events.where.candidates import find_candidates, find_respelled
from extractors.events.where.gazetteer import GazetteerEntry, find_all
from extractors.events.where.place_mentions import find_place_names
from extractors.events.where.place_name import PlaceName
from extractors.events.where.resolving import Resolver
from schemas import Location, LocationLevel, PlaceLevel

_LONGEST_CONTEXT = 100_000


_PRECISION = {
    PlaceLevel.PROVINCE: LocationLevel.PROVINCE,
    PlaceLevel.COUNTRY: LocationLevel.COUNTRY,
}


def locate(name: str, context: str = "") -> Location | None:
    """Find a place's coordinates.

    Args:
        name: The name, with or without its sort: "Karvat", "Camp Karvat", "Dorel province".
        context: The text that names it, or any words that tell where it lies.

    Returns:
        The place, or null where nothing tells where it is. A site that no gazetteer has lies
        somewhere in its province: the coordinates are those of the town near it.
    """
    read, folded = _read(name), fold(context[:_LONGEST_CONTEXT])
    path = Resolver(find_place_names(folded, 0, len(folded)), folded).resolve(read)
    exact = next((step for step in path if step.latitude is not None), None)
    if exact is None:
        return None
    names = {step.level: step.name for step in path}
    level = _PRECISION.get(exact.level, LocationLevel.PLACE)
    if level is LocationLevel.PLACE and exact.key not in {each.key for each in _entries(read)}:
        has_province = PlaceLevel.PROVINCE in names
        level = LocationLevel.PROVINCE if has_province else LocationLevel.COUNTRY
    return Location(
        name=path[0].name,
        level=level,
        country=names.get(PlaceLevel.COUNTRY),
        province=names.get(PlaceLevel.PROVINCE),
        latitude=exact.latitude,
        longitude=exact.longitude,
    )


def find_places(name: str, most: int = 8) -> list[Location]:
    """All places that a name can mean, for a person to choose from.

    Args:
        name: The name, with or without its sort.
        most: How many are wanted.

    Returns:
        The places with their coordinates, the most populous first.
    """
    found = _entries(_read(" ".join(name.split())))
    entries = [entry for entry in found if entry.latitude is not None]
    return [_located(entry) for entry in entries[:most]]


def _entries(place: PlaceName) -> Sequence[GazetteerEntry]:
    """All places that a name can mean."""
    return find_candidates(place) or find_all(place.name) or find_respelled(place)


def _located(entry: GazetteerEntry) -> Location:
    return Location(
        name=entry.name,
        level=_PRECISION.get(entry.level, LocationLevel.PLACE),
        country=entry.country,
        province=entry.province,
        latitude=entry.latitude,
        longitude=entry.longitude,
    )


def _read(name: str) -> PlaceName:
    folded = fold(name)
    found = find_place_names(f"in {folded}", 3, len(folded) + 3)
    return found[0] if found else PlaceName(0, len(name), name, rank=0)
