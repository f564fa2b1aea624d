"""How the figures of an event moved: who said what on which day, who revised and who denied."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from desk.parties import party_name
from warehouse.read_models.comparison_rows import Comparison


@dataclass(frozen=True)
class Entry:
    """What one speaker said on one day.

    Attributes:
        day: The day; nothing where no page tells it.
        who: The speaker.
        figure: What they said, or deny.
        note: denied, revised or withdrawn; nothing for a first figure.
    """

    day: date | None
    who: str
    figure: str
    note: str


def timeline(comparison: Comparison) -> list[tuple[date | None, list[Entry]]]:
    """What was said day by day, undated figures last; nothing where all is of one day."""
    entries = sorted(set(entries_of(comparison)), key=order)
    days = [(day, list(group)) for day, group in groupby(entries, key=lambda entry: entry.day)]
    return days if len(days) > 1 else []


def order(entry: Entry) -> tuple[bool, date, str, str]:
    """By day, those without one last."""
    return entry.day is None, entry.day or date.max, entry.who, entry.figure


def entries_of(comparison: Comparison) -> Iterator[Entry]:
    """All that was said."""
    first = first_days(comparison)
    for line in comparison.lines:
        figure = line.figure
        for holder in line.holders:
            day = holder.first_seen.date() if holder.first_seen else None
            began = first.get(holder.holder_id)
            note = "withdrawn" if holder.is_withdrawn else ""
            if not note and day and began and day > began:
                note = "revised"
            yield Entry(day, party_name(holder), figure, note)
        for holder in line.denied_by:
            day = holder.first_seen.date() if holder.first_seen else None
            yield Entry(day, party_name(holder), figure, "denied")


def first_days(comparison: Comparison) -> dict[str, date]:
    """When each speaker first gave a figure."""
    days: dict[str, date] = {}
    for holder in (each for line in comparison.lines for each in line.holders):
        if holder.first_seen:
            day = holder.first_seen.date()
            days[holder.holder_id] = min(days.get(holder.holder_id, day), day)
    return days
