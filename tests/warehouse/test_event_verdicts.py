"""Events that a person merges, splits or pins stay so."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from schemas import Batch, Claim, Document
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import Verdict, load_batch, open_warehouse, record_verdict

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


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


def test_merged_events_stay_one_and_take_up_what_is_like_either(path: Path) -> None:
    one, other = told(5, "Karvat", 2), told(8, "Melune", 9)
    load(path, one, other)
    before = links(path)
    gone, kept = before[one[1].claim_id], before[other[1].claim_id]
    assert gone != kept
    decide(path, "merge", event_id=gone, into_event_id=kept)
    assert set(links(path).values()) == {kept}
    again = told(5, "Karvat", 2, extractor="0.2.0")
    late = told(6, "Karvat", 2, "Late news.")
    load(path, again, late, name="b")
    assert set(links(path).values()) == {kept}


def test_an_undone_merge_gives_each_event_its_claims_back(path: Path) -> None:
    one, other = told(5, "Karvat", 2), told(8, "Melune", 9)
    load(path, one, other)
    before = links(path)
    made = decide(
        path,
        "merge",
        event_id=before[one[1].claim_id],
        into_event_id=before[other[1].claim_id],
    )
    decide(path, "undo", 1, undoes=made)
    assert links(path) == before
    late = told(6, "Karvat", 2, "Late news.")
    load(path, late, name="b")
    assert links(path)[late[1].claim_id] == before[one[1].claim_id]


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


def test_a_pin_follows_its_words_to_a_new_claim(path: Path) -> None:
    one, other = told(5, "Karvat", 2), told(8, "Melune", 9)
    load(path, one, other)
    target = links(path)[one[1].claim_id]
    decide(path, "pin", claim_ids=(other[1].claim_id,), into_event_id=target)
    assert set(links(path).values()) == {target}
    moved = claim(other[0], "8 miners", 8, where="Melune", day=date(2031, 5, 9), extractor="0.2.0")
    load(path, (other[0], moved), name="b")
    assert links(path) == {one[1].claim_id: target, moved.claim_id: target}
