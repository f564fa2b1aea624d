"""The Excel file: for people, and without formulas."""

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from tests.warehouse.exports.conftest import TITLE
from warehouse.exports.export import export
from warehouse.exports.formats import ExportFormat


@pytest.fixture(scope="module")
def path(database, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "tollcheck.xlsx"
    assert export(database, ExportFormat.EXCEL, path) == 5
    return path


@pytest.mark.slow
def test_another_reader_finds_the_sheets_and_rows(path):
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == ["Discrepancies", "Positions", "Claims", "About"]
    header, *rows = book.get_sheet_by_name("Claims").to_python()
    claims = [dict(zip(header, row, strict=True)) for row in rows]
    assert len(claims) == 5
    assert {claim["title"] for claim in claims} == {TITLE}
    assert {claim["low"] for claim in claims} == {0, 4, 9, 12, 200}
    header, *rows = book.get_sheet_by_name("Discrepancies").to_python()
    killed = next(row for row in rows if "killed" in row)
    assert "0 (guards)" in killed[header.index("positions")]


def test_sheets_have_frozen_headers_filters_widths_and_no_formulas(path):
    for sheet in openpyxl.load_workbook(path):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(cell.font.bold for cell in sheet[1])
        assert sheet.column_dimensions["A"].width >= 9
        assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
