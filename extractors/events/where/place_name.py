"""A place as a text names it."""

from dataclasses import dataclass
from enum import StrEnum

from extractors.events.where.place_kinds import COUNTRY, TOWN, level_of
from schemas.terms import PlaceLevel


class PlaceRole(StrEnum):
    """What a place has to do with the event told beside it."""

    SCENE = "scene"
    """It can have happened there."""
    AUTHORITY = "authority"
    """Police or other officials of that place speak or act: "Abidjan police"."""
    HOME = "home"
    """Somebody is from there: "an Abidjan man"."""
    REFUGE = "refuge"
    """People were taken there, tried there, or spoke there: a hospital that was not hit."""
    ELSEWHERE = "elsewhere"
    """Something else is there: "the worst since the raid on Abidjan", "based in Abidjan"."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place that a text names.

    Attributes:
        start: Offset of the first character of the name with its kind.
        end: Offset after the last one.
        name: The name without its kind.
        rank: What it lies in has a higher rank.
        kind: The sort of place as written ("camp"); null where the text leaves it out.
        is_kind_first: Whether the kind stands before the name.
        is_landmark: Whether it only tells what the place is near to.
        is_sure: Whether it stands where places stand, rather than bare.
        role: What it has to do with what is told beside it.
        within: The name around it, with what that lies in.
    """

    start: int
    end: int
    name: str
    rank: int
    kind: str | None = None
    is_kind_first: bool = False
    is_landmark: bool = False
    is_sure: bool = True
    role: PlaceRole = PlaceRole.SCENE
    within: "PlaceName | None" = None

    @property
    def full_name(self) -> str:
        """The name with its kind, where that belongs to it: "Camp Karvat", "Dorel province"."""
        name = self.name.title() if self.name.isupper() and self.rank < COUNTRY else self.name
        is_title = self.kind is not None and self.kind[0].isupper()
        if self.kind is None or self.rank == COUNTRY or (self.rank == TOWN and not is_title):
            return name
        return f"{self.kind} {name}" if self.is_kind_first else f"{name} {self.kind}"

    @property
    def level(self) -> PlaceLevel:
        """How wide it is, as far as its sort tells."""
        return level_of(self.kind, self.rank)

    @property
    def around(self) -> tuple["PlaceName", ...]:
        """The places around it, from the nearest to the farthest."""
        return (self.within, *self.within.around) if self.within else ()
