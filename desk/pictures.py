"""The desk's pictures as Altair makes them; only their rows change from page to page."""

from functools import cache
from importlib import import_module
from typing import Any

INK, FAINT, GRID, ASSERTS, DENIES = "#22262b", "#5d6268", "#e4e1da", "#17506b", "#a8321c"
FONT = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"
WIDTH, MARGIN, STEP = 360, 110, 46
PADDING = {"left": MARGIN, "right": 16, "top": 4, "bottom": 26}
CROSS = "M-1,-1L1,1M1,-1L-1,1"


def altair() -> Any:
    """The library, loaded where a page has a picture; its signatures are too wide to check."""
    return import_module("altair")


@cache
def prepared(name: str) -> dict[str, Any]:
    """One of the pictures, compiled once; only its rows change."""
    import vl_convert  # noqa: PLC0415 -- only pages with a picture need the renderer

    dated = {"time": time_picture, "trend": trend_picture}
    chart = dated[name]() if name in dated else position_picture(name)
    spec: dict[str, Any] = vl_convert.vegalite_to_vega(chart.to_dict())
    return spec


def configured(chart: Any) -> Any:
    """A picture with the desk's typography."""
    return (
        chart.configure(font=FONT, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelFont=FONT,
            labelFontSize=12,
            labelColor=FAINT,
            gridColor=GRID,
            domain=False,
            ticks=False,
            labelPadding=6,
            title=None,
        )
    )


def sources() -> Any:
    """The rows, by the name under which they are put in."""
    alt = altair()
    example = {"row": 0, "figure": "", "who": "", "stance": "asserts", "low": 0, "high": 1}
    return alt.Data(name="rows", values=[example | {"open": False, "value": 0, "day": None}])


def position_picture(scale: str) -> Any:
    """A row a speaker: the figure at the left, the name above a line with its dot."""
    alt = altair()
    end = alt.param(name="end", value=1)
    axis = alt.Axis(format=",d", tickMinStep=1, tickCount=6, grid=True, labelFlush=True)
    domain = alt.Scale(type=scale, domain=[0, alt.ExprRef("end")], nice=False, zero=True)
    across = alt.X("value:Q", scale=domain, axis=axis)
    base = alt.Chart().encode(y=alt.Y("row:O", sort="ascending", axis=None))
    zero = alt.Chart().mark_rule(color=INK, strokeWidth=1.4).encode(x=alt.datum(0))
    closed = base.transform_filter("isValid(datum.low) && isValid(datum.high)")
    open_ = base.transform_filter("datum.open").transform_calculate(end="end")
    line = {"strokeWidth": 3, "color": ASSERTS, "opacity": 0.55, "yOffset": 9}
    layers = alt.layer(
        zero,
        closed.mark_rule(strokeCap="round", **line).encode(
            x=alt.X("low:Q", scale=domain, axis=axis), x2="high:Q"
        ),
        open_.mark_rule(strokeDash=[7, 4], **line).encode(
            x=alt.X("low:Q", scale=domain, axis=axis), x2="end:Q"
        ),
        open_.mark_point(
            shape="triangle-right", filled=True, size=70, color=ASSERTS, opacity=0.8, yOffset=9
        ).encode(x=alt.X("end:Q", scale=domain)),
        base.transform_filter("isValid(datum.value) && datum.stance == 'asserts'")
        .mark_point(filled=True, size=110, color=ASSERTS, opacity=1, yOffset=9)
        .encode(x=across),
        base.transform_filter("isValid(datum.value) && datum.stance == 'denies'")
        .mark_point(shape=CROSS, size=120, stroke=DENIES, strokeWidth=2.6, yOffset=9, opacity=1)
        .encode(x=across),
        data=sources(),
    ).properties(width=WIDTH, height=alt.Step(STEP), autosize="none", padding=PADDING)
    return configured(layers.add_params(end))


def time_picture() -> Any:
    """Figures over the days on which they were published."""
    alt = altair()
    end = alt.param(name="end", value=1)
    up = alt.Scale(domain=[0, alt.ExprRef("end")], nice=False)
    axis = alt.Axis(format=",d", tickMinStep=1, tickCount=5)
    days = alt.X("day:T", axis=alt.Axis(format="%-d %b %Y", tickCount=5, grid=False))
    base = alt.Chart().encode(x=days)
    is_dot = "isValid(datum.value) && datum.stance == '{}'"
    layers = alt.layer(
        alt.Chart().mark_rule(color=INK, strokeWidth=1.4).encode(y=alt.datum(0)),
        base.transform_filter("isValid(datum.low)")
        .transform_calculate(top="isValid(datum.high) ? datum.high : datum.open ? end : datum.low")
        .mark_rule(strokeWidth=3, color=ASSERTS, opacity=0.45)
        .encode(y=alt.Y("low:Q", scale=up, axis=axis), y2="top:Q"),
        base.transform_filter(is_dot.format("asserts"))
        .mark_point(filled=True, size=90, color=ASSERTS, opacity=1)
        .encode(y=alt.Y("value:Q", scale=up, axis=axis)),
        base.transform_filter(is_dot.format("denies"))
        .mark_point(shape=CROSS, size=110, stroke=DENIES, strokeWidth=2.6, opacity=1)
        .encode(y=alt.Y("value:Q", scale=up, axis=axis)),
        data=sources(),
    ).properties(width=WIDTH + MARGIN - 40, height=220)
    return configured(layers.add_params(end))


def trend_picture() -> Any:
    """The share of expectations that passed, from run to run."""
    alt = altair()
    days = alt.X("day:T", axis=alt.Axis(format="%-d %b %H:%M", tickCount=4, grid=False))
    axis = alt.Axis(format=".0%", tickCount=4)
    share = alt.Y("value:Q", scale=alt.Scale(domain=[0, 1]), axis=axis)
    line = alt.Chart(sources()).mark_line(
        point={"size": 70, "filled": True, "color": ASSERTS}, color=ASSERTS
    )
    return configured(line.encode(x=days, y=share).properties(width=WIDTH + 60, height=120))
