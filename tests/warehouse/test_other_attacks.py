"""Totals of one event that tell of two days or two places are no rivals."""

import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from schemas import Agent, AgentSide, Claim, Document, Place, PlaceLevel
from tests.warehouse.examples import START, ask, claim, document, load
from warehouse import open_warehouse
from warehouse.columns import begin_loading
from warehouse.facts.refresh import refresh_documents

VALLEY = Place(level=PlaceLevel.PROVINCE, name="Valley", key="x:1", latitude=35.0, longitude=36.0)
COAST = Place(level=PlaceLevel.PROVINCE, name="Coast", key="x:2", latitude=33.0, longitude=36.0)
LAND = Place(level=PlaceLevel.COUNTRY, name="Land", key="iso:ZZ")
KARVAT = (
    Place(level=PlaceLevel.CITY, name="Karvat", key="x:3", latitude=35.0, longitude=36.0),
    VALLEY,
    LAND,
)
MARKET = (Place(level=PlaceLevel.SITE, name="the market", key="x:3/market"), *KARVAT)
NEAR = (
    Place(level=PlaceLevel.CITY, name="Orsund", key="x:4", latitude=35.2, longitude=36.0),
    VALLEY,
    LAND,
)
FAR = (
    Place(level=PlaceLevel.CITY, name="Drell", key="x:5", latitude=33.0, longitude=36.0),
    COAST,
    LAND,
)
OTHER_KARVAT = (
    Place(level=PlaceLevel.CITY, name="Karvat", key="x:6", latitude=33.0, longitude=36.0),
    COAST,
    LAND,
)
ONE, TWO, FOUR = date(2031, 5, 1), date(2031, 5, 2), date(2031, 5, 4)
STATE, REBELS = AgentSide.STATE, AgentSide.ARMED_GROUP
CONFLICT = ("conflict", "disjoint")
YEAR = timedelta(weeks=52)
Whereabouts = tuple[date | None, tuple[Place, ...]]
HERE: Whereabouts = (TWO, KARVAT)


@dataclass(frozen=True)
class Count:
    """A figure of a text, of when and where it is, and which side is said to have done it."""

    words: str
    speaker: str
    whereabouts: Whereabouts = HERE
    side: AgentSide | None = None


@dataclass(frozen=True)
class Case:
    """Texts of one event, each with its counts, and the class and reason of their one row."""

    texts: tuple[tuple[str, tuple[Count, ...]], ...]
    expected: tuple[str, str]


def two_texts(one: Whereabouts, other: Whereabouts, expected: tuple[str, str]) -> Case:
    return Case(
        (
            ("Ana Mell said 6 people were killed.", (Count("6", "Ana Mell", one),)),
            ("Ben Torr said 9 people were killed.", (Count("9", "Ben Torr", other),)),
        ),
        expected,
    )


def who_tells_the_others_number(place: tuple[Place, ...], expected: tuple[str, str]) -> Case:
    both = (Count("6", "Ana Mell", (TWO, place)), Count("9", "Ana Mell"))
    return Case(
        (
            ("Ana Mell said 6 people were killed, and that 9 were.", both),
            ("Ben Torr said 6 people were killed.", (Count("6", "Ben Torr"),)),
        ),
        expected,
    )


def blamed_on(
    side: AgentSide | None, others_side: AgentSide | None, expected: tuple[str, str]
) -> Case:
    return Case(
        (
            ("Of them Ana Mell said 6 people were killed.", (Count("6", "Ana Mell", HERE, side),)),
            (
                "Of them Ben Torr said 9 people were killed.",
                (Count("9", "Ben Torr", HERE, others_side),),
            ),
        ),
        expected,
    )


