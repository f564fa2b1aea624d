"""What a scenario is: a few documents, and what a casualty recorder expects of them."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field

from schemas import Harm, SpeakerKind
from schemas.base import Contract

FOLDER = Path(__file__).parent
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Reads all values as text; the loader in C takes a tenth of the time."""
LEARNED = date(2022, 1, 1)
"""When documents are loaded that do not say when."""

Moment = Annotated[date | datetime, Field(union_mode="left_to_right")]
Comparison = Literal[
    "conflict",
    "who_died",
    "revised",
    "different_people",
    "different_meaning",
    "one_source",
    "agreement",
    "check",
]
DISPUTES: tuple[Comparison, ...] = ("conflict", "who_died")
"""Classes that no scenario may show unless it expects them."""
Figures = dict[str, tuple[str, ...]]
"""Who holds which figure, in the order of the row.

A figure is a number ("12", "10-15") or the text that the row shows ("at least 4"), with the
victims after it where they tell figures apart ("20 militants"). A holder is part of a name.
"""


class Expected(Contract):
    """Something that a warehouse must show; what is not given may be anything."""

    def __str__(self) -> str:
        return str(self.model_dump(mode="json", exclude_defaults=True, by_alias=True))


class Told(Contract):
    """A document, as a row of JSON lines would bring it.

    Attributes:
        text: What it says.
        title: Headline.
        outlet: Who published it.
        agency: Agency that it is credited to.
        published: When, as the input writes it.
        url: Address of its page.
        learned: When it is loaded; documents of one day are loaded together.
    """

    text: str
    title: str | None = None
    outlet: str | None = "Valley Post"
    agency: str | None = None
    published: str | None = None
    url: str | None = None
    learned: date = LEARNED


class Decision(Contract):
    """A reviewer's verdict.

    Attributes:
        kind: What is decided.
        decided: When; documents that are loaded on that day come first.
        figure: The figure of the claim that is decided on.
        value: What a correction makes of it.
        event: Part of the name of the event that is merged away, or that loses the claim.
        into: Part of the name of the event that takes it up.
    """

    kind: Literal["accept", "reject", "correct", "merge", "split", "undo"]
    decided: date
    figure: int | None = None
    value: int | None = None
    event: str | None = None
    into: str | None = None


class View(Expected):
    """Whose knowledge is asked for.

    Attributes:
        as_of: As published by then; a day means the whole of it.
        known_at: As loaded by then; a day means the whole of it.
        number_words: How number words are read.
    """

    as_of: Moment | None = None
    known_at: Moment | None = None
    number_words: str = "strict"

    @property
    def is_of_now(self) -> bool:
        """Whether it is what all is known by, read strictly."""
        return (self.as_of, self.known_at, self.number_words) == (None, None, "strict")


class Row(View):
    """A row of `discrepancies`; what is not given may be anything.

    Attributes:
        harm: Its harm.
        event: Part of its event's name.
        victims: Part of the name of its victims.
        classed: Its class.
        not_classed: Classes that it must not have.
        figures: All its figures with their holders.
        denied_by: Who denies which of the figures; nobody, unless given with `figures`.
        parting: The figures of the two totals that part.
        earlier: Holders whose figures are shown as history, each by a part of its name.
        documents: How many documents it rests on.
        originators: How many independent sources.
    """

    harm: Harm = Harm.KILLED
    event: str | None = None
    victims: str | None = None
    classed: Comparison | None = Field(default=None, alias="class")
    not_classed: tuple[Comparison, ...] = Field(default=(), alias="not_class")
    figures: Figures | None = None
    denied_by: Figures = Field(default_factory=dict)
    parting: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    documents: int | None = None
    originators: int | None = None


class Happening(Expected):
    """An event; what is not given may be anything.

    Attributes:
        named: Parts of its name.
        not_named: What its name must not hold.
        days: First and last day, or one day for both, or nothing where no day is known.
    """

    named: tuple[str, ...] = ()
    not_named: tuple[str, ...] = ()
    days: tuple[date, ...] | None = None


class YearlyTotal(Expected):
    """A row of `yearly_totals` under the strict policy."""

    year: int | None
    harm: Harm = Harm.KILLED
    low: int
    high: int
    events: int | None = None


class Held(Expected):
    """A row of `positions`: who holds a figure, and what sort of speaker that is."""

    holder: str
    figure: str
    kind: SpeakerKind | None = None


class Toll(Expected):
    """A row of `tolls`: what a holder counts in all.

    Attributes:
        holder: Part of the holder's name.
        harm: What was done.
        figure: The total.
        addends: The figures that it sums up, where it does.
    """

    holder: str
    harm: Harm = Harm.KILLED
    figure: str
    addends: tuple[str, ...] = ()


class Scenario(Contract):
    """A case of a few documents.

    Attributes:
        name: What it is called.
        why: The rule that it shows, and the reason.
        documents: What is loaded.
        decisions: What reviewers decide.
        events: How many events the documents tell of.
        happenings: Which ones.
        rows: Rows of `discrepancies` that must be there. Disputes that are not named here must
            not be.
        no_rows: Rows that must not be there.
        positions: Positions that must be there.
        tolls: Holders' totals that must be there.
        yearly_totals: Totals of years that must be there.
        queue: Classes of the claims in `review_queue`, in the order in which they first come.
        xfail: Why the program does not do so yet.
    """

    name: str
    why: str
    documents: tuple[Told, ...] = Field(min_length=1, max_length=4)
    decisions: tuple[Decision, ...] = ()
    events: int | None = None
    happenings: tuple[Happening, ...] = ()
    rows: tuple[Row, ...] = ()
    no_rows: tuple[Row, ...] = ()
    positions: tuple[Held, ...] = ()
    tolls: tuple[Toll, ...] = ()
    yearly_totals: tuple[YearlyTotal, ...] = ()
    queue: tuple[Comparison, ...] = ()
    xfail: str | None = None


def areas() -> list[str]:
    """Names of the areas: one file each."""
    return sorted(path.stem for path in FOLDER.glob("*.yml"))


def scenarios(area: str) -> list[Scenario]:
    """The scenarios of an area; all their values are read as text, figures and dates too."""
    text = (FOLDER / f"{area}.yml").read_text("utf-8")
    entries: list[dict[str, Any]] = yaml.load(text, Loader=LOADER)
    return [Scenario.model_validate(entry) for entry in entries]
