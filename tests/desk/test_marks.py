"""Marks in a text: overlapping ones, and text that wants to be more than text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from desk.marks import Mark, cut, marked, visible

TAG = re.compile(r"<[^>]*>")
SPOKEN = re.compile(r'<span class="unseen">[^<]*</span>|<a id=at.*?</a>')


def test_overlapping_marks_share_their_words() -> None:
    text = "At least 12 dockers died"
    html = marked(text, [Mark(0, 11, "quantity"), Mark(9, 19, "victims")])
    assert '<mark class="quantity piece">' in html
    assert '<mark class="quantity victims piece">' in html
    assert '<mark class="victims piece">' in html


def test_marks_are_told_to_those_who_listen() -> None:
    html = marked("12 died", [Mark(0, 2, "quantity", 3)])
    assert html.startswith("<mark>12</mark>"), "the style sheet says what it is"
    assert "id=at-0 href=#claim-3>3" in html
    pieces = marked("12 dockers", [Mark(0, 10, "victims"), Mark(0, 2, "quantity")])
    assert "[figure: </span>" in pieces
    assert pieces.count("[victims: </span>") == 1


def test_words_that_two_claims_share_are_told_once() -> None:
    shared = [Mark(0, 6, "source", 1), Mark(0, 6, "source", 2)]
    assert marked("Police said", shared) == "<mark class=source>Police</mark> said"
    figure = marked("12 died", [Mark(0, 2, "quantity", 1), Mark(0, 2, "quantity", 2)])
    assert "#claim-1" in figure
    assert "#claim-2" in figure


def test_characters_that_act_unseen_are_shown() -> None:
    shown = visible("a\u202eb\x00c\r\nd\u200de")
    assert "U+202E" in shown
    assert "U+0000" in shown
    assert "\u202e" not in shown
    assert "\u200d" in shown
    assert "\r" not in shown


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 20), st.sampled_from(["quantity", "source"]))
)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Z"]), max_size=60), spans)
def test_marking_changes_no_word(text: str, places: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, start + length, kind) for start, length, kind in places]
    html = SPOKEN.sub("", marked(text, marks))
    assert TAG.sub("", html) == visible(text) or "control" in html


@given(st.integers(0, 50), spans)
def test_segments_cover_the_text_once(length: int, places: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, start + size, kind) for start, size, kind in places]
    covered = [place for seg in cut(0, length, marks) for place in range(seg.start, seg.end)]
    assert covered == list(range(length))
