"""Discrepancies, asked for and drawn as positions side by side."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.wording import REASONS
from flows.open_for_reading import open_for_reading
from flows.terminal import shown
from warehouse.read_models.comparison_rows import (
    UNQUOTED,
    Comparison,
    Line,
    PositionHolder,
    compatible,
)
from warehouse.read_models.reader import comparison_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from rich.console import Group

Row = Mapping[str, Any]

NOW = "discrepancies"
BY_MOMENT = "discrepancies_as_of(cast(? as timestamp), events := ?)"
EVENTS = """
select list(event_id)
from events
where event_id = $event or contains(lower(label), lower($event))
"""
LABELS = "select distinct label from events where merged_into is null order by label"
SIMILAR, MOST_SIMILAR = 75, 3
QUERY = """
select *
from {discrepancies}
where (? is null or list_contains(?, event_id))
    and (? is null or harm = ?)
    and (
        ?
        or class not in ('agreement', 'one_source')
        and not (class = 'different_people' and figures = 1)
    )
order by "rank", event_id, harm, victim_group
"""
STYLES = {
    "conflict": "bold red",
    "who_died": "bold red",
    "check": "cyan",
    "revised": "yellow",
    "different_people": "magenta",
    "different_meaning": "magenta",
}


def find_discrepancies(
    database: Path,
    event: str | None = None,
    harm: str | None = None,
    as_of: datetime | None = None,
    *,
    agreements: bool = False,
) -> list[Row]:
    """Read the discrepancies of a warehouse, conflicts first.

    Args:
        database: The warehouse.
        event: An event's id, or words of its label.
        harm: Only this harm.
        as_of: As published by this moment; midnight means the whole of the day.
        agreements: Also where all agree, only one source speaks, or one figure counts other
            people than the rest.
    """
    query = QUERY.format(discrepancies=BY_MOMENT if as_of else NOW)
    with open_for_reading(database) as connection:
        events = named(connection, event) if event else None
        # Past moments are compared anew: only the events asked for.
        moment = [whole(as_of).isoformat(sep=" "), events] if as_of else []
        values = [*moment, events, events, harm, harm, agreements]
        found = connection.execute(query, values)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def whole(moment: datetime) -> datetime:
    """The end of a day that is given without an hour."""
    return moment if moment.time() != time.min else datetime.combine(moment, time.max)


def named(connection: "DuckDBPyConnection", event: str) -> list[str]:
    """The events that somebody means by an id, or by words of the label."""
    found = connection.execute(EVENTS, {"event": event}).fetchone()
    return list(found[0] or ()) if found else []


def nothing_found(database: Path, event: str | None) -> str:
    """Why there is no row to show: no event of that name, with near ones, or no dispute."""
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 -- only after a question failed

    with open_for_reading(database) as connection:
        if event is None or named(connection, event):
            return "No discrepancy fits; --all shows agreements too."
        labels = [label for (label,) in connection.execute(LABELS).fetchall()]
    found = process.extract(
        event,
        labels,
        scorer=fuzz.partial_ratio,
        processor=utils.default_process,
        limit=MOST_SIMILAR,
        score_cutoff=SIMILAR,
    )
    near = "; ".join(label for label, *_ in found)
    meant = f"Events with a similar name: {near}" if near else "`select label from events` has all"
    return f"No event is called {event!r}. {meant}"


def flat(rows: Iterable[Row]) -> tuple[Sequence[str], list[Sequence[object]]]:
    """One row a position, for a table of a program."""
    columns = ("event_id", "event", "harm", "victim_group", "class", "figure", "low", "high")
    names: Sequence[str] = (*columns, "holders", "denied_by")
    flattened: list[Sequence[object]] = [
        (
            *(row[name] for name in columns[:5]),
            *(getattr(line, name) for name in columns[5:]),
            "; ".join(map(speaker, line.holders)),
            "; ".join(map(speaker, line.denied_by)),
        )
        for row in rows
        for line in comparison_of(row).lines
    ]
    return names, flattened


def draw(comparison: Comparison) -> "Group":
    """Draw one discrepancy: what it is about, its holders in a line, why, then a line a figure."""
    from rich.console import Group  # noqa: PLC0415 -- programs that read JSON need no rich
    from rich.padding import Padding  # noqa: PLC0415 -- see above
    from rich.table import Table  # noqa: PLC0415 -- see above
    from rich.text import Text  # noqa: PLC0415 -- see above

    group = None if comparison.victim_group == "all" else comparison.victim_group
    subject = (comparison.event, comparison.harm, group)
    title = Text(shown(" · ".join(part for part in subject if part)), style="bold")
    style = STYLES.get(comparison.kind, "green")
    title.append(f"  {comparison.kind.replace('_', ' ')}", style=style)
    lines = Table.grid(padding=(0, 3))
    lines.add_column(no_wrap=True)
    lines.add_column()
    for line in comparison.lines:
        holders = Text(shown("; ".join(map(speaker, line.holders)) or UNQUOTED))
        if line.denied_by:
            deniers = "; ".join(map(speaker, line.denied_by))
            holders.append(shown(f"   (denied by {deniers})"), style="italic")
        lines.add_row(Text(shown(figure_told(line, comparison.kind)), style="bold"), holders)
    said = Padding(Text(shown(summary(comparison))), (0, 0, 0, 2))
    why = [
        Padding(Text(shown(told), style="italic dim"), (0, 0, 0, 2)) for told in parting(comparison)
    ]
    return Group(title, said, *why, Padding(lines, (0, 0, 1, 2)))


def parting(comparison: Comparison) -> list[str]:
    """The two totals that part and why, "police 4 | governor 8: no number fits both"; or none."""
    if not comparison.parting or not comparison.reason:
        return []
    victims = {side.victims for side in comparison.parting}
    sides = [
        f"{side.holder or UNQUOTED} {' and '.join(side.figures) or 'denies'}"
        + (f" of {side.victims}" if len(victims) > 1 else "")
        for side in comparison.parting
    ]
    return [f"{' | '.join(sides)}: {REASONS[comparison.reason]}"]


def summary(comparison: Comparison) -> str:
    """The holders with their last figures: "army 0 · police 4, denied · exiles at least 7"."""
    camps = compatible([line for line in comparison.lines if line.stands])
    kind = comparison.kind
    return " · ".join("; ".join(held(line, kind) for line in camp) for camp in camps)


def held(line: Line, kind: str) -> str:
    """A figure after those who hold it."""
    holders = [each.holder for each in line.holders if each.stands]
    denied = ", denied" if line.denied_by else ""
    return f"{', '.join(holders) or UNQUOTED} {figure_told(line, kind)}{denied}"


def figure_told(line: Line, kind: str) -> str:
    """A figure, and of whom it is told where just that is disputed: "20 militants"."""
    is_of_others = kind == "who_died" and line.victims
    return f"{line.figure} {line.victims}" if is_of_others else line.figure


def speaker(holder: PositionHolder) -> str:
    """A holder's name with its role, and what became of the figure.

    An article that speaks itself is named as such.
    """
    name = ", ".join(filter(None, (holder.holder, holder.further_role)))
    notes = [
        *(["its own words"] if holder.kind == "article" else []),
        *([holder.reckoning] if holder.addends else []),
        *(["withdrawn"] if holder.is_withdrawn else []),
        *(["earlier"] if not holder.is_latest and not holder.is_withdrawn else []),
    ]
    return f"{name} ({', '.join(notes)})" if notes else name
