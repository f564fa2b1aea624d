"""Pictures of positions: a row a speaker, a dot where a number was said, a line for its bounds."""

import copy
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from markupsafe import Markup

from desk.pictures import MARGIN, PADDING, STEP, prepared
from desk.wording import shortened, who
from schemas.base import fingerprint
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.comparison_rows import Comparison, Holder, Line
from warehouse.read_models.run_rows import Trend

FIGURE = Markup('<text class="figure %s" x="%d" y="%d" text-anchor="end">%s</text>')
WHO = Markup('<text class="who" x="%d" y="%d">%s</text>')
LONGEST_FIGURE = 15
NUMBER = re.compile(r"\d[\d,]*")
MOST_ROWS = 60
WIDE_RATIO = 60
"""Beyond this ratio of greatest to least a linear scale would hide the small figures."""

Row = dict[str, Any]


def position_chart(comparison: Comparison) -> str | None:
    """The picture of a comparison as SVG, or nothing where there is nothing to compare."""
    rows = list(chart_rows(comparison))[:MOST_ROWS]
    if len(rows) < 2 or all(row["low"] is row["value"] is None for row in rows):
        return None
    ends = [end for row in rows for end in (row["value"], row["low"], row["high"]) if end]
    least, most = min(ends, default=1), max(ends, default=1)
    scale = "symlog" if most / least > WIDE_RATIO else "linear"
    return lettered(draw(scale, rows, reach(most, scale)), rows)


def time_chart(claims: Iterable[MarkedClaim]) -> str | None:
    """How the figures moved, where documents of different days give them."""
    rows = {
        (row["day"], claim.figure, claim.stance): row
        for claim in claims
        if claim.published and claim.low is not None and not claim.part_of
        for row in [dated_row(claim)]
    }
    if len({day for day, _, _ in rows}) < 2:
        return None
    drawn = list(rows.values())[:MOST_ROWS]
    return draw("time", drawn, reach(max(row["top"] for row in drawn) or 1, "linear"))


def dated_row(claim: MarkedClaim) -> Row:
    """What is drawn for a figure on the day of its document."""
    assert claim.published is not None
    denies = claim.stance == "denies"
    is_number = claim.value is not None and claim.value_to is None
    is_open = claim.low is not None and claim.high is None
    return {
        "day": claim.published.date().isoformat(),
        "stance": claim.stance,
        "value": claim.value if is_number else None,
        "low": None if denies else claim.low,
        "high": None if denies else claim.high,
        "open": is_open and not denies,
        "top": claim.high or claim.low or 0,
    }


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
    denies = stance == "denies"
    stated = number_in(line.figure)
    return {
        "row": number,
        "figure": shortened(line.figure.partition(" (")[0], LONGEST_FIGURE),
        "who": shortened(who(holder), 60),
        "stance": stance,
        "low": None if denies else line.low,
        "high": None if denies else line.high,
        "open": not denies and line.low is not None and line.high is None,
        "value": line.low if denies and stated is None else stated,
    }


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


def lettered(svg: str, rows: Sequence[Row]) -> str:
    """Write figures and names beside their rows.

    The renderer would measure each word with every font that it knows, which takes ten times
    as long as all of the drawing.
    """
    lines = [
        text
        for row in rows
        for top in [PADDING["top"] + row["row"] * STEP + 19]
        for text in (
            FIGURE % (row["stance"], MARGIN - 14, top + 17, row["figure"]),
            FIGURE % ("denies", MARGIN - 14, top, "denies") if row["stance"] == "denies" else "",
            WHO % (MARGIN + 6, top, row["who"]),
        )
    ]
    return svg.replace("</svg>", Markup("").join(lines) + Markup("</svg>"))


def named_apart(svg: str, name: str) -> str:
    """Give the names inside a picture a prefix, since a page can hold several pictures."""
    for old, new in (('id="', f'id="{name}-'), ("url(#", f"url(#{name}-")):
        svg = svg.replace(old, new)
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
