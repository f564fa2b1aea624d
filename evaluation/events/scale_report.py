"""Stages of a growing warehouse as a file and as a table."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.events.resources_spent import NOTHING, Spent


@dataclass(frozen=True, slots=True)
class MeasuredStage:
    """A warehouse of one size.

    Attributes:
        claims: Claims in it.
        documents: Documents in it.
        events: Events that they were linked to.
        megabytes: Size of the file.
        memory: Peak memory so far, in megabytes.
        busy: Processes that wanted a processor besides, when the stage ended.
        prepared: Inventing the reports and laying them out as tables, from the start.
        loaded: Loading, linking and comparing them, from the start.
        added: One document more, the mean: opening the file, loading, closing it.
        slowest: The slowest of these.
        growth: Processor time of one document more, as a multiple of that at the smallest size.
        views: Each view read whole, every column.
        macros: Table macros, for all events and for one.
        exports: Each format.
        times: How often the rows loaded stand in it under other names.
    """

    claims: int
    documents: int
    events: int
    megabytes: int
    memory: int
    busy: float
    prepared: Spent
    loaded: Spent
    added: Spent = NOTHING
    slowest: Spent = NOTHING
    growth: float = 1.0
    views: dict[str, Spent] = field(default_factory=dict)
    macros: dict[str, Spent] = field(default_factory=dict)
    exports: dict[str, Spent] = field(default_factory=dict)
    times: int = 1


def write(stages: Sequence[MeasuredStage], results: Path | None) -> None:
    """Keep the figures in the dated file, where a folder is given."""
    if results is None:
        return
    results.mkdir(parents=True, exist_ok=True)
    day = datetime.now(UTC).date().isoformat()
    told = {"date": day, "cores": os.cpu_count(), "stages": [asdict(stage) for stage in stages]}
    rounded = json.loads(json.dumps(told), parse_float=lambda text: round(float(text), 3))
    path = results / f"warehouse-{day}.json"
    path.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")


def print_stages(stages: Sequence[MeasuredStage], console: Console) -> None:
    """Print a column a size."""
    table = Table(title="The warehouse as it grows", title_justify="left", title_style="bold")
    table.add_column("seconds of processor (of the clock)")
    for stage in stages:
        table.add_column(f"{stage.claims:,} claims", justify="right")
    rows: dict[str, list[str]] = {
        "documents": [f"{stage.documents:,}" for stage in stages],
        "file, MB": [f"{stage.megabytes:,}" for stage in stages],
        "peak memory, MB": [f"{stage.memory:,}" for stage in stages],
        "load and link": [shown(stage.loaded) if stage.times == 1 else "" for stage in stages],
        "one more document": [shown(stage.added) for stage in stages],
        "… against the smallest": [f"{stage.growth:.2f} ×" for stage in stages],
    }
    for kind in ("views", "macros", "exports"):
        for name in getattr(stages[0], kind):
            found = [getattr(stage, kind).get(name) for stage in stages]
            rows[name] = [shown(each) if each else "" for each in found]
    for name, cells in rows.items():
        table.add_row(name, *cells)
    console.print(table)


def shown(took: Spent) -> str:
    """Seconds for people."""
    return f"{took.cpu:,.2f} ({took.wall:,.2f})"
