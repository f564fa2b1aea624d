"""World bodies under all of their names."""

from functools import cache
from pathlib import Path

from schemas.base import Contract
from warehouse.speakers import name_key

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
    import yaml  # noqa: PLC0415 -- only loads need the names

    found: dict[str, Body] = {}
    for body in map(Body.model_validate, yaml.safe_load(BODIES.read_text("utf-8"))):
        for name in (body.name, *body.names):
            if found.setdefault(name_key(name), body) is not body:
                raise ValueError(f"two bodies are called {name!r}")
    return found
