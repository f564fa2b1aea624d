"""World bodies under all of their names."""

from functools import cache
from pathlib import Path

from schemas.base import Contract
from schemas.yaml_text import parse_yaml
from warehouse.speakers import by_name

BODIES = Path(__file__).parent / "bodies.yml"


class Body(Contract):
    """A body that every text calls by one of a few names.

    Attributes:
        name: What people call it.
        kind: What sort of speaker it is.
        names: What else it is called.
    """

    name: str
    kind: str
    names: tuple[str, ...]


@cache
def bodies() -> dict[str, Body]:
    """World bodies by the keys of their names.

    Raises:
        ValueError: Two bodies share a name.
    """
    found = map(Body.model_validate, parse_yaml(BODIES.read_text("utf-8")))
    return by_name((body, (body.name, *body.names)) for body in found)
