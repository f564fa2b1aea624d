"""How many disputes each year has: bars that narrow the rows of the front page to a year."""

from collections.abc import Mapping

from markupsafe import Markup

from desk.links import list_page
from desk.wording import counted

WIDTH, HEIGHT, BASE, MOST_YEARS = 420, 170, 148, 60


def year_histogram(counts: Mapping[str, int]) -> Markup | None:
    """A bar a year, years without a dispute between them too; nothing for a single year.

    Args:
        counts: How many disputes each year has; what is no year is left out.
    """
    years = sorted(int(year) for year in counts if year.isdigit())
    if len(years) < 2:
        return None
    shown = range(years[0], years[-1] + 1)
    if len(shown) > MOST_YEARS:
        shown = range(years[-1] - MOST_YEARS + 1, years[-1] + 1)
    step, most = WIDTH / len(shown), max(counts.values())
    bars = "".join(
        bar(str(year), counts.get(str(year), 0), most, step * number, step)
        for number, year in enumerate(shown)
    )
    svg = (
        f'<svg class="years" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" '
        f'aria-label="Disputes by the year of their event">'
        f'<line x1="0" x2="{WIDTH}" y1="{BASE}" y2="{BASE}"/>{bars}</svg>'
    )
    return Markup(svg)  # noqa: S704 -- numbers of ours


def bar(year: str, count: int, most: int, left: float, step: float) -> str:
    """One year: a bar with its count above, the year below where there is room for all of them."""
    middle = left + step / 2
    label = year if step > 34 else f"’{year[2:]}" if step > 20 or int(year) % 5 == 0 else ""
    below = f'<text x="{middle:.1f}" y="{HEIGHT - 4}">{label}</text>'
    if not count:
        return below
    height = max(110 * count / most, 3)
    return (
        f'<a href="{list_page("conflicts")}" data-facet="year" data-value="{year}" '
        f'aria-label="{year}: {counted(count, "dispute")}">'
        f'<rect class="reach" x="{left:.1f}" y="0" width="{step:.1f}" height="{BASE}"/>'
        f'<rect class="bar" x="{left + step * 0.12:.1f}" y="{BASE - height:.1f}" '
        f'width="{step * 0.76:.1f}" height="{height:.1f}"/>'
        f'<text x="{middle:.1f}" y="{BASE - height - 5:.1f}">{count:,}</text>{below}</a>'
    )
