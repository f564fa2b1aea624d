"""Loading: once is enough, all or nothing, and earlier rows stay readable."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from schemas import Batch, Document, Rejection, Stage
from tests.warehouse.examples import START, claim, document, extraction, page, run
from warehouse import LoadError, load, load_batch, open_warehouse

TEXT = "Four miners died at Karvat on Friday, the mayor said."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.duckdb"


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with open_warehouse(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with open_warehouse(path, read_only=True) as connection:
        tables = connection.execute("select table_name from duckdb_tables()").fetchall()
        return {
            name: connection.execute(f"from {name} order by all").fetchall() for (name,) in tables
        }


def test_the_same_batch_twice_is_once(path: Path) -> None:
    source = document(TEXT, title="Mine")
    found = claim(source, "Four", 4, speaker="the mayor")
    failed = Rejection(
        rejection_id="r1",
        stage=Stage.READ,
        input="broken.txt",
        reason="not_utf8",
        message="broken.txt is not UTF-8",
        rejected_at=START,
    )
    batch = Batch(
        pages=[page("mine.txt", TEXT)],
        documents=[source],
        extractions=[extraction(source, [found])],
        rejections=[failed],
    )
    first = load_batch(path, run(), batch)
    before = dump(path)
    second = load_batch(path, run(), batch)
    assert (first.pages, first.documents, first.claims, first.rejections) == (1, 1, 1, 1)
    assert (second.pages, second.documents, second.claims, second.superseded) == (0, 0, 0, 0)
    assert dump(path) == before


def test_a_load_that_needs_more_memory_gets_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "LOAD_MEMORY", "1MB")
    source = document(TEXT)
    found = extraction(source, [claim(source, "Four", 4, speaker="the mayor")])
    report = load_batch(path, run(), Batch(documents=[source], extractions=[found]))
    assert report.claims == 1


def test_claims_of_an_unknown_document_load_nothing(path: Path) -> None:
    known, unknown = document(TEXT), document("Nine hurt, the mayor said.")
    with pytest.raises(LoadError, match=unknown.document_id):
        load_batch(path, run(), Batch(documents=[known], extractions=[extraction(unknown)]))
    assert rows(path, "select count(*) from documents") == [(0,)]
    assert rows(path, "select count(*) from runs") == [(0,)]


def test_a_new_extraction_supersedes_and_deletes_nothing(path: Path) -> None:
    source = document(TEXT)
    old = [
        claim(source, "Four", 4, speaker="the mayor"),
        claim(source, "miners", None, basis="plural"),
    ]
    new = claim(source, "Four", 4, speaker="the mayor", extractor="0.2.0", confidence=0.8)
    load_batch(path, run("a"), Batch(documents=[source], extractions=[extraction(source, old)]))
    load_batch(path, run("b"), Batch(extractions=[extraction(source, [new])]))
    assert rows(path, "select claim_id, extractor from current_claims") == [(new.claim_id, "0.2.0")]
    assert rows(
        path, "select extractor, superseded is null, count(*) from claims group by all order by all"
    ) == [("0.1.0", False, 2), ("0.2.0", True, 1)]


def corrected(path: Path, second: Document) -> None:
    first = document(TEXT, url="https://example.org/mine", title="Mine collapse")
    found = claim(first, "Four", 4, speaker="the mayor")
    load_batch(path, run("a"), Batch(documents=[first], extractions=[extraction(first, [found])]))
    again = claim(second, "Five", 5, speaker="the mayor")
    load_batch(path, run("b"), Batch(documents=[second], extractions=[extraction(second, [again])]))


@pytest.mark.parametrize("keeps_id", [True, False])
def test_a_corrected_page_is_a_new_version(path: Path, keeps_id: bool) -> None:
    text = TEXT.replace("Four", "Five")
    identity = {"document_id": document(TEXT).document_id} if keeps_id else {}
    corrected(
        path,
        document(text, url="https://example.org/mine", title="Mine collapse", **identity),
    )
    assert rows(path, "select version, text, superseded is null from documents order by all") == [
        (1, TEXT, False),
        (2, text, True),
    ]
    assert rows(path, "select count(distinct lineage_id) from documents") == [(1,)]
    assert rows(path, "select value from current_claims") == [(5,)]


def test_another_text_at_the_same_address_is_no_correction(path: Path) -> None:
    other = document("Five hurt, the mayor said.", url="https://example.org/mine", title="Fair")
    corrected(path, other)
    assert rows(path, "select count(*) from documents where superseded is null") == [(2,)]


def test_better_particulars_keep_the_claims(path: Path) -> None:
    source = document(TEXT, url="https://example.org/mine", published=None)
    found = claim(source, "Four", 4, speaker="the mayor")
    load_batch(path, run("a"), Batch(documents=[source], extractions=[extraction(source, [found])]))
    dated = document(TEXT, url="https://example.org/mine")
    load_batch(path, run("b"), Batch(documents=[dated]))
    published = START.replace(tzinfo=None)
    assert rows(path, "select document_version, published from current_claims") == [(2, published)]


def test_one_text_in_two_outlets_is_one_document_that_appears_twice(path: Path) -> None:
    one = document(TEXT, outlet="Daily Post", url="https://post.example/1")
    two = document(TEXT, outlet="Gazette", url="https://gazette.example/1")
    found = extraction(one, [claim(one, "Four", 4, speaker="the mayor")])
    for _ in range(2):
        load_batch(path, run(), Batch(documents=[one, two], extractions=[found, found]))
    assert rows(path, "select count(*) from documents") == [(1,)]
    assert rows(path, "select outlet from appearances order by all") == [
        ("Daily Post",),
        ("Gazette",),
    ]
    assert rows(path, "select count(*) from current_claims") == [(1,)]


def test_two_texts_under_one_name_are_not_mixed(path: Path) -> None:
    one = document(TEXT, document_id="same")
    two = document("Nine hurt, the mayor said.", document_id="same")
    found = [
        extraction(one, [claim(one, "Four", 4, speaker="the mayor")]),
        extraction(two, [claim(two, "Nine", 9, harm="wounded", speaker="the mayor")]),
    ]
    load_batch(path, run(), Batch(documents=[one, two], extractions=found))
    assert rows(path, "select count(*) from documents") == [(1,)]
    assert rows(path, "select count(*) from current_claims") == [(1,)]
    assert rows(path, "select reason from rejections order by all") == [
        ("same_id_other_text",),
        ("span_mismatch",),
    ]


def test_what_was_known_when_can_be_told(path: Path) -> None:
    source = document(TEXT)
    found = claim(source, "Four", 4, speaker="the mayor")
    for day, version in enumerate(("0.1.0", "0.2.0")):
        again = found.model_copy(update={"extractor": version})
        load_batch(
            path,
            run(version),
            Batch(documents=[source], extractions=[extraction(source, [again])]),
            learned=datetime(2031, 6, 1, tzinfo=UTC) + timedelta(days=day),
        )
    known = (
        "select extractor from claims "
        "where learned <= '{0}' and (superseded > '{0}' or superseded is null)"
    )
    assert rows(path, known.format("2031-06-01 12:00")) == [("0.1.0",)]
    assert rows(path, known.format("2031-06-02 12:00")) == [("0.2.0",)]
