"""Verdicts: appended, in force everywhere, and still in place after a new extraction."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from schemas import Batch, Claim, Document
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import (
    Verdict,
    VerdictConflictError,
    WarehouseError,
    load_batch,
    open_warehouse,
    record_verdict,
)

pytestmark = pytest.mark.slow

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
TEXT = "The mayor said seven miners died at Karvat on Friday. Nine were hurt, a nurse added."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


@pytest.fixture(scope="module")
def source() -> Document:
    return document(TEXT, url="https://example.org/1", title="Mine")


@pytest.fixture(scope="module")
def both_loaded(source: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with both claims of the text, which each test copies."""
    path = tmp_path_factory.mktemp("verdicts") / "w.duckdb"
    load(path, source, both(source))
    return path


@pytest.fixture
def loaded(both_loaded: Path, path: Path) -> Path:
    """A warehouse with both claims of the text."""
    return Path(shutil.copyfile(both_loaded, path))


def load(path: Path, source: Document, claims: Sequence[Claim], name: str = "a") -> None:
    load_batch(path, run(name), Batch([], [source], [extraction(source, claims)], []))


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with open_warehouse(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def current(path: Path) -> list[tuple[object, ...]]:
    return rows(path, "select value, harm, standing from current_claims order by all")


def decide(path: Path, kind: str, minutes: int = 0, **fields: object) -> str:
    return record_verdict(
        path,
        Verdict(
            **{
                "kind": kind,
                "reviewer": "ana",
                "decided": NOON + timedelta(minutes=minutes),
                **fields,
            }
        ),
    )


def both(source: Document, **fields: object) -> tuple[Claim, Claim]:
    return (
        claim(source, "seven", 7, basis="word", **fields),
        claim(source, "Nine", 9, harm="wounded", basis="word", **fields),
    )


def test_accepted_and_rejected_claims_are_told_apart(loaded: Path, source: Document) -> None:
    dead, hurt = both(source)
    decide(loaded, "accept", claim_id=dead.claim_id)
    decide(loaded, "reject", claim_id=hurt.claim_id, reason="not in this mine")
    assert current(loaded) == [(7, "killed", "reviewed")]
    assert rows(loaded, "select count(*) from claims where superseded is null") == [(2,)]


def test_a_correction_takes_the_claims_place(loaded: Path, source: Document) -> None:
    dead, _ = both(source)
    better = claim(source, "seven", 7, basis="word", speaker="The mayor", group="pit crew")
    decide(loaded, "correct", claim_id=dead.claim_id, corrected=better, fields=("speaker",))
    found = rows(
        loaded, "select claim_id, speaker, event_id is not null from current_claims where value = 7"
    )
    assert found == [(dead.claim_id, "The mayor", True)]
    assert rows(loaded, "select holder, victim_group from positions where low = 7") == [
        ("The mayor", "pit crew")
    ]


def test_a_missed_claim_is_added_and_linked(path: Path, source: Document) -> None:
    dead, hurt = both(source)
    load(path, source, [dead])
    decide(path, "add", corrected=hurt)
    found = rows(path, "select value, standing, event_id from current_claims order by value")
    assert [row[:2] for row in found] == [(7, "machine"), (9, "reviewed")]
    assert found[0][2] == found[1][2] is not None


def test_an_undone_verdict_leaves_no_trace_in_the_views(path: Path, source: Document) -> None:
    dead, hurt = both(source)
    load(path, source, [dead])
    before = current(path)
    made = [
        decide(path, "reject", claim_id=dead.claim_id, reason="no"),
        decide(path, "add", corrected=hurt),
    ]
    assert current(path) == [(9, "wounded", "reviewed")]
    for minutes, verdict in enumerate(made):
        decide(path, "undo", 5 + minutes, undoes=verdict)
    assert current(path) == before
    assert rows(path, "select count(*) from verdicts") == [(4,)]


def test_the_same_verdict_twice_is_once(loaded: Path, source: Document) -> None:
    dead, _ = both(source)
    assert len({decide(loaded, "accept", claim_id=dead.claim_id) for _ in range(2)}) == 1
    assert rows(loaded, "select count(*) from verdicts") == [(1,)]


def test_verdicts_outlive_a_new_extraction(loaded: Path, source: Document) -> None:
    dead, hurt = both(source)
    decide(loaded, "reject", claim_id=hurt.claim_id, reason="hearsay")
    better = claim(source, "seven", 8, basis="word", speaker="The mayor")
    decide(loaded, "correct", claim_id=dead.claim_id, corrected=better)
    again = [
        claim(source, "seven miners", 7, basis="word", extractor="0.2.0"),
        claim(
            source, "Nine", 9, harm="wounded", basis="word", speaker="a nurse", extractor="0.2.0"
        ),
    ]
    load(loaded, source, again, "b")
    assert current(loaded) == [(8, "killed", "reviewed")]


def test_verdicts_follow_a_corrected_page(loaded: Path, source: Document) -> None:
    dead, hurt = both(source)
    better = claim(source, "seven", 8, basis="word", speaker="The mayor")
    decide(loaded, "correct", claim_id=dead.claim_id, corrected=better)
    decide(loaded, "reject", claim_id=hurt.claim_id, reason="hearsay")
    changed = document(
        TEXT.replace("Nine", "Updated: nine"), url="https://example.org/1", title="Mine"
    )
    # The sentences moved: the evidence of both claims is the whole text, so neither holds.
    load(loaded, changed, [claim(changed, "nine", 9, harm="wounded", basis="word")], "b")
    assert current(loaded) == [(9, "wounded", "machine")]
    longer = document(f"UPDATED. {TEXT}", url="https://example.org/1", title="Mine")
    load(loaded, longer, both(longer), "c")
    assert current(loaded) == [(8, "killed", "reviewed")]


def test_another_reviewers_decision_in_the_meantime_is_a_conflict(
    path: Path, source: Document
) -> None:
    dead, _ = both(source)
    load(path, source, [dead])
    first = decide(path, "accept", claim_id=dead.claim_id)
    late = {"reviewer": "ben", "claim_id": dead.claim_id, "reason": "no"}
    with pytest.raises(VerdictConflictError, match="ana decided to accept"):
        decide(path, "reject", 1, **late)
    assert current(path) == [(7, "killed", "reviewed")]
    decide(path, "reject", 2, seen=first, **late)
    assert current(path) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "reject", "claim_id": "c"},
        {"kind": "correct", "claim_id": "c"},
        {"kind": "merge", "event_id": "e", "into_event_id": "e"},
        {"kind": "accept", "claim_id": "c", "reviewer": " "},
    ],
    ids=str,
)
def test_an_incomplete_verdict_cannot_be_made(fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Verdict(**{"reviewer": "ana", "decided": NOON, **fields})


def test_a_verdict_on_nothing_is_refused(path: Path, source: Document) -> None:
    load(path, source, [])
    other = document("Elsewhere four died.")
    for kind, fields in (
        ("accept", {"claim_id": "none"}),
        ("add", {"corrected": claim(other, "four", 4, basis="word")}),
        ("pin", {"claim_ids": ("none",), "into_event_id": "none"}),
        ("undo", {"undoes": "none"}),
    ):
        with pytest.raises(WarehouseError, match="there is no"):
            decide(path, kind, **fields)
    assert rows(path, "select count(*) from verdicts") == [(0,)]
