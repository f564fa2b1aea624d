"""The checks of a run: which groups they know, and how a failure shows its rows."""

import sys

import pytest

from flows.quality import check_quality, process_for_checks
from tests.warehouse.examples import claim, document, load
from warehouse import open_warehouse


def test_a_failed_check_names_the_question_that_shows_its_rows(tmp_path):
    database = tmp_path / "w.duckdb"
    source = document("Two of the volunteers and three civilians died at Karvat.")
    known = claim(source, "three", 3, group="civilians")
    strange = claim(source, "Two", 2, group="Lower Karvat Volunteers")
    load(database, (source, [known, strange]), name="run-1")
    _, failed = check_quality(database, "run-1", tmp_path / "docs")
    (check,) = [check for check in failed if check.name == "groups_are_known"]
    assert check.rows == 1
    with open_warehouse(database, read_only=True) as connection:
        shown = connection.execute(f"select id from ({check.query})").fetchall()
    assert shown == [(strange.claim_id,)]


@pytest.mark.slow
def test_checks_have_one_process_which_is_prepared_once():
    with process_for_checks() as outer:
        with process_for_checks() as inner:
            assert inner is outer
        assert outer.submit(imported, "great_expectations").result()
    with process_for_checks() as later:
        assert later is not outer


def imported(name: str) -> bool:
    return name in sys.modules
