"""Events that a person merges, splits or pins stay so."""

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from schemas import Batch, Claim, Document
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import Verdict, load_batch, open_warehouse, record_verdict

pytestmark = pytest.mark.slow

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


@pytest.fixture(scope="session")
def two_loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with two events, which each test copies."""
    path = tmp_path_factory.mktemp("events") / "w.duckdb"
    load(path, *two_events())
    return path


@pytest.fixture
def loaded(two_loaded: Path, path: Path) -> Path:
    """A warehouse with two events."""
    return Path(shutil.copyfile(two_loaded, path))


def links(path: Path) -> dict[str, str]:
    query = "select claim_id, event_id from current_claims"
    with open_warehouse(path, read_only=True) as connection:
        return dict(connection.execute(query).fetchall())


def load(path: Path, *told: tuple[Document, Claim], name: str = "a") -> None:
    batch = Batch([], [s for s, _ in told], [extraction(s, [c]) for s, c in told], [])
    load_batch(path, run(name), batch)


def decide(path: Path, kind: str, minutes: int = 0, **fields: object) -> str:
    moment = NOON + timedelta(minutes=minutes)
    return record_verdict(path, Verdict(kind=kind, reviewer="ana", decided=moment, **fields))


def told(
    number: int, where: str, day: int, words: str = "", extractor: str = "0.1.0"
) -> tuple[Document, Claim]:
    source = document(f"{number} miners died at {where}. {words}")
    quantity = str(number)
    return source, claim(
        source, quantity, number, where=where, day=date(2031, 5, day), extractor=extractor
    )


def two_events() -> tuple[tuple[Document, Claim], tuple[Document, Claim]]:
    return told(5, "Karvat", 2), told(8, "Melune", 9)


def test_merged_events_stay_one_and_take_up_what_is_like_either(loaded: Path) -> None:
    one, other = two_events()
    before = links(loaded)
    gone, kept = before[one[1].claim_id], before[other[1].claim_id]
    assert gone != kept
    decide(loaded, "merge", event_id=gone, into_event_id=kept)
    assert set(links(loaded).values()) == {kept}
    again = told(5, "Karvat", 2, extractor="0.2.0")
    late = told(6, "Karvat", 2, "Late news.")
    load(loaded, again, late, name="b")
    assert set(links(loaded).values()) == {kept}


def test_an_undone_merge_gives_each_event_its_claims_back(loaded: Path) -> None:
    one, other = two_events()
    before = links(loaded)
    made = decide(
        loaded,
        "merge",
        event_id=before[one[1].claim_id],
        into_event_id=before[other[1].claim_id],
    )
    decide(loaded, "undo", 1, undoes=made)
    assert links(loaded) == before
    late = told(6, "Karvat", 2, "Late news.")
    load(loaded, late, name="b")
    assert links(loaded)[late[1].claim_id] == before[one[1].claim_id]


def test_split_claims_found_an_event_and_stay_there(path: Path) -> None:
    one, other = told(5, "Karvat", 2), told(8, "Karvat", 2, "Another shaft.")
    load(path, one, other)
    (event,) = set(links(path).values())
    made = decide(path, "split", event_id=event, claim_ids=(other[1].claim_id,))
    apart = links(path)
    assert apart[one[1].claim_id] == event != apart[other[1].claim_id]
    load(path, told(8, "Karvat", 2, "Another shaft.", extractor="0.2.0"), name="b")
    assert links(path) == apart
    decide(path, "undo", 1, undoes=made)
    assert set(links(path).values()) == {event}


def test_a_pin_follows_its_words_to_a_new_claim(loaded: Path) -> None:
    one, other = two_events()
    target = links(loaded)[one[1].claim_id]
    decide(loaded, "pin", claim_ids=(other[1].claim_id,), into_event_id=target)
    assert set(links(loaded).values()) == {target}
    moved = claim(other[0], "8 miners", 8, where="Melune", day=date(2031, 5, 9), extractor="0.2.0")
    load(loaded, (other[0], moved), name="b")
    assert links(loaded) == {one[1].claim_id: target, moved.claim_id: target}
