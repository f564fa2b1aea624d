"""The pictures: where dots and lines stand, and that words in them stay words."""

import re
from datetime import datetime

import pytest

from desk.charts import chart_rows, number_in, position_chart, reach
from desk.wording import describe
from warehouse.read_models.comparison_rows import Comparison, Holder, Line


def holder(name: str) -> Holder:
    return Holder(name, name, "official", None, datetime(2031, 5, 3))  # noqa: DTZ001 -- as stored


def line(figure: str, low: int | None, high: int | None, *names: str, denied: str = "") -> Line:
    held = tuple(map(holder, names))
    deniers = (holder(denied),) if denied else ()
    return Line(figure, "figure", low, high, None, held, deniers, 1, 1, 1, None, None, False)


def comparison(*lines: Line) -> Comparison:
    return Comparison(
        *("e", "Fire at Velmar", None, None, None, "killed", "dockers", "conflict", "disjoint"),
        (),
        lines,
        *(0, None, 2, 1, 2, 2, None, None, 0.5, "strict"),
    )


FIGURES = comparison(
    line("0", 0, 0, "owner"),
    line("12", 12, 12, "office", denied="mayor"),
    line("10 – 14", 10, 14, "doctors"),
    line("at least 20", 20, None, "union"),
    line("dozens", 24, None, "witness"),
)


def test_each_speaker_and_each_denial_has_a_row() -> None:
    rows = {row["who"]: row for row in chart_rows(FIGURES)}
    drawn = {name: (row["value"], row["low"], row["high"]) for name, row in rows.items()}
    assert drawn == {
        "owner": (0, 0, 0),
        "office": (12, 12, 12),
        "mayor": (12, None, None),
        "doctors": (None, 10, 14),
        "union": (20, 20, None),
        "witness": (None, 24, None),
    }
    assert (rows["mayor"]["figure"], rows["mayor"]["stance"]) == ("12", "denies")
    assert [name for name, row in rows.items() if row["open"]] == ["union", "witness"]


def test_dots_stand_where_their_numbers_are() -> None:
    svg = position_chart(FIGURES) or ""
    dots = re.findall(r'translate\(([\d.]+),[\d.]+\)" d="M5\.[^"]*A', svg)
    zero, twelve, twenty = map(float, dots)
    assert zero == 0
    assert twelve / 12 == pytest.approx(twenty / 20)


def test_words_in_a_picture_stay_words() -> None:
    hostile = comparison(line("3", 3, 3, "<script>x</script>"), line("4", 4, 4, "\u202e&amp;\x00"))
    svg = position_chart(hostile) or ""
    assert "&lt;script&gt;" in svg
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert "\x00" not in svg


def test_one_figure_alone_needs_no_picture() -> None:
    assert position_chart(comparison(line("3", 3, 3, "office"))) is None


def test_the_picture_is_told_in_words_too() -> None:
    told = describe(FIGURES)
    assert told.startswith("Killed, dockers. 0: owner; 12: office, denied by mayor;")
    assert "at least 20: union" in told


@pytest.mark.parametrize(
    ("figure", "number"), [("about 1,200", 1200), ("4 – 8", None), ("dozens", None), ("0", 0)]
)
def test_only_a_single_number_gets_a_dot(figure: str, number: int | None) -> None:
    assert number_in(figure) == number


@pytest.mark.parametrize("most", [0.1, 1, 8, 12, 99, 1_000, 123_456])
def test_the_scale_ends_beyond_the_greatest_figure(most: float) -> None:
    for scale in ("linear", "symlog"):
        assert reach(most, scale) > most
