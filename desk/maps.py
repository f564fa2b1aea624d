"""Maps of where events lie, drawn from outlines that come with the desk: nothing is fetched."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from markupsafe import Markup, escape

from desk.clipping import clipped
from desk.links import event_page, list_page
from desk.wording import counted, shortened
from warehouse.read_models.event_rows import LocatedEvent

OUTLINES = Path(__file__).parent / "outlines" / "countries.json"
WIDTH, HEIGHT = 420, 260
DEGREES_HIGH = 8.0
"""Height of a map around a place: about 900 kilometres."""
PROVINCE_RADIUS = 0.7
"""Degrees: what is known only to lie in a province lies somewhere around its middle."""
PRECISION = {
    "place": "the place itself",
    "province": "somewhere in the province",
    "country": "somewhere in the country",
}

Point = tuple[float, float]
Ring = tuple[Point, ...]


@dataclass(frozen=True)
class Country:
    """A country's outline.

    Attributes:
        name: Its name.
        rings: Its pieces of land, the largest first, as longitudes and latitudes.
    """

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Frame:
    """The part of the world that a map shows.

    Attributes:
        west: Longitude of the left edge.
        north: Latitude of the upper edge.
        across: Pixels per degree of longitude.
        down: Pixels per degree of latitude.
    """

    west: float
    north: float
    across: float
    down: float

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a point lies on the map."""
        return (longitude - self.west) * self.across, (self.north - latitude) * self.down


@cache
def countries() -> tuple[Country, ...]:
    """All countries."""
    told = json.loads(OUTLINES.read_text("utf-8"))["countries"]
    return tuple(
        Country(name, tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in rings))
        for name, rings in told.items()
    )


def frame_around(longitude: float, latitude: float, high: float = DEGREES_HIGH) -> Frame:
    """A map with a point in its middle, true to shape there."""
    down = HEIGHT / high
    across = down * max(math.cos(math.radians(latitude)), 0.2)
    return Frame(longitude - WIDTH / 2 / across, latitude + high / 2, across, down)