TWO_DAYS_IN_ONE_TEXT = Case(
    (
        (
            "Ana Mell said 6 people were killed. Ben Torr said 9 people were killed.",
            (Count("6", "Ana Mell", (ONE, KARVAT)), Count("9", "Ben Torr")),
        ),
    ),
    ("check", "other_day"),
)
BOTH_SIDES_BLAMED_IN_ONE_TEXT = Case(
    (
        (
            "Of them Ana Mell said 6 people were killed. By them 8 were.",
            (Count("6", "Ana Mell", HERE, STATE), Count("8", "Ana Mell", HERE, REBELS)),
        ),
        (
            "Of them Ben Torr said 9 people were killed.",
            (Count("9", "Ben Torr", HERE, REBELS),),
        ),
    ),
    CONFLICT,
)
CASES = {
    # First, as a text that names no day could tell of what is known already.
    "no day": two_texts((None, KARVAT), (FOUR, KARVAT), CONFLICT),
    "one place": two_texts(HERE, HERE, CONFLICT),
    "a site of the place": two_texts(HERE, (TWO, MARKET), CONFLICT),
    "a place nearby": two_texts(HERE, (TWO, NEAR), CONFLICT),
    "its country": two_texts(HERE, (TWO, (LAND,)), CONFLICT),
    "no place": two_texts(HERE, (TWO, ()), CONFLICT),
    "a place far away": two_texts((TWO, MARKET), (TWO, FAR), ("check", "other_place")),
    "a place of the same name": two_texts(HERE, (TWO, OTHER_KARVAT), CONFLICT),
    "the next day": two_texts((ONE, KARVAT), HERE, CONFLICT),
    "three days later": two_texts((ONE, KARVAT), (FOUR, KARVAT), ("check", "other_day")),
    "two days in one text": TWO_DAYS_IN_ONE_TEXT,
    "the other's number there": who_tells_the_others_number(KARVAT, ("check", "doubtful")),
    "the other's number elsewhere": who_tells_the_others_number(NEAR, CONFLICT),
    "two sides blamed": blamed_on(STATE, REBELS, ("check", "other_agent")),
    "one side blamed": blamed_on(STATE, STATE, CONFLICT),
    "one side blamed by one": blamed_on(STATE, None, CONFLICT),
    "the other blamed by the other": blamed_on(None, REBELS, CONFLICT),
    "both sides blamed in one text": BOTH_SIDES_BLAMED_IN_ONE_TEXT,
}


def report(text: str, counts: tuple[Count, ...], years: int) -> tuple[Document, list[Claim]]:
    """A text and its claims, that many years later and numbered, so that all differ."""
    source = document(f"{text} ({years})", published=START + years * YEAR)
    return source, [told(source, count, years * YEAR) for count in counts]


def told(source: Document, count: Count, later: timedelta) -> Claim:
    day, place = count.whereabouts
    made = claim(
        source,
        count.words,
        int(count.words),
        group="all",
        speaker=count.speaker,
        day=day and day + later,
    )
    made = made.model_copy(update={"event": made.event.model_copy(update={"place": place})})
    return blaming(made, count.side) if "them" in source.text else made


def blaming(made: Claim, side: AgentSide | None) -> Claim:
    """Let somebody of a side be said to have done it: here the word "them"."""
    start = made.evidence.start + made.evidence.text.index("them")
    return made.model_copy(
        update={"agent": Agent(text="them", start=start, end=start + 4, side=side)}
    )


def put_together(path: Path, cases: list[list[str]]) -> list[str]:
    """Let all claims of some documents be of one event, as a mistake of the linking would.

    Returns:
        The event of each case.
    """
    own = "claim_id in (select claim_id from claims where document_id in (select unnest(?)))"
    with open_warehouse(path) as connection:
        connection.begin()
        begin_loading(connection, "", datetime.now(UTC).replace(tzinfo=None))
        events = []
        for documents in cases:
            query = f"select min(event_id) from event_claims where {own}"
            ((event,),) = connection.execute(query, [documents]).fetchall()
            connection.execute(
                f"update event_claims set event_id = ? where {own}", [event, documents]
            )
            events.append(event)
        refresh_documents(connection, [each for documents in cases for each in documents])
        connection.commit()
    return events


@pytest.fixture(scope="module")
def compared(
    empty_warehouse: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[tuple[str, str]]]:
    """How the totals of each case compare, loaded at once, each of a year of its own."""
    path = tmp_path_factory.mktemp("attacks") / "w.duckdb"
    shutil.copyfile(empty_warehouse, path)
    cases = [
        [report(text, counts, years) for text, counts in case.texts]
        for years, case in enumerate(CASES.values())
    ]
    load(path, *(each for reports in cases for each in reports))
    events = put_together(
        path, [[source.document_id for source, _ in reports] for reports in cases]
    )
    rows = ask(path, "select event_id, class, reason from discrepancies")
    return {
        name: [(row["class"], row["reason"]) for row in rows if row["event_id"] == event]
        for name, event in zip(CASES, events, strict=True)
    }


@pytest.mark.parametrize("name", CASES)
def test_totals_of_one_event(name: str, compared: dict[str, list[tuple[str, str]]]) -> None:
    assert compared[name] == [CASES[name].expected]
