"""An event's figures as one picture that stands for itself: who holds what, camp by camp."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup, escape

from desk.camps import EARLIER, Camp, Row
from desk.interval_strip import ROW, Scale, axis, drawn
from desk.parties import party_name
from desk.wording import HARMS, describe, group_name, shortened
from warehouse.read_models.comparison_rows import Comparison, Line

WIDTH, LABELS, HEAD, LINE, MOST_LINES = 760, 330, 66, 26, 12
SIDES = ("#17506b", "#a8321c", "#7a5200", "#2f6b3c", "#7b4a87")
"""A colour for each camp; the brackets beside them tell camps apart without colour."""
RULES = {
    "text": "font: 13px 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif; fill: #22262b",
    ".title": "font-size: 19px; font-weight: 600",
    ".dim": "fill: #5d6268",
    ".figure": "font-weight: 700",
    ".marks text": "font-size: 11px; fill: #5d6268; stroke: none",
    ".marks line": "stroke-width: 2.4",
    ".marks path": "fill: none; stroke-width: 2",
    ".marks .tick": "stroke: #ddd8cc; stroke-width: 1",
    ".marks .zero": "stroke: #22262b; stroke-width: 2",
    ".hollow": "fill: #fdfcf9; stroke-width: 2",
} | {f".side{n}": f"stroke: {colour}; fill: {colour}" for n, colour in enumerate(SIDES)}
STYLE = "".join(f".event-picture {what} {{ {how} }}" for what, how in RULES.items())
"""The picture's own style: it is the same on the page, as a file and in other people's pages."""
STYLE_HASH = f"sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}"
"""By this the page allows the style and no other."""


def event_picture(event: str, comparison: Comparison, camps: Sequence[Camp]) -> Markup | None:
    """The bounded figures of a row, those together that can all be true; nothing for one figure.

    Args:
        event: The event's name.
        comparison: The row.
        camps: Its figures in camps.
    """
    sides = [[row for row in camp.rows if row.strip] for camp in camps if camp.title != EARLIER]
    numbered = [(n, row) for n, rows in enumerate(filter(None, sides)) for row in rows][:MOST_LINES]
    if len(numbered) < 2:
        return None
    scale = Scale([row.line for _, row in numbered], WIDTH - LABELS)
    height = HEAD + LINE * len(numbered)
    rows = "".join(
        row_drawn(row, scale, HEAD + LINE * place, side % len(SIDES))
        for place, (side, row) in enumerate(numbered)
    )
    ground = axis(scale, LINE * len(numbered) + ROW)
    what = f"{HARMS.get(comparison.harm, comparison.harm)}, {group_name(comparison.victim_group)}"
    svg = (
        f'<svg class="event-picture" xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" '
        f'height="{height + 48}" '
        f'viewBox="0 0 {WIDTH} {height + 48}" role="img" '
        f'aria-label="{escape(describe(comparison))}"><style>{STYLE}</style>'
        f'<rect width="100%" height="100%" fill="#fdfcf9"/>'
        f'<text class="title" x="12" y="28">{words(event, 70)}</text>'
        f'<text class="dim" x="12" y="48">{words(what, 90)}</text>'
        f'<g class="marks" transform="translate({LABELS} {HEAD})">{ground}</g>{rows}'
        f'{brackets(numbered)}<text class="dim" x="12" y="{height + 38}">'
        f"Figures quoted, side by side: tollcheck, event {words(comparison.event_id, 40)}</text>"
        "</svg>"
    )
    return Markup(svg)  # noqa: S704 -- numbers of ours, and words that are escaped


def row_drawn(row: Row, scale: Scale, top: int, side: int) -> str:
    """One figure: its words, who holds or denies it, and where it lies."""
    middle = top + LINE // 2
    return (
        f'<text class="figure" x="22" y="{middle + 5}">{words(row.line.figure, 18)}</text>'
        f'<text x="140" y="{middle + 5}">{words(holders_of(row.line), 27)}</text>'
        f'<g class="marks side{side}" transform="translate({LABELS} 0)">'
        f"{drawn(row.line, scale, middle, is_parting=False)}</g>"
    )


def brackets(numbered: Sequence[tuple[int, Row]]) -> str:
    """A bracket beside the figures of each camp."""
    found = ""
    for side in dict.fromkeys(side for side, _ in numbered):
        places = [place for place, (each, _) in enumerate(numbered) if each == side]
        top, end = HEAD + LINE * places[0] + 4, HEAD + LINE * (places[-1] + 1) - 4
        colour = SIDES[side % len(SIDES)]
        found += f'<path d="M17 {top}H12V{end}H17" fill="none" stroke="{colour}" stroke-width="2"/>'
    return found


def holders_of(line: Line) -> str:
    """Who holds a figure, or denies it, as short as a headline has it."""
    names = list(dict.fromkeys(map(party_name, line.holders)))
    denying = list(dict.fromkeys(map(party_name, line.denied_by)))
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    told = f"{names[0]}{more}" if names else ""
    return ", ".join(filter(None, [told, f"denied: {denying[0]}" if denying else ""]))


def words(text: str, limit: int) -> str:
    """Words of others, cut to the room that they have, and escaped."""
    return str(escape(shortened(text, limit)))
