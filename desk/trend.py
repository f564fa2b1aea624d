"""The share of checks that passed, from run to run, drawn by Vega-Lite."""

import copy
import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from schemas.base import fingerprint
from warehouse.read_models.run_rows import Trend

FAINT, GRID, LINE = "#5d6268", "#e4e1da", "#17506b"
FONT = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif"
PICTURE = {
    "width": 420,
    "height": 120,
    "data": {"name": "rows", "values": [{"value": 0, "day": None}]},
    "mark": {"type": "line", "color": LINE, "point": {"size": 70, "filled": True, "color": LINE}},
    "encoding": {
        "x": {
            "field": "day",
            "type": "temporal",
            "axis": {"format": "%-d %b %H:%M", "tickCount": 4, "grid": False},
        },
        "y": {
            "field": "value",
            "type": "quantitative",
            "scale": {"domain": [0, 1]},
            "axis": {"format": ".0%", "tickCount": 4},
        },
    },
    "config": {
        "font": FONT,
        "background": "transparent",
        "view": {"stroke": None},
        "axis": {
            "labelFont": FONT,
            "labelFontSize": 12,
            "labelColor": FAINT,
            "gridColor": GRID,
            "domain": False,
            "ticks": False,
            "labelPadding": 6,
            "title": None,
        },
    },
}
"""In Vega-Lite, with a row that stands for all."""


def trend_chart(runs: Sequence[Trend]) -> str | None:
    """The share of expectations that passed, run by run; nothing for a single run."""
    if len(runs) < 2:
        return None
    import vl_convert  # noqa: PLC0415 -- only pages with a picture need the renderer

    rows = [
        {"day": run.checked_at.isoformat(), "value": run.passed / run.expectations} for run in runs
    ]
    spec = copy.deepcopy(compiled())
    for source in spec["data"]:
        if source["name"] == "rows":
            source["values"] = rows
    return named_apart(str(vl_convert.vega_to_svg(spec)), fingerprint(json.dumps(rows)))


@cache
def compiled() -> dict[str, Any]:
    """The picture, compiled once; only its rows change."""
    import vl_convert  # noqa: PLC0415 -- see above

    spec: dict[str, Any] = vl_convert.vegalite_to_vega(PICTURE)
    return spec


def named_apart(svg: str, name: str) -> str:
    """Give the names inside a picture a prefix, since a page can hold several pictures."""
    for old, new in (('id="', f'id="{name}-'), ("url(#", f"url(#{name}-")):
        svg = svg.replace(old, new)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
