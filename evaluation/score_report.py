"""Scores as tables for people, as JSON for programs, and as a dated file."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evaluation.data import load_data
from evaluation.measures import Error, Score
from evaluation.reliability import Reliability

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class ScoreReport:
    """What one evaluation measured.

    Attributes:
        day: When.
        extractor: The extractor's version.
        scores: Set by set, the extractor first.
        reliability: How far its confidence can be trusted, set by set, where claims were coded.
        notes: What was left out, and why.
    """

    day: date
    extractor: str
    scores: tuple[Score, ...]
    reliability: Mapping[str, Reliability] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The figures, without the sentences."""
        return {
            "date": self.day.isoformat(),
            "extractor": self.extractor,
            "scores": [score.as_json() for score in self.scores],
            "reliability": {name: each.as_json() for name, each in self.reliability.items()},
            "notes": list(self.notes),
        }


def print_report(report: ScoreReport, console: Console) -> None:
    """Print a table a set, with the least that is asked beside the figures."""
    for name in dict.fromkeys(score.set_name for score in report.scores):
        scores = [score for score in report.scores if score.set_name == name]
        console.print(_score_table(name, scores))
    for name, reliability in report.reliability.items():
        console.print(reliability_table(reliability, f"Confidence on {name}"))
    for note in report.notes:
        console.print(f"[dim]{escape(note)}[/]")


def print_errors(scores: Iterable[Score], console: Console) -> None:
    """Print what went wrong, kind by kind, with the sentences."""
    for score in scores:
        for error in sorted(score.errors, key=lambda error: error.kind):
            console.print(f"[bold]{score.set_name} · {error.kind}[/] · {escape(error.document_id)}")
            console.print(f"  {escape(' '.join(error.sentence.split()))}", style="dim")
            console.print(f"  gold:  {escape(error.gold or '–')}")
            console.print(f"  found: {escape(error.found or '–')}")


def write_errors(scores: Iterable[Score], path: Path) -> None:
    """Write what went wrong: as JSON lines, or into a folder as texts to be read."""
    if path.suffix == ".jsonl":
        _write_lines(scores, path)
    else:
        _write_texts(scores, path)


def _write_lines(scores: Iterable[Score], path: Path) -> None:
    rows = (
        {
            "set": score.set_name,
            "system": score.system,
            "kind": error.kind,
            "document_id": error.document_id,
            "sentence": error.sentence,
            "gold": error.gold,
            "found": error.found,
        }
        for score in scores
        for error in score.errors
    )
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _write_texts(scores: Iterable[Score], folder: Path) -> None:
    """Write one text a set and kind of error."""
    folder.mkdir(parents=True, exist_ok=True)
    for score in scores:
        for kind in dict.fromkeys(error.kind for error in score.errors):
            path = folder / f"{score.set_name}-{kind.replace(' ', '-')}.txt"
            told = (_tell(error) for error in score.errors if error.kind == kind)
            path.write_text("\n".join(told), encoding="utf-8")


def _tell(error: Error) -> str:
    lines = (error.document_id, f"gold:  {error.gold or '–'}", f"found: {error.found or '–'}")
    quoted = (f"  {line}" for line in error.sentence.splitlines())
    return "".join(f"{line}\n" for line in (*lines, *quoted))


def write_result(report: ScoreReport, folder: Path) -> Path:
    """Write the figures into a file named by the day; the day's last run stays."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.day.isoformat()}.json"
    text = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8")
    return path


def find_shortfalls(scores: Iterable[Score]) -> list[str]:
    """Name the measures that are below the least asked."""
    floors = load_data("floors")
    return [
        f"{score.set_name}: {measure.name} {measure.value:.3f} < {floor:.2f}"
        for score in scores
        for measure in score.measures
        for floor in [floors.get(score.set_name, {}).get(measure.name)]
        if measure.value is not None and _is_below(measure.value, floor)
    ]


def _is_below(value: float, floor: float | None) -> bool:
    return floor is not None and value < floor


def _score_table(name: str, scores: Sequence[Score]) -> Table:
    table = Table(title=name, title_justify="left", title_style="bold")
    table.add_column("measure")
    table.add_column("at least", justify="right")
    for score in scores:
        table.add_column(score.system, justify="right")
    floors = load_data("floors").get(name, {})
    for measure in scores[0].measures:
        floor = floors.get(measure.name)
        cells = [_cell(score[measure.name], floor, score is scores[0]) for score in scores]
        table.add_row(measure.name, "" if floor is None else f"{floor:.2f}", *cells)
    return table


def _cell(value: float | None, floor: float | None, is_ours: bool) -> str:
    if value is None:
        return "–"
    text = f"{value:.3f}" if value < 10 else f"{value:.1f}"
    if is_ours and floor is not None:
        return f"[red]{text} ✗[/]" if _is_below(value, floor) else f"[green]{text} ✓[/]"
    return text


def reliability_table(reliability: Reliability, title: str) -> Table:
    """Show observed beside promised."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for heading in ("confidence", "claims", "mean confidence", "observed right"):
        table.add_column(heading, justify="right")
    for each in reliability.bins:
        bounds = f"{each.low:.2f}–{each.high:.2f}"
        table.add_row(bounds, str(each.claims), f"{each.confidence:.2f}", f"{each.right:.2f}")
    table.caption = (
        f"expected calibration error {reliability.error:.3f}; "
        f"Brier score {reliability.brier:.3f}, of the mean alone {reliability.base:.3f}"
    )
    return table
