"""Camps and strips: which figures can be true together, and where each lies."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from desk.camps import camps_of
from desk.event_picture import event_picture
from desk.interval_strip import Scale, line_strip
from desk.scales import number_in, reach
from warehouse.read_models.comparison_rows import Comparison, Line, PositionHolder


def holder(name: str) -> PositionHolder:
    return PositionHolder(name, name, "official", None, datetime(2031, 5, 3))  # noqa: DTZ001 -- as stored


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


def drawn(row: Comparison) -> str:
    scale = Scale(row.lines)
    return "".join(line_strip(line, scale) for line in row.lines)


def test_figures_that_can_all_be_true_are_one_camp() -> None:
    camps = [(camp.title, [row.line.figure for row in camp.rows]) for camp in camps_of(FIGURES, [])]
    assert camps == [
        ("0: fits these accounts", ["0"]),
        ("12: fits these accounts", ["10 – 14", "12"]),
        ("24 or more: fits these accounts", ["at least 20", "dozens"]),
    ]


def test_a_denial_keeps_no_figure_standing_that_its_holder_has_replaced() -> None:
    replaced = line("12", 12, 12, "office", denied="mayor")
    earlier = replace(replaced.holders[0], is_latest=False)
    assert not replace(replaced, holders=(earlier,)).stands
    assert replaced.stands
    assert replace(replaced, holders=()).stands


def test_words_without_a_number_are_a_camp_of_their_own() -> None:
    row = comparison(line("3", 3, 3, "office"), line("many", None, None, "union"))
    camps = [(camp.title, camp.is_lone) for camp in camps_of(row, [])]
    assert camps == [("3: fits these accounts", True), ("Number not given", False)]


def test_each_figure_has_a_mark_and_each_denial_a_cross() -> None:
    svg = drawn(FIGURES)
    assert svg.count("<circle") == 3  # 0, 12 and at least 20; ranges and words have no dot
    assert svg.count("class=denied") == 1
    assert svg.count("m-5-4l5 4-5 4") == 2  # the arrows of what is open


def test_zero_lies_on_the_axis_and_a_bound_is_hollow() -> None:
    svg = drawn(comparison(line("0", 0, 0, "owner"), line("at least 20", 20, None, "union")))
    zero, bound = re.findall(r"(<path d=[^>]*>)?<circle cx=(\d+)", svg)
    assert zero == ("", "8")
    assert bound[0], "the style sheet makes a dot hollow that follows a line"


def test_words_of_a_picture_are_escaped() -> None:
    row = comparison(line("1", 1, 1, "<script>x</script>"), line("2", 2, 2, "b"))
    drawing = str(event_picture("<b>Velmar</b>", row, camps_of(row, [])))
    assert "&lt;script&gt;" in drawing
    assert "<b>" not in drawing
    assert "<script" not in drawing


@pytest.mark.parametrize(
    ("figure", "number"), [("about 1,200", 1200), ("4 – 8", None), ("dozens", None), ("0", 0)]
)
def test_only_a_single_number_gets_a_dot(figure: str, number: int | None) -> None:
    assert number_in(figure) == number


@pytest.mark.parametrize("most", [0.1, 1, 8, 12, 99, 1_000, 123_456])
def test_the_scale_ends_beyond_the_greatest_figure(most: float) -> None:
    for scale in ("linear", "symlog"):
        assert reach(most, scale) > most
