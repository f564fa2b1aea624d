"""What people add to the registry: groups of victims, and places, as plain rows."""

from dataclasses import dataclass


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
