"""Sentences are cut where a reader would, and cover the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document.casing import restore_case
from extractors.document.text import fold, split_sentences
from extractors.document.vocabulary import load_vocabulary


@given(st.text(max_size=400))
def test_sentences_cover_all_but_blanks(text: str) -> None:
    sentences = split_sentences(text)
    covered = "".join(text[s.start : s.end] for s in sentences)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(sentences))


@given(st.text(max_size=200))
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gen. Robert M. Oduya left. He died.", ["Gen. Robert M. Oduya left.", "He died."]),
        ("LIMA, 3 Nov 88 (EFE) -- Five died.", ["LIMA, 3 Nov 88 (EFE) --", "Five died."]),
        ("At 5 p.m. Tuesday it burned.", ["At 5 p.m. Tuesday it burned."]),
        ("It rained at 5 p.m. and two fled.", ["It rained at 5 p.m. and two fled."]),
        ("It sank in the bay.Those aboard swam.", ["It sank in the bay.", "Those aboard swam."]),
        (
            "The patrol went up to the ford at dawn and eleven\nrangers were killed.",
            ["The patrol went up to the ford at dawn and eleven\nrangers were killed."],
        ),
        (
            '"We saw five dead," he said. "It was over."',
            ['"We saw five dead," he said.', '"It was over."'],
        ),
    ],
)  # fmt: skip
def test_cuts(text: str, parts: list[str]) -> None:
    assert [text[s.start : s.end] for s in split_sentences(text)] == parts


@pytest.mark.parametrize(
    ("shouted", "written"),
    [
        ("TWO SOLDIERS WERE KILLED IN SAN JACINTO", "Two soldiers were killed in San Jacinto"),
        ("Five Killed As Peruvian Troops Storm Jail", "Five killed as Peruvian troops storm jail"),
        ("Colonel Ana Rey said five died.", "Colonel Ana Rey said five died."),
    ],
)
def test_capitals_are_undone(shouted: str, written: str) -> None:
    assert restore_case(shouted, load_vocabulary()) == written
