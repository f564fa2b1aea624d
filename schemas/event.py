"""When and where a harm was done, as its document tells it."""

from datetime import date

from pydantic import Field, model_validator

from schemas.base import Contract
from schemas.terms import DateBasis, PlaceLevel


class Place(Contract):
    """One step of a path of places: a site, its city, its province, its country.

    Attributes:
        level: How wide it is.
        name: Its name, as the gazetteer writes it, or else as the document does.
        key: Identity across documents: "geonames:170654", "iso:SY", or a folded name under the
            key of the place around it where no gazetteer has it ("geonames:170654/barzeh").
        latitude: Degrees north, or null where no gazetteer tells.
        longitude: Degrees east, or null.
    """

    level: PlaceLevel
    name: str = Field(min_length=1)
    key: str = Field(min_length=1)
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)


class EventMention(Contract):
    """When and where, as the document tells it.

    Attributes:
        when: The words that date the harm ("Tuesday").
        date_from: First day it can have happened.
        date_to: Last day it can have happened.
        date_basis: What these days rest on; null where there are none.
        where: The most specific place named for the harm, in the document's words.
        place: That place and those around it, the narrowest first; empty where nothing tells
            which place of the name is meant.
    """

    when: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    date_basis: DateBasis | None = None
    where: str | None = None
    place: tuple[Place, ...] = ()

    @model_validator(mode="after")
    def _days_are_ordered(self) -> "EventMention":
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise ValueError(f"{self.date_from} is after {self.date_to}")
        return self

    @model_validator(mode="after")
    def _places_widen(self) -> "EventMention":
        order = [list(PlaceLevel).index(place.level) for place in self.place]
        if order != sorted(set(order)):
            raise ValueError(f"the places around {self.where!r} do not widen step by step")
        return self
