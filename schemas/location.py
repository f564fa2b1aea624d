"""Where a named place lies, as a gazetteer tells."""

from enum import StrEnum

from pydantic import Field

from schemas.base import Contract


class LocationLevel(StrEnum):
    """Whose coordinates a location has: its own, or those of the province or country around it."""

    PLACE = "place"
    PROVINCE = "province"
    COUNTRY = "country"


class Location(Contract):
    """A place with its coordinates.

    Attributes:
        name: Its name: the gazetteer's, or the text's where only the text knows it.
        level: Whose coordinates these are.
        country: The country that it lies in.
        province: The province, governorate or state that it lies in.
        latitude: Degrees north.
        longitude: Degrees east.
    """

    name: str
    level: LocationLevel
    country: str | None = None
    province: str | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
