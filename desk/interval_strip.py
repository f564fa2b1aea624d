"""A figure on a scale: a dot, a line or an arrow, small enough for a row of a table or a card."""

import math
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from desk.scales import WIDE_RATIO, number_in, reach
from warehouse.read_models.comparison_rows import Line

WIDTH, MARGIN = 230, 8


def strip_maker(lines: Iterable[Line]) -> Callable[[Line], Markup | None]:
    """What draws a figure on the scale of some; it draws none where fewer than two have bounds."""
    scale = scale_of(lines)
    return lambda line: line_strip(line, scale) if scale and is_bounded(line) else None


def scale_of(lines: Iterable[Line]) -> "Scale | None":
    """The scale that some figures share; none where fewer than two have bounds."""
    bounded = [line for line in lines if is_bounded(line)]
    return Scale(bounded) if len(bounded) > 1 else None


def scale_numbers(lines: Iterable[Line]) -> Markup | None:
    """The numbers of the scale that some figures share, to stand below or above their strips."""
    scale = scale_of(lines)
    if scale is None:
        return None
    box = f"{MARGIN} 0 {scale.width - MARGIN} 14"
    svg = f'<svg viewBox="{box}" aria-hidden=true>{numbers_at(scale, 11)}</svg>'
    return Markup(svg)  # noqa: S704 -- numbers of ours


def numbers_at(scale: "Scale", y: int) -> str:
    """The numbers of a scale, each where it lies."""
    return "".join(
        f"<text x={scale.at(tick):.0f} y={y}{anchor(tick, scale)}>{tick:,}</text>"
        for tick in scale.ticks()
    )


def is_bounded(line: Line) -> bool:
    """Whether a figure says anything of how many."""
    return line.low is not None or line.high is not None


def line_strip(line: Line, scale: "Scale") -> Markup:
    """One figure on a scale that it shares with others; the table around it says it in words.

    Its left edge, which the style sheet draws, is zero.
    """
    box = f"{MARGIN} 0 {scale.width - MARGIN} 18"
    svg = f'<svg viewBox="{box}" aria-hidden=true>{drawn(line, scale, 9)}</svg>'
    return Markup(svg)  # noqa: S704 -- numbers of ours


class Scale:
    """Where a number lies; small and great numbers on one strip are drawn by their logarithms."""

    def __init__(self, lines: Sequence[Line], width: int = WIDTH) -> None:
        self.width = width
        ends = [end for line in lines for end in (line.low, line.high) if end]
        most, least = max(ends, default=1), min(ends, default=1)
        self.is_wide = most / least > WIDE_RATIO
        self.end = reach(most, "symlog" if self.is_wide else "linear")

    def at(self, number: float) -> float:
        """The place of a number."""
        share = math.log1p(number) / math.log1p(self.end) if self.is_wide else number / self.end
        return MARGIN + share * (self.width - 2 * MARGIN)

    def ticks(self) -> list[int]:
        """The numbers written below."""
        if self.is_wide:
            steps = range(int(math.log10(self.end)) + 1)
            return [0, *(10**step for step in steps)]
        return sorted({0, round(self.end / 2), round(self.end)})


def anchor(tick: int, scale: Scale) -> str:
    """Numbers at the edges stay inside."""
    if tick == 0:
        return ""
    return f" text-anchor={'end' if scale.at(tick) > scale.width - 40 else 'middle'}"


def drawn(line: Line, scale: Scale, y: int, hollow: str = "") -> str:
    """One figure: a dot for a number, a line for bounds, with an arrow where one is missing.

    Args:
        line: The figure.
        scale: Where numbers lie.
        y: Where the figure lies.
        hollow: Attributes of a dot that is not exact, where no style sheet tells it from the line
            before it.
    """
    low = scale.at(line.low or 0)
    high = scale.width - MARGIN if line.high is None else scale.at(line.high)
    stated = number_in(line.figure)
    parts = []
    if line.high != line.low:
        arrow = "m-5-4l5 4-5 4" if line.high is None else ""
        parts += [f'<path d="M{low:.0f} {y}H{high:.0f}{arrow}"/>']
    if line.holders and stated is not None:
        fill = "" if line.low == line.high else hollow
        parts += [f"<circle cx={scale.at(stated):.0f} cy={y} r=4{fill} />"]
    if line.denied_by:
        x = scale.at(line.low or 0 if stated is None else stated)
        parts += [f'<path class=denied d="M{x - 7:.0f} {y - 7}l14 14m0-14l-14 14"/>']
    return "".join(parts)
