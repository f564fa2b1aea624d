"""An event's figures as one picture that stands for itself: who holds what, camp by camp."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup, escape

from desk.camps import EARLIER, Camp, Row
from desk.interval_strip import Scale, drawn, numbers_at
from desk.parties import party_name
from desk.wording import HARMS, group_name, shortened
from warehouse.read_models.comparison_rows import Comparison, Line

WIDTH, LABELS, HEAD, LINE, MOST_LINES = 860, 430, 66, 26, 12
SIDES = ("#17506b", "#a8321c", "#7a5200", "#2f6b3c", "#7b4a87")
"""A colour for each camp; the brackets beside them tell camps apart without colour."""
FONT = "'Source Sans 3','Helvetica Neue',Arial,sans-serif"
INK, FAINT, GRID, PAPER = "#22262b", "#5d6268", "#ddd8cc", "#fdfcf9"
"""The picture tells its colours itself: it is the same on the page, as a file and elsewhere."""


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
    drawing = "".join(
        camp_drawn(place, rows, scale, SIDES[side % len(SIDES)])
        for side, place, rows in camps_placed(numbered)
    )
    what = f"{HARMS.get(comparison.harm, comparison.harm)}, {group_name(comparison.victim_group)}"
    svg = (
        f"<svg class=event-picture width={WIDTH} height={height + 48} "
        f'viewBox="0 0 {WIDTH} {height + 48}" '
        f'font-family="{FONT}" font-size=13 fill={INK}>'
        f"<rect width=100% height=100% fill={PAPER} />"
        f"<text x=12 y=28 font-size=19 font-weight=600>{words(event, 80)}</text>"
        f"<text x=12 y=48 fill={FAINT}>{words(what, 90)}</text>"
        f"{ground(scale, height - HEAD)}{drawing}"
        f"<text x=12 y={height + 38} fill={FAINT}>"
        f"Figures quoted, side by side: tollcheck, event {words(comparison.event_id, 40)}</text>"
        "</svg>"
    )
    return Markup(svg)  # noqa: S704 -- numbers of ours, and words that are escaped


def ground(scale: Scale, height: int) -> str:
    """Zero as a heavy upright, and a few numbers, beneath the figures."""
    uprights = "".join(f"M{scale.at(tick):.0f} 0V{height}" for tick in scale.ticks())
    return (
        f'<g transform="translate({LABELS} {HEAD})" font-size=11 fill={FAINT}>'
        f'<path d="{uprights}" stroke={GRID} />{numbers_at(scale, height + 11)}'
        f'<path d="M{scale.at(0):.0f} 0V{height}" stroke={INK} stroke-width=2 /></g>'
    )


def camps_placed(numbered: Sequence[tuple[int, Row]]) -> Iterator[tuple[int, int, list[Row]]]:
    """Each camp, in which place its first figure stands, and its figures."""
    places = enumerate(numbered)
    for side, members in groupby(places, key=lambda each: each[1][0]):
        found = list(members)
        yield side, found[0][0], [row for _, (_, row) in found]


def camp_drawn(place: int, rows: Sequence[Row], scale: Scale, colour: str) -> str:
    """The figures of a camp: their words, who holds or denies them, where they lie, a bracket."""
    top, middle = HEAD + LINE * place, LINE // 2
    heights = [LINE * number for number in range(len(rows))]
    figures = "".join(
        f"<text y={y + 5}>{words(row.line.figure, 18)}</text>"
        for y, row in zip(heights, rows, strict=True)
    )
    names = "".join(
        f"<text y={y + 5}>{words(holders_of(row.line), 42)}</text>"
        for y, row in zip(heights, rows, strict=True)
    )
    marks = "".join(
        drawn(row.line, scale, y, f" fill={PAPER}") for y, row in zip(heights, rows, strict=True)
    )
    return (
        f'<g transform="translate(22 {top + middle})" font-weight=700>{figures}</g>'
        f'<g transform="translate(140 {top + middle})">{names}</g>'
        f'<g transform="translate({LABELS} {top + middle})" stroke={colour} stroke-width=2 '
        f"fill={colour}>{marks}</g>"
        f'<path d="M17 {top + 4}h-5v{LINE * len(rows) - 8}h5" fill=none stroke={colour} '
        f"stroke-width=2 />"
    )


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
