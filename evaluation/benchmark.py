"""`tollcheck benchmark`: the extractor beside the floor and beside peers, on the same texts."""

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.progress import track
from rich.table import Table

from evaluation.baselines.quotations import is_available
from evaluation.contestants import CONTESTANTS
from evaluation.data import load_data
from evaluation.measuring import (
    Speed,
    in_own_process,
    peak_memory,
    profile,
    start_up,
    time_rounds,
)
from evaluation.score_report import RESULTS
from evaluation.workloads import Workload, open_workloads
from extractors.version import EXTRACTOR_VERSION

START_UPS = 5


@dataclass(frozen=True, slots=True)
class Ratio:
    """One contestant's speed over another's.

    Attributes:
        measure: What it tells.
        kind: The workload.
        value: The ratio of documents a second.
        least: What it has to reach.
    """

    measure: str
    kind: str
    value: float
    least: float


@dataclass(frozen=True, slots=True)
class Lap:
    """All contestants on one workload.

    Attributes:
        kind: The workload's name.
        documents: How many texts it has.
        words: How many words.
        speeds: One a contestant.
        stages: Seconds of the extractor by stage.
    """

    kind: str
    documents: int
    words: int
    speeds: tuple[Speed, ...]
    stages: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What one benchmark measured.

    Attributes:
        laps: One a workload.
        ratios: What is asked.
        memory: Peak megabytes by contestant.
        start: Processor seconds to a first answer by command.
    """

    laps: tuple[Lap, ...]
    ratios: tuple[Ratio, ...]
    memory: Mapping[str, float]
    start: Mapping[str, float]

    def as_json(self) -> dict[str, Any]:
        """The figures."""
        day = datetime.now(UTC).date().isoformat()
        return {"date": day, "extractor": EXTRACTOR_VERSION, **asdict(self)}


def benchmark(
    *,
    rounds: int = 3,
    limit: int = 100,
    output: Literal["table", "json"] = "table",
    results: Path | None = RESULTS,
) -> Benchmark:
    """Measure speed, print it, and keep it.

    Args:
        rounds: How often everything is measured; medians are told.
        limit: Most texts of a kind.
        output: Tables for people, or JSON for programs.
        results: Folder for the dated file; null keeps nothing.
    """
    workloads, missing = open_workloads(limit)
    names = [key for key, each in CONTESTANTS.items() if is_available() or not each.needs_textacy]
    with tempfile.TemporaryDirectory() as folder:
        files = {
            workload: workload.write(Path(folder) / str(number))
            for number, workload in enumerate(workloads)
        }
        steps = track(files.items(), "measuring", console=Console(stderr=True), transient=True)
        laps = tuple(_run(workload, paths, names, rounds) for workload, paths in steps)
        first = next(iter(files.values()))
        memory = {name: in_own_process(peak_memory, first, name) for name in names}
    measured = Benchmark(laps, tuple(find_ratios(laps)), memory, start_up(START_UPS))
    if missing:
        print(missing, file=sys.stderr)
    if output == "json":
        print(json.dumps(measured.as_json(), ensure_ascii=False, indent=2))
    else:
        print_benchmark(measured, Console(width=None if sys.stdout.isatty() else 110))
    if results:
        results.mkdir(parents=True, exist_ok=True)
        row = measured.as_json()
        path = results / f"benchmark-{row['date']}.json"
        path.write_text(json.dumps(row, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return measured


def _run(workload: Workload, paths: Sequence[Path], names: Sequence[str], rounds: int) -> Lap:
    return Lap(
        kind=workload.name,
        documents=len(paths),
        words=workload.words,
        speeds=tuple(in_own_process(time_rounds, paths, names, rounds)),
        stages=in_own_process(profile, paths, "tollcheck", "extractors"),
    )


def find_ratios(laps: Sequence[Lap]) -> list[Ratio]:
    """Compare speeds where `data/speed.yml` asks something of them."""
    seconds = {(lap.kind, each.contestant): each.seconds for lap in laps for each in lap.speeds}
    return [
        Ratio(
            row["measure"],
            row["kind"],
            seconds[row["kind"], row["over"]] / seconds[row["kind"], row["of"]],
            row["least"],
        )
        for row in load_data("speed")
        if (row["kind"], row["over"]) in seconds
    ]


def print_benchmark(measured: Benchmark, console: Console) -> None:
    """Print a table a workload, then the ratios, the profile, memory and start-up."""
    for lap in measured.laps:
        console.print(_lap_table(lap))
    console.print(_ratio_table(measured.ratios))
    console.print(_stage_table(measured.laps))
    console.print(_plain_table("Peak memory, MB", measured.memory, 0))
    console.print(_plain_table("Start-up, seconds", measured.start, 2))


def _lap_table(lap: Lap) -> Table:
    title = f"{lap.kind}: {lap.documents:,} documents, {lap.words:,} words"
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column("contestant")
    for heading in ("documents/s", "words/s", "found", "found/s", "slowest/fastest"):
        table.add_column(heading, justify="right")
    for speed in lap.speeds:
        table.add_row(
            CONTESTANTS[speed.contestant].name,
            f"{lap.documents / speed.seconds:,.1f}",
            f"{lap.words / speed.seconds:,.0f}",
            f"{speed.found:,}",
            f"{speed.found / speed.seconds:,.0f}",
            f"{speed.spread:.2f}",
        )
    return table


def _ratio_table(ratios: Sequence[Ratio]) -> Table:
    table = Table(title="Ratios", title_justify="left", title_style="bold")
    table.add_column("measure")
    table.add_column("texts")
    table.add_column("at least", justify="right")
    table.add_column("reached", justify="right")
    for ratio in ratios:
        colour = "red" if ratio.value < ratio.least else "green"
        reached = f"[{colour}]{ratio.value:.2f}[/]"
        table.add_row(ratio.measure, ratio.kind, f"{ratio.least:g}" if ratio.least else "", reached)
    return table


def _stage_table(laps: Sequence[Lap]) -> Table:
    table = Table(title="Where the time goes", title_justify="left", title_style="bold")
    table.add_column("stage")
    for lap in laps:
        table.add_column(lap.kind, justify="right")
    totals = [sum(lap.stages.values()) or 1.0 for lap in laps]
    stages = {stage: 0.0 for lap in laps for stage in lap.stages}
    for lap in laps:
        for stage, seconds in lap.stages.items():
            stages[stage] += seconds
    for stage in sorted(stages, key=lambda stage: -stages[stage]):
        shares = (lap.stages.get(stage, 0) / total for lap, total in zip(laps, totals, strict=True))
        table.add_row(stage, *(f"{share:.1%}" for share in shares))
    return table


def _plain_table(title: str, rows: Mapping[str, float], digits: int) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", show_header=False)
    for name, value in rows.items():
        shown = CONTESTANTS[name].name if name in CONTESTANTS else name
        table.add_row(shown, f"{value:,.{digits}f}")
    return table
