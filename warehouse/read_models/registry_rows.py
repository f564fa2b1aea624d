"""What people add to the registry: groups of victims, and places, as plain rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A name of victims.

    Attributes:
        name: A group, or the words of texts where no group is known.
        is_group: Whether it is a group.
        claims: How many claims have it.
        documents: In how many documents.
        counted_as: The group that they are, as a reviewer said.
        reviewer: Who said so.
    """

    name: str
    is_group: bool
    claims: int
    documents: int
    counted_as: str | None
    reviewer: str | None


@dataclass(frozen=True, slots=True)
class AddedPlace:
    """A place that a reviewer put on the map, for all events at a place of its name.

    Attributes:
        name: Its name.
        level: Whose coordinates these are: the place's, or the province's or country's around it.
        country: Its country.
        province: Its province.
        latitude: Degrees north.
        longitude: Degrees east.
        reviewer: Who added it.
        decided: When.
    """

    name: str
    level: str
    country: str | None
    province: str | None
    latitude: float
    longitude: float
    reviewer: str
    decided: datetime


@dataclass(frozen=True, slots=True)
class UnknownPlace:
    """A place that nothing puts on the map.

    Attributes:
        place: Its name.
        events: How many events are there.
        claims: How many claims they have.
    """

    place: str
    events: int
    claims: int
