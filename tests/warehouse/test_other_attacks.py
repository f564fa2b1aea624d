"""Totals of one event that tell of two days or two places are no rivals."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas import Agent, AgentSide, Claim, Document, Place, PlaceLevel
from tests.warehouse.examples import ask, claim, document, load
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
Whereabouts = tuple[date | None, tuple[Place, ...]]


def told(source: Document, words: str, speaker: str, whereabouts: Whereabouts) -> Claim:
    day, place = whereabouts
    made = claim(source, words, int(words), group="all", speaker=speaker, day=day)
    return made.model_copy(update={"event": made.event.model_copy(update={"place": place})})


def blaming(made: Claim, side: AgentSide | None) -> Claim:
    """Let somebody of a side be said to have done it: here the word "them"."""
    start = made.evidence.start + made.evidence.text.index("them")
    return made.model_copy(
        update={"agent": Agent(text="them", start=start, end=start + 4, side=side)}
    )


def put_together(path: Path) -> None:
    """Let all claims be of one event, as a mistake of the linking would."""
    with open_warehouse(path) as connection:
        connection.begin()
        begin_loading(connection, "", datetime.now(UTC).replace(tzinfo=None))
        connection.execute(
            "update event_claims set event_id = (select min(event_id) from event_claims)"
        )
        rows = connection.execute("select document_id from documents").fetchall()
        refresh_documents(connection, [row[0] for row in rows])
        connection.commit()


def compared(path: Path) -> tuple[str, str]:
    (row,) = ask(path, "select class, reason from discrepancies")
    return row["class"], row["reason"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((TWO, KARVAT), (TWO, KARVAT), ("conflict", "disjoint")),
        ((TWO, KARVAT), (TWO, MARKET), ("conflict", "disjoint")),
        ((TWO, KARVAT), (TWO, NEAR), ("conflict", "disjoint")),
        ((TWO, KARVAT), (TWO, (LAND,)), ("conflict", "disjoint")),
        ((TWO, KARVAT), (TWO, ()), ("conflict", "disjoint")),
        ((TWO, MARKET), (TWO, FAR), ("check", "other_place")),
        ((TWO, KARVAT), (TWO, OTHER_KARVAT), ("conflict", "disjoint")),
        ((ONE, KARVAT), (TWO, KARVAT), ("conflict", "disjoint")),
        ((None, KARVAT), (FOUR, KARVAT), ("conflict", "disjoint")),
        ((ONE, KARVAT), (FOUR, KARVAT), ("check", "other_day")),
    ],
)
def test_two_texts(
    path: Path, one: Whereabouts, other: Whereabouts, expected: tuple[str, str]
) -> None:
    first = document("Ana Mell said 6 people were killed.")
    second = document("Ben Torr said 9 people were killed.")
    load(
        path,
        (first, [told(first, "6", "Ana Mell", one)]),
        (second, [told(second, "9", "Ben Torr", other)]),
    )
    put_together(path)
    assert compared(path) == expected


def test_one_text_that_tells_of_two_days_means_two(path: Path) -> None:
    text = document("Ana Mell said 6 people were killed. Ben Torr said 9 people were killed.")
    claims = [
        told(text, "6", "Ana Mell", (ONE, KARVAT)),
        told(text, "9", "Ben Torr", (TWO, KARVAT)),
    ]
    load(path, (text, claims))
    put_together(path)
    assert compared(path) == ("check", "other_day")


@pytest.mark.parametrize(
    ("place", "expected"),
    [(KARVAT, ("check", "doubtful")), (NEAR, ("conflict", "disjoint"))],
)
def test_who_tells_the_others_number_of_its_place_disputes_nothing(
    path: Path, place: tuple[Place, ...], expected: tuple[str, str]
) -> None:
    both = document("Ana Mell said 6 people were killed, and that 9 were.")
    other = document("Ben Torr said 6 people were killed.")
    claims = [
        told(both, "6", "Ana Mell", (TWO, place)),
        told(both, "9", "Ana Mell", (TWO, KARVAT)),
    ]
    load(path, (both, claims), (other, [told(other, "6", "Ben Torr", (TWO, KARVAT))]))
    put_together(path)
    assert compared(path) == expected


@pytest.mark.parametrize(
    ("blamed", "others_blamed", "expected"),
    [
        (STATE, REBELS, ("check", "other_agent")),
        (STATE, STATE, ("conflict", "disjoint")),
        (STATE, None, ("conflict", "disjoint")),
        (None, REBELS, ("conflict", "disjoint")),
    ],
)
def test_what_two_texts_blame_on_two_sides_is_of_two_attacks(
    path: Path, blamed: AgentSide | None, others_blamed: AgentSide | None, expected: tuple[str, str]
) -> None:
    first = document("Of them Ana Mell said 6 people were killed.")
    second = document("Of them Ben Torr said 9 people were killed.")
    load(
        path,
        (first, [blaming(told(first, "6", "Ana Mell", (TWO, KARVAT)), blamed)]),
        (second, [blaming(told(second, "9", "Ben Torr", (TWO, KARVAT)), others_blamed)]),
    )
    put_together(path)
    assert compared(path) == expected


def test_a_text_that_has_both_sides_blamed_tells_of_one_attack(path: Path) -> None:
    first = document("Of them Ana Mell said 6 people were killed. By them 8 were.")
    second = document("Of them Ben Torr said 9 people were killed.")
    load(
        path,
        (
            first,
            [
                blaming(told(first, "6", "Ana Mell", (TWO, KARVAT)), STATE),
                blaming(told(first, "8", "Ana Mell", (TWO, KARVAT)), REBELS),
            ],
        ),
        (second, [blaming(told(second, "9", "Ben Torr", (TWO, KARVAT)), REBELS)]),
    )
    put_together(path)
    assert compared(path) == ("conflict", "disjoint")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"
