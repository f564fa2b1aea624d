"""Rows for people and for programs."""

import csv
import json

import pytest

from flows import terminal
from flows.progress import advance
from flows.terminal import Format, shown, write_rows

COLUMNS = ("place", "dead")
ROWS = [("Porto, Alto", 3), ("[bold]x", None)]


def test_json_lines_keep_types(capsys):
    write_rows(COLUMNS, ROWS, Format.JSON)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines == [{"place": "Porto, Alto", "dead": 3}, {"place": "[bold]x", "dead": None}]


def test_csv_quotes_its_cells(capsys):
    write_rows(COLUMNS, ROWS, Format.CSV)
    assert list(csv.reader(capsys.readouterr().out.splitlines()))[1] == ["Porto, Alto", "3"]


@pytest.mark.parametrize("hostile", ["=1+1", "@SUM(A1)", "-2+3", "\x1b[2Jgone"])
def test_csv_holds_no_formula_and_no_escape(hostile, capsys):
    write_rows(("place",), [(hostile,)], Format.CSV)
    cell = list(csv.reader(capsys.readouterr().out.splitlines()))[1][0]
    assert cell[0] not in "=@-+"
    assert "\x1b" not in cell


def test_csv_writes_nested_values_as_json(capsys):
    write_rows(("held",), [([{"figure": "4", "by": "police"}],)], Format.CSV)
    cell = list(csv.reader(capsys.readouterr().out.splitlines()))[1][0]
    assert json.loads(cell) == [{"figure": "4", "by": "police"}]


def test_a_table_shows_cells_as_they_are(capsys):
    terminal.console.cache_clear()
    write_rows(COLUMNS, ROWS, Format.TABLE, "Tolls")
    out = capsys.readouterr().out
    assert "Tolls" in out
    assert "[bold]x" in out


def test_a_table_too_wide_to_be_read_is_shown_as_records(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    terminal.console.cache_clear()
    columns = [f"column_{number}" for number in range(12)]
    write_rows(columns, [["value"] * 10 + [[{"by": "police"}], None]] * 2, Format.TABLE)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 * (1 + 11)
    assert lines[1].split() == ["column_0", "value"]
    assert lines[11].split(maxsplit=1) == ["column_10", '[{"by": "police"}]']
    assert not any("column_11" in line for line in lines)


@pytest.mark.parametrize("hostile", ["\x1b[2Jgone", "a\x07b", "x\r\nforged line", "\u202eabc"])
def test_no_cell_steers_the_terminal(hostile):
    assert shown(hostile).isprintable()


def test_progress_without_a_watcher_is_ignored():
    advance("bytes read", 1, 2)
