"""The figures of an event as a file for spreadsheets."""

import csv
import io
from collections.abc import Iterable

from warehouse.read_models.comparison_rows import Comparison

COLUMNS = (
    *("event_id", "harm", "victims", "class", "figure", "low", "high"),
    *("holder", "role", "kind", "stance", "first_published"),
)
RISKY = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula."""


def figures_csv(comparisons: Iterable[Comparison]) -> str:
    """One line for each figure of each holder, asserted or denied."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in comparisons:
        for line in row.lines:
            for stance, holders in (("asserts", line.holders), ("denies", line.denied_by)):
                for holder in holders:
                    seen = holder.first_seen.date().isoformat() if holder.first_seen else ""
                    subject = (row.event_id, row.harm, row.victim_group, row.kind)
                    figure = (line.figure, line.low, line.high)
                    speaker = (holder.holder, holder.role, holder.kind, stance, seen)
                    writer.writerow(map(harmless, (*subject, *figure, *speaker)))
    return file.getvalue()


def harmless(value: object) -> object:
    """A cell that no spreadsheet runs."""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value
