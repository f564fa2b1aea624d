"""The queries of the desk: each says what it answers, and gives what its rows hold."""

from pathlib import Path

import pytest

import warehouse.read_models
from warehouse import migrate
from warehouse.read_models.models import FILES, VIEWS
from warehouse.read_models.reader import reading
from warehouse.sqlfiles import HEADER

QUERIES = sorted(Path(warehouse.read_models.__file__).parent.glob("*.sql"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    migrate(path)
    return path


@pytest.mark.parametrize("file", QUERIES, ids=lambda file: file.stem)
def test_a_query_says_its_question_and_its_grain(file: Path) -> None:
    assert {found["key"] for found in HEADER.finditer(file.read_text("utf-8"))} == {
        "question",
        "grain",
    }


def test_every_query_runs_and_has_the_columns_of_its_rows(empty: Path) -> None:
    with reading(empty) as reader:
        for kind in (*FILES, *VIEWS):
            assert list(reader.rows(kind)) == [], kind
        assert list(reader.comparisons()) == []
        assert reader.totals().claims == 0
