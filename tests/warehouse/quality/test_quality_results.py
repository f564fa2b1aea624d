"""Checking a warehouse: what is kept of it, and how a person sees the rows."""

import pytest

from schemas import Batch
from tests.warehouse.examples import run
from tests.warehouse.quality.conftest import damage
from warehouse import QueryError, load_batch, open_warehouse
from warehouse.quality import check_quality, failed, failing_rows

pytestmark = pytest.mark.slow


def rows(path, query):
    with open_warehouse(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_outcomes_are_kept_per_run_with_a_way_to_the_rows(sound):
    before = check_quality(sound, "run-1", groups=["miners"])
    assert failed(before) == ()
    damage(
        sound,
        "update claims set harm = 'annoyed' where quantity_text = 'two'",
        "update claims set part_of = 'gone' where quantity_text = 'two'",
    )
    again = check_quality(sound, "run-2", groups=["miners"])
    after = check_quality(sound, "run-2", groups=["miners"])
    assert [(r.expectation, r.failing_ids) for r in again] == [
        (r.expectation, r.failing_ids) for r in after
    ]
    bad = {result.expectation: result for result in failed(after)}
    assert bad.keys() == {"harms_are_known", "wholes_are_in_the_document"}

    ((name,),) = rows(sound, "select claim_id from claims where quantity_text = 'two'")
    for result in bad.values():
        assert result.failing_ids == (name,)
        assert result.failed == 1
        assert any(name in map(str, row) for row in rows(sound, result.query))
        columns, told = failing_rows(sound, result.expectation)
        assert name in dict(zip(columns, told[0], strict=True)).values()

    trend = rows(
        sound,
        "select run_id, expectations, passed, failed_errors, failing_rows from quality_trend "
        "order by checked_at",
    )
    count = len(after)
    assert trend == [("run-1", count, count, 0, 0), ("run-2", count, count - 2, 2, 2)]
    shown = rows(sound, "select expectation, quantity_text from failing_rows order by all")
    assert shown == [("harms_are_known", "two"), ("wholes_are_in_the_document", "two")]


def test_an_empty_warehouse_has_no_faults(tmp_path):
    path = tmp_path / "w.duckdb"
    load_batch(path, run(), Batch())
    assert failed(check_quality(path, "run-1")) == ()


def test_an_unknown_expectation_is_named(sound):
    with pytest.raises(QueryError, match=r"no expectation .odd.; there are .*zeros_are_said"):
        failing_rows(sound, "odd")
