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

    chart = {"trend": trend_picture}[name]()
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
    return altair().Data(name="rows", values=[{"value": 0, "day": None}])


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
