"""The page of questions gives the answers that the seed pages give now."""

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = runpy.run_path(str(ROOT / "docs" / "questions.py"))
PAGE = (ROOT / "docs" / "questions.md").read_text("utf-8")
LONGEST = 60
"""Characters of a cell: figures, names and dates are shorter, sentences are not."""


@pytest.mark.slow
def test_the_answers_are_current(shared):
    assert SCRIPT["write_page"](shared) == PAGE, "run `make questions`, and read what has changed"


def test_answers_hold_no_sentences():
    cells = [
        cell.strip() for line in PAGE.splitlines() if line[:1] == "|" for cell in line.split("|")
    ]
    assert cells
    assert [cell for cell in cells if len(cell) > LONGEST] == []


def test_every_question_names_its_view_in_its_sql():
    for question in SCRIPT["questions"]():
        assert question.view in question.sql
