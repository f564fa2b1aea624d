"""Files of exports: whole or not there, and of every format also for an empty warehouse."""

import pytest

from schemas import Batch
from tests.warehouse.examples import run
from warehouse import WarehouseMissingError, load_batch
from warehouse.exports.export import FORMS, export, whole
from warehouse.exports.formats import ExportFormat


def test_every_format_has_its_form():
    assert FORMS.keys() == set(ExportFormat)
    assert len({form.file for form in FORMS.values()}) == len(FORMS)


@pytest.mark.parametrize("form", ExportFormat)
def test_an_empty_warehouse_makes_an_empty_file(form, tmp_path):
    database = tmp_path / "w.duckdb"
    load_batch(database, run(), Batch())
    assert export(database, form, tmp_path / "out") == 0
    assert (tmp_path / "out").exists()


def test_a_file_that_fails_leaves_the_old_one(tmp_path):
    file = tmp_path / "claims.csv"
    file.write_text("old")
    with pytest.raises(OSError, match="full"), whole(file) as draft:
        draft.write_text("ha")
        raise OSError("disk full")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_missing_warehouse_is_told(tmp_path):
    with pytest.raises(WarehouseMissingError, match="no warehouse"):
        export(tmp_path / "none.duckdb", ExportFormat.CSV, tmp_path / "out.csv")
