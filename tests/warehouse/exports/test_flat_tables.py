"""Parquet and CSV: the same claims for every reader, and no formula for a spreadsheet."""

import csv
import re

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from tests.warehouse.exports.conftest import TITLE
from warehouse.exports.export import FORMS, export
from warehouse.exports.formats import ExportFormat

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
HASHTAGS = {"#adm1", "#affected", "#country", "#date", "#event", "#geo", "#group", "#loc"}
HASHTAGS |= {"#meta", "#status"}


@pytest.fixture
def written(database, tmp_path):
    def write(form: str):
        path = tmp_path / FORMS[ExportFormat(form)].file
        return path, export(database, ExportFormat(form), path)

    return write


def records(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_parquet_reads_the_same_everywhere(written):
    path, count = written("parquet")
    arrow = pq.read_table(path)
    assert count == arrow.num_rows == 5
    assert pl.read_parquet(path).height == len(pd.read_parquet(path)) == 5
    assert duckdb.sql(f"select sum(low) from '{path}'").fetchall() == [(4 + 9 + 12 + 200,)]
    by_holder = {row["holder"]: row for row in arrow.to_pylist() if row["harm"] == "killed"}
    assert by_holder["Nurses"]["low"] == 12
    assert by_holder["Nurses"]["high"] == 15
    assert by_holder["The mayor"]["standing"] == "reviewed"
    assert by_holder["The mayor"]["title"] == TITLE
    assert by_holder["guards"]["latitude"] == 41.5


def test_csv_reads_the_same_everywhere(written):
    path, count = written("csv")
    assert count == len(pd.read_csv(path)) == pl.read_csv(path).height == 5
    assert {row["value"] for row in records(path)} == {"4", "0", "9", "12", ""}


def test_no_cell_of_a_csv_file_is_a_formula(written):
    for form in ("csv", "hxl", "ucdp", "acled"):
        path, _ = written(form)
        with path.open(encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        formulas = [cell for cell in cells if re.match(r"[=+@\t\r]|-\D", cell)]
        assert formulas == [], form
        assert not any("\x00" in cell for cell in cells)
    assert f"'{TITLE}" in {row["title"] for row in records(written("csv")[0])}


def test_hashtags_stand_below_the_names(written):
    path, count = written("hxl")
    tags, row = records(path)
    assert count == 1
    assert all(TAG.fullmatch(tag) for tag in tags.values())
    assert {tag.split("+")[0] for tag in tags.values()} <= HASHTAGS
    assert len(set(tags.values())) == len(tags)
    assert (row["killed_low"], row["killed_high"]) == ("0", "")
    assert (row["wounded_low"], row["wounded_high"]) == ("200", "")
    assert (row["status"], row["latitude"], row["country"]) == ("conflict", "41.5", "Dorland")


def test_ucdp_rows_have_low_and_high_and_never_a_best(written):
    path, _ = written("ucdp")
    (row,) = records(path)
    assert (row["low"], row["high"], row["best"]) == ("0", "", "")
    assert (row["where_prec"], row["date_prec"], row["year"]) == ("1", "1", "2031")
    assert (row["agreement"], row["number_words"]) == ("conflict", "strict")
    assert row["source_headline"] == f"'{TITLE}"


def test_acled_rows_tell_a_zero_that_was_claimed_from_one_that_was_not_said(written):
    path, _ = written("acled")
    (row,) = records(path)
    assert row["fatalities"] == "0"
    assert row["tags"].startswith("fatalities=zero claimed; figures=conflict")
    assert "9 (denied by Police)" in row["notes"]
    assert (row["event_date"], row["geo_precision"]) == ("2031-05-02", "1")
