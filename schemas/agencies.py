"""News agencies, whose text many outlets print: who they are in every room."""

from functools import cache
from pathlib import Path

from schemas.base import Contract
from schemas.yaml_text import parse_yaml

_FILE = Path(__file__).parent / "agencies.yml"


class Agency(Contract):
    """An agency and what it is called.

    Attributes:
        id: Its key.
        names: Its names, first the one that it is known by.
    """

    id: str
    names: tuple[str, ...]


@cache
def agencies() -> tuple[Agency, ...]:
    """The agencies that are known by name."""
    return tuple(map(Agency.model_validate, parse_yaml(_FILE.read_text("utf-8"))))
