"""Where an event lies: look a place up, set it on the map, and say how precisely it is known."""

from fastapi import Response
from pydantic import ValidationError

from desk.review.call import Call
from desk.review.forms import FormError, readable, words
from warehouse import Location, VerdictKind


def show_places(call: Call) -> Response:
    """The places of a name, as a piece of the page that asks for them."""
    name = " ".join(call.query("q")[:200].split())
    found = call.state.find_places(name) if name else []
    return call.page("places.html", places=found)


def locate(call: Call) -> Response:
    """Say where an event lies."""
    event_id = call.path("event_id")
    given = call.fields()
    try:
        location = Location.model_validate(
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
    call.store.decide(VerdictKind.LOCATE, call.reviewer, event_id=event_id, location=location)
    return call.go(f"/events/{event_id}", "Put on the map.")


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
