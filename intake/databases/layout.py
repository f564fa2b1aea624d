"""The columns of each database that can be imported, read from `layouts.yml`."""

from functools import cache
from pathlib import Path

from schemas.base import Contract
from schemas.yaml_text import parse_yaml

FILE = Path(__file__).with_name("layouts.yml")


class VictimNoun(Contract):
    """The word for those who are counted, by number."""

    one: str
    many: str


class DayPrecision(Contract):
    """How exact a day is.

    Attributes:
        column: The column that tells.
        slack: By its value, how many days the event may lie before or after the day.
    """

    column: str
    slack: dict[str, int]


class DatabaseLayout(Contract):
    """The columns of one database; `layouts.yml` tells what each is."""

    speaker: str
    provenance: str
    event: str
    days: tuple[str, ...]
    precision: DayPrecision | None = None
    places: tuple[str, ...]
    victims: VictimNoun
    low: str
    high: str
    best: str | None = None
    civilians: str | None = None
    uploaded: str | None = None
    link: str | None = None

    @property
    def needed(self) -> frozenset[str]:
        """The columns without which a table is not of this database."""
        return frozenset({self.event, *self.days, self.low, self.high})


@cache
def load_layouts() -> dict[str, DatabaseLayout]:
    """Read all layouts, by the name of their database."""
    told = parse_yaml(FILE.read_text("utf-8"))
    return {name: DatabaseLayout.model_validate(layout) for name, layout in told.items()}
