"""Pictures of positions: a row a speaker, a dot where a number was said, a line for its bounds."""

import copy
import json
import math
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from desk.pictures import MARGIN, PADDING, STEP, prepared
from desk.wording import shortened, who
from schemas.base import fingerprint
from warehouse.desk_rows import Comparison, Holder, Line, Trend

MOST_ROWS = 60
DATED = {"time", "trend"}
WIDE_RATIO = 60
"""Beyond this ratio of greatest to least a linear scale would hide the small figures."""

Row = dict[str, Any]


def position_chart(comparison: Comparison) -> str | None:
    """The picture of a comparison as SVG, or nothing where there is nothing to compare."""
    rows = list(chart_rows(comparison))[:MOST_ROWS]
    if len(rows) < 2 or all(row["low"] is None for row in rows):
        return None
    ends = [end for row in rows for end in (row["value"], row["low"], row["high"]) if end]
    least, most = min(ends, default=1), max(ends, default=1)
    scale = "symlog" if most / least > WIDE_RATIO else "linear"
    return lettered(draw(scale, rows, reach(most, scale)), rows)


def time_chart(comparison: Comparison) -> str | None:
    """How the figures moved, where they were published on different days."""
    rows = [row | {"day": row["day"].isoformat()} for row in chart_rows(comparison) if row["day"]][
        :MOST_ROWS
    ]
    dated = [row for row in rows if row["low"] is not None]
    if len({row["day"][:10] for row in dated}) < 2:
        return None
    most = max((row["value"] or row["high"] or row["low"] for row in dated), default=1)
    return draw("time", dated, reach(most or 1, "linear"))


def trend_chart(runs: Sequence[Trend]) -> str | None:
    """The share of expectations that passed, run by run; nothing for a single run."""
    rows = [
        {"day": run.checked_at.isoformat(), "value": run.passed / run.expectations} for run in runs
    ]
    return draw("trend", rows, 1) if len(rows) > 1 else None


def chart_rows(comparison: Comparison) -> Iterator[Row]:
    """A row for each speaker of each figure, and one for each denial."""
    speakers = (
        (line, holder, stance)
        for line in comparison.lines
        for stance, holders in (("asserts", line.holders), ("denies", line.denied_by))
        for holder in holders
    )
    for number, (line, holder, stance) in enumerate(speakers):
        yield chart_row(number, line, holder, stance)


def chart_row(number: int, line: Line, holder: Holder, stance: str) -> Row:
    """What is drawn for one speaker's figure."""
    is_point = line.low is not None and line.low == line.high
    centre = None if line.low is None or line.high is None else (line.low + line.high) / 2
    denies = stance == "denies"
    return {
        "row": number,
        "figure": shortened(f"denies {line.figure}" if denies else line.figure, 22),
        "who": shortened(who(holder), 60),
        "stance": stance,
        "low": None if denies or is_point else line.low,
        "high": None if denies or is_point else line.high,
        "open": not denies and line.low is not None and line.high is None,
        "value": first_number(line) if is_point or denies else stated(line, centre),
        "day": holder.first_seen or line.first_seen,
    } | ({"low": line.low} if is_point and not denies else {})


def first_number(line: Line) -> float | None:
    """The number of a line that has one."""
    return line.low if line.low is not None else line.high


def stated(line: Line, centre: float | None) -> float | None:
    """Where the dot stands: at the number said; ranges and vague words have no dot."""
    if line.said != "figure" or "–" in line.figure:
        return None
    digits = "".join(sign for sign in line.figure if sign.isdigit())
    return float(digits) if digits else centre


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
    values = [row | {"day": row["day"] if name in DATED else None} for row in rows]
    for source in spec["data"]:
        if source["name"] == "rows":
            source["values"] = values
    for signal in spec.get("signals", ()):
        if signal["name"] == "end":
            signal["value"] = end
    svg = str(vl_convert.vega_to_svg(spec))
    return named_apart(svg, fingerprint(json.dumps(values, default=str), name))


def lettered(svg: str, rows: Sequence[Row]) -> str:
    """Write figures and names beside their rows.

    The renderer would measure each word with every font that it knows, which takes ten times
    as long as all of the drawing.
    """
    lines = [
        Markup(
            '<text class="figure {stance}" x="{left}" y="{middle}" text-anchor="end">'
            "{figure}</text>"
            '<text class="who" x="{name}" y="{top}">{who}</text>'
        ).format(
            stance=row["stance"],
            left=MARGIN - 16,
            name=MARGIN + 6,
            middle=PADDING["top"] + row["row"] * STEP + 36,
            top=PADDING["top"] + row["row"] * STEP + 19,
            figure=row["figure"],
            who=row["who"],
        )
        for row in rows
    ]
    return svg.replace("</svg>", Markup("").join(lines) + Markup("</svg>"))


def named_apart(svg: str, name: str) -> str:
    """Give the names inside a picture a prefix, since a page can hold several pictures."""
    for old, new in (('id="', f'id="{name}-'), ("url(#", f"url(#{name}-")):
        svg = svg.replace(old, new)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
