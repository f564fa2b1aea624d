"""Discrepancies, asked for and drawn as positions side by side."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.reading import reading
from flows.terminal import shown

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
QUERY = """
select *
from {discrepancies}
where (? is null or list_contains(?, event_id))
    and (? is null or harm = ?)
    and (? or class <> 'agreement')
order by
    list_position(['conflict', 'definition', 'scope', 'update', 'agreement'], class),
    figures desc,
    date_from nulls last,
    event_id,
    harm,
    victim_group
"""
STYLES = {"conflict": "bold red", "definition": "magenta", "scope": "cyan", "update": "yellow"}


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
        as_of: As published by this moment.
        agreements: Also where all positions agree.
    """
    query = QUERY.format(discrepancies=BY_MOMENT if as_of else NOW)
    with reading(database) as connection:
        events = named(connection, event) if event else None
        # Past moments are compared anew: only the events asked for.
        moment = [as_of.isoformat(sep=" "), events] if as_of else []
        values = [*moment, events, events, harm, harm, agreements]
        found = connection.execute(query, values)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def named(connection: "DuckDBPyConnection", event: str) -> list[str]:
    """The events that somebody means by an id, or by words of the label."""
    found = connection.execute(EVENTS, {"event": event}).fetchone()
    return list(found[0] or ()) if found else []


def flat(rows: Iterable[Row]) -> tuple[Sequence[str], list[Sequence[object]]]:
    """One row a position, for a table of a program."""
    columns = ("event_id", "event", "harm", "victim_group", "class", "figure", "low", "high")
    names: Sequence[str] = (*columns, "holders", "denied_by")
    flattened: list[Sequence[object]] = [
        (
            *(row[name] for name in columns[:5]),
            *(position[name] for name in columns[5:]),
            "; ".join(map(speaker, position["holders"])),
            "; ".join(map(speaker, position["denied_by"])),
        )
        for row in rows
        for position in row["positions"]
    ]
    return names, flattened


def draw(row: Row) -> "Group":
    """Draw one discrepancy: what it is about, then a line a position."""
    from rich.console import Group  # noqa: PLC0415 -- programs that read JSON need no rich
    from rich.padding import Padding  # noqa: PLC0415 -- see above
    from rich.table import Table  # noqa: PLC0415 -- see above
    from rich.text import Text  # noqa: PLC0415 -- see above

    group = None if row["victim_group"] == "all" else row["victim_group"]
    subject = (row["event"], row["harm"], group)
    title = Text(shown(" · ".join(part for part in subject if part)), style="bold")
    title.append(f"  {row['class']}", style=STYLES.get(row["class"], "green"))
    lines = Table.grid(padding=(0, 3))
    lines.add_column(no_wrap=True)
    lines.add_column()
    for position in row["positions"]:
        holders = Text(shown("; ".join(map(speaker, position["holders"])) or "nobody here"))
        if position["denied_by"]:
            deniers = "; ".join(map(speaker, position["denied_by"]))
            holders.append(shown(f"   (denied by {deniers})"), style="italic")
        lines.add_row(Text(shown(position["figure"]), style="bold"), holders)
    return Group(title, Padding(lines, (0, 0, 1, 2)))


def speaker(holder: Row) -> str:
    """A holder's name with its role; an article that speaks itself is named as such."""
    if holder["kind"] == "article":
        return f"{holder['holder']} (its own words)"
    return f"{holder['holder']}, {holder['role']}" if holder["role"] else str(holder["holder"])
