"""Where an event lies: look a place up, set it on the map, and say how precisely it is known."""

from fastapi import Response
from pydantic import ValidationError

from desk.cards import plain
from desk.maps import PRECISION, world_map
from desk.review.call import Call
from desk.review.forms import FormError, readable, words
from warehouse import DecidedLocation, VerdictKind
from warehouse.read_models.registry_rows import AddedPlace, UnknownPlace

MOST_PLACES = 300


def show_places(call: Call) -> Response:
    """The places of a name, as a piece of the page that asks for them."""
    name = " ".join(call.query("q")[:200].split())
    if not name:
        return call.page("places.html", places=[])
    with call.store.reading() as reader:
        added = [place for place in reader.rows(AddedPlace) if plain(place.name) == plain(name)]
    return call.page("places.html", places=[*added, *call.state.readers.places(name)])


def locate(call: Call) -> Response:
    """Say where an event lies."""
    event_id, location = call.path("event_id"), location_of(call)
    call.store.decide(VerdictKind.LOCATE, call.reviewer, event_id=event_id, location=location)
    return call.go(f"/events/{event_id}", "Put on the map.")


def show_added(call: Call) -> Response:
    """The places that people added, and those that nothing puts on the map."""
    with call.store.reading() as reader:
        added = list(reader.rows(AddedPlace, order="decided desc"))
        order = f"claims desc, place limit {MOST_PLACES}"
        unknown = list(reader.rows(UnknownPlace, order=order))
    return call.page(
        "added_places.html",
        added=added,
        unknown=unknown,
        about=call.query("about"),
        levels=tuple(PRECISION.items()),
        ground=world_map(),
    )


def add(call: Call) -> Response:
    """Say where all places of a name lie."""
    location = location_of(call)
    call.store.decide(VerdictKind.PLACE, call.reviewer, location=location)
    return call.go("/added-places", f"“{location.place}” is on the map.")


def location_of(call: Call) -> DecidedLocation:
    """The place that was filled in.

    Raises:
        FormError: It is none.
    """
    given = call.fields()
    try:
        return DecidedLocation.model_validate(
            {
                "place": words(given, "place") or "",
                "level": call.field("level"),
                "province": words(given, "province"),
                "country": words(given, "country"),
                "latitude": degrees(call, "latitude"),
                "longitude": degrees(call, "longitude"),
            }
        )
    except ValidationError as error:
        raise FormError(readable(error)) from error


def degrees(call: Call, name: str) -> float:
    """Degrees of the form.

    Raises:
        FormError: It is no number.
    """
    given = call.field(name).strip()
    try:
        return float(given)
    except ValueError as error:
        raise FormError(f"“{given[:40]}” is no {name}; write degrees, like 33.92.") from error