def frame_of(points: Sequence[Point]) -> Frame:
    """A map that holds all of some points, with a margin."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle = (west + east) / 2, (south + north) / 2
    squeeze = max(math.cos(math.radians(middle[1])), 0.2)
    high = max(north - south, (east - west) * squeeze * HEIGHT / WIDTH) * 1.25
    return frame_around(*middle, high=min(max(high, DEGREES_HIGH), 170))


def holds(ring: Ring, longitude: float, latitude: float) -> bool:
    """Whether a point lies within a ring (even-odd rule)."""
    inside = False
    for (x, y), (other_x, other_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y > latitude) != (other_y > latitude):
            crossing = x + (latitude - y) * (other_x - x) / (other_y - y)
            inside ^= longitude < crossing
    return inside


def country_at(longitude: float, latitude: float) -> Country | None:
    """The country in which a point lies."""
    return next(
        (each for each in countries() if any(holds(r, longitude, latitude) for r in each.rings)),
        None,
    )


def locator_map(location: LocatedEvent) -> Markup:
    """A map with one event; its mark tells how precisely the place is known."""
    here = country_at(location.longitude, location.latitude)
    is_country = location.level == "country" and here is not None
    frame = (
        frame_of(here.rings[0])
        if is_country and here
        else frame_around(location.longitude, location.latitude)
    )
    x, y = frame.at(location.longitude, location.latitude)
    mark = {
        "place": f'<circle class="exact" cx="{x:.0f}" cy="{y:.0f}" r="6"/>',
        "province": f'<circle class="around" cx="{x:.0f}" cy="{y:.0f}" '
        f'r="{PROVINCE_RADIUS * frame.down:.0f}"/>',
    }.get(location.level, "")
    return drawn(frame, land(frame, here), mark, described(location))


@dataclass(frozen=True)
class Pin:
    """An event on a map of many.

    Attributes:
        location: Where it lies.
        count: How much there is of it.
    """

    location: LocatedEvent
    count: int


def overview_map(pins: Sequence[Pin], disputes: Mapping[str, int]) -> Markup:
    """A map of many events, each a link to its page; a country narrows the rows to its own.

    Args:
        pins: The events.
        disputes: How many disputes each country has.
    """
    frame = frame_of([(pin.location.longitude, pin.location.latitude) for pin in pins])
    marks = "".join(pinned(frame, pin) for pin in sorted(pins, key=lambda each: -each.count))
    words = f"Map of {len(pins):,} events with disputes"
    return drawn(frame, land(frame, disputes=disputes), marks, words, role="group")


def pinned(frame: Frame, pin: Pin) -> str:
    """One event as a link; hollow where only its province or country is known."""
    x, y = frame.at(pin.location.longitude, pin.location.latitude)
    name = escape(shortened(pin.location.place, 60))
    kind = "exact" if pin.location.level == "place" else "around"
    radius = 4 + 2 * math.sqrt(pin.count)
    return (
        f'<a href="{event_page(pin.location.event_id)}" aria-label="{name}">'
        f'<circle class="{kind}" cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}"/></a>'
    )


def world_map() -> Markup:
    """A map of the inhabited world, to begin with where nothing tells where an event lies."""
    frame = Frame(west=-170, north=78, across=WIDTH / 340, down=HEIGHT / 138)
    return drawn(frame, land(frame), "", "Map of the world; no place is known yet")


def drawn(frame: Frame, ground: str, marks: str, words: str, role: str = "img") -> Markup:
    """A map as SVG; its data tell scripts which degrees a click means."""
    edges = f'data-west="{frame.west:.4f}" data-north="{frame.north:.4f}"'
    scale = f'data-across="{frame.across:.4f}" data-down="{frame.down:.4f}"'
    svg = (
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" role="{role}" '
        f'aria-label="{escape(words)}" {edges} {scale}>'
        f'<rect class="sea" width="{WIDTH}" height="{HEIGHT}"/>{ground}{marks}</svg>'
    )
    return Markup(svg)  # noqa: S704 -- numbers of ours, and names that are escaped


def land(
    frame: Frame, here: Country | None = None, disputes: Mapping[str, int] | None = None
) -> str:
    """The land that a map shows, the borders, and the names of its countries.

    Args:
        frame: What the map shows.
        here: The country that stands out.
        disputes: How many disputes countries have, which are links to these.
    """
    shown = [(each, list(visible_rings(frame, each))) for each in countries()]
    paths = "".join(
        outline(each, "".join(rings), disputes or {}, is_here=each == here)
        for each, rings in shown
        if rings
    )
    names = "".join(name_of(frame, each) for each, rings in shown if rings)
    return paths + names


def outline(country: Country, path: str, disputes: Mapping[str, int], *, is_here: bool) -> str:
    """A country; where it has disputes, a link that a script has narrow the rows to them."""
    drawing = f'<path class="{"land here" if is_here else "land"}" d="{path}"/>'
    if country.name not in disputes:
        return drawing
    name = escape(country.name)
    words = f"{name}: {counted(disputes[country.name], 'dispute')}"
    return (
        f'<a href="{list_page("conflicts")}" data-facet="country" '
        f'data-value="{name}" aria-label="{words}">{drawing}</a>'
    )


def visible_rings(frame: Frame, country: Country) -> Iterator[str]:
    """The pieces of a country that reach into a map, as paths."""
    for ring in country.rings:
        placed = clipped([frame.at(*point) for point in ring], WIDTH, HEIGHT)
        points = [f"{x:.0f} {y:.0f}" for x, y in placed]
        if points:
            yield "M" + "L".join(point for point, _ in groupby(points)) + "Z"


def name_of(frame: Frame, country: Country) -> str:
    """A country's name in the middle of what the map shows of it, where there is room."""
    placed = [frame.at(*point) for point in country.rings[0]]
    left, right = (f(x for x, _ in placed) for f in (min, max))
    top, bottom = (f(y for _, y in placed) for f in (min, max))
    x = (max(left, 0) + min(right, WIDTH)) / 2
    y = (max(top, 0) + min(bottom, HEIGHT)) / 2
    room = min(right, WIDTH) - max(left, 0)
    if room < 8 * len(country.name) or not holds(tuple(placed), x, y):
        return ""
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle">{escape(country.name)}</text>'


def described(location: LocatedEvent) -> str:
    """A map in words."""
    return f"Map: {where(location)}, {coordinates(location)}; {precision(location)}"


def where(location: LocatedEvent) -> str:
    """A place with what lies around it."""
    parts = dict.fromkeys(filter(None, (location.place, location.province, location.country)))
    return ", ".join(shortened(part, 60) for part in parts)


def coordinates(location: LocatedEvent) -> str:
    """Degrees for a reader, no more of them than are known."""
    digits = 2 if location.level == "place" else 0
    north = f"{abs(location.latitude):.{digits}f}° {'N' if location.latitude >= 0 else 'S'}"
    east = f"{abs(location.longitude):.{digits}f}° {'E' if location.longitude >= 0 else 'W'}"
    return f"{north}, {east}"


def precision(location: LocatedEvent) -> str:
    """How precisely a place is known, and by whom."""
    source = (
        f"set by {shortened(location.reviewer, 40)}" if location.reviewer else "from the gazetteer"
    )
    return f"{PRECISION.get(location.level, location.level)}, {source}"
