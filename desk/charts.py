"""Pictures of numbers: scales, and the trend of the checks."""

import copy
import json
import math
import re
from collections.abc import Sequence
from typing import Any

from desk.pictures import prepared
from schemas.base import fingerprint
from warehouse.read_models.run_rows import Trend

NUMBER = re.compile(r"\d[\d,]*")
WIDE_RATIO = 60
"""Beyond this ratio of greatest to least a linear scale would hide the small figures."""

Row = dict[str, Any]


def trend_chart(runs: Sequence[Trend]) -> str | None:
    """The share of expectations that passed, run by run; nothing for a single run."""
    rows = [
        {"day": run.checked_at.isoformat(), "value": run.passed / run.expectations} for run in runs
    ]
    return draw("trend", rows, 1) if len(rows) > 1 else None


def number_in(figure: str) -> int | None:
    """The one number of a figure; ranges and vague words have none, and get no dot."""
    found = NUMBER.findall(figure)
    return int(found[0].replace(",", "")) if len(found) == 1 else None


def reach(most: float, scale: str) -> float:
    """Where the scale ends: a round number with room for open ends."""
    wanted = most * (3 if scale == "symlog" else 1.18) + 0.5
    unit = 10.0 ** math.floor(math.log10(wanted))
    return next(
        unit * step for step in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if unit * step >= wanted
    )


def draw(name: str, rows: Sequence[Row], end: float) -> str:
    """Draw rows with one of the prepared pictures."""
    import vl_convert  # noqa: PLC0415 -- only pages with a picture need the renderer

    spec = copy.deepcopy(prepared(name))
    for source in spec["data"]:
        if source["name"] == "rows":
            source["values"] = list(rows)
    for signal in spec.get("signals", ()):
        if signal["name"] == "end":
            signal["value"] = end
    svg = str(vl_convert.vega_to_svg(spec))
    return named_apart(svg, fingerprint(json.dumps(list(rows)), name))


def named_apart(svg: str, name: str) -> str:
    """Give the names inside a picture a prefix, since a page can hold several pictures."""
    for old, new in (('id="', f'id="{name}-'), ("url(#", f"url(#{name}-")):
        svg = svg.replace(old, new)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
