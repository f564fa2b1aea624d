"""`tollcheck evaluate`: the extractor and the baselines on gold."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.progress import track

from evaluation.baselines.quotations import MISSING, is_available
from evaluation.claim_jobs import SETS, AttributionJob, ClaimJob, Job, SetName, gold_job, open_set
from evaluation.events.event_jobs import EventJob
from evaluation.gold import read_gold
from evaluation.json_lines import GoldError
from evaluation.measures import Score
from evaluation.reliability import Labelled, measure_reliability
from evaluation.score_report import (
    RESULTS,
    ScoreReport,
    find_shortfalls,
    print_errors,
    print_report,
    write_errors,
    write_result,
)
from evaluation.sentences import read_sentence_set
from evaluation.systems import BASELINES, EXTRACTOR, System
from extractors.version import EXTRACTOR_VERSION


def evaluate(  # noqa: PLR0913 - one for each option of the command
    gold: Path | None = None,
    texts: Sequence[Path] = (),
    *,
    sets: Sequence[SetName] | None = None,
    claims: Sequence[Path] = (),
    baselines: bool = True,
    output: Literal["table", "json"] = "table",
    errors: Path | None = None,
    results: Path | None = None,
) -> ScoreReport:
    """Measure the extractor, print what came out, and keep it.

    Args:
        gold: A gold file: claims as JSON lines, in the contract's or the coders' form, or coded
            sentences as YAML. Left out, the default sets are used.
        texts: Files and folders with the documents of `gold`.
        sets: Which of the default sets to use. Left out, all whose texts are on this machine.
        claims: Files of claims that were extracted before, for the sets that events are measured
            on.
        baselines: Whether to measure the baselines too.
        output: Tables for people, or JSON for programs, on standard output.
        errors: Where to write the errors with their sentences: a file of JSON lines, or a folder
            of texts to be read, one a set and kind of error; `-` prints them.
        results: Folder for the dated file of figures. Left out, the figures of all default sets
            together are kept in `evaluation/results/`, others nowhere.

    Returns:
        The figures.

    Raises:
        GoldError: Gold or texts are missing or malformed; the message says what to do.
    """
    jobs, missing = _open(gold, texts, sets)
    report = measure(jobs, claims=claims, baselines=baselines, notes=missing)
    _show(report, output, errors)
    folder = results or (RESULTS if len(jobs) == len(SETS) else None)
    if folder:
        write_result(report, folder)
    return report


def _show(report: ScoreReport, output: Literal["table", "json"], errors: Path | None) -> None:
    """Print the figures, and the errors where they are asked for."""
    ours = [score for score in report.scores if score.system == EXTRACTOR.name]
    console = Console()
    if output == "json":
        print(json.dumps(report.as_json(), ensure_ascii=False, indent=2))
    else:
        print_report(report, console)
    if errors == Path("-"):
        print_errors(ours, console)
    elif errors:
        write_errors(ours, errors)


def _open(
    gold: Path | None, texts: Sequence[Path], sets: Sequence[SetName] | None
) -> tuple[list[Job], list[str]]:
    """Open what is to be measured, and say which default sets are not on this machine."""
    if gold:
        return [_open_gold(gold, texts)], []
    if sets:
        return [open_set(name) for name in sets], []
    jobs, missing = [], []
    for name in SETS:
        try:
            jobs.append(open_set(name))
        except GoldError as error:
            missing.append(f"not measured: {name}: {error}")
    return jobs, missing


def measure(
    jobs: Sequence[Job],
    *,
    claims: Sequence[Path] = (),
    baselines: bool = True,
    notes: Sequence[str] = (),
) -> ScoreReport:
    """Measure the extractor, and the baselines where asked, on each job.

    Args:
        jobs: What to measure on.
        claims: Files of claims for the jobs that measure events.
        baselines: Whether to measure the baselines too.
        notes: What was left out before.
    """
    systems = [EXTRACTOR, *(BASELINES if baselines else ())]
    usable = [system for system in systems if is_available() or not system.needs_textacy]
    runs = [(job, system) for job in jobs for system in usable if _can(job, system)]
    scores: list[Score] = []
    outcomes: dict[str, list[tuple[float, bool]]] = {}
    for job, system in track(runs, "measuring", console=Console(stderr=True), transient=True):
        if isinstance(job, EventJob):
            scores += job.measure(system.name, claims, baselines=baselines)
        else:
            score, labels = _run(job, system)
            scores.append(score)
            if labels:
                outcomes[score.set_name] = [(one.claim.confidence, one.is_right) for one in labels]
    ours = [score for score in scores if score.system == EXTRACTOR.name]
    return ScoreReport(
        day=datetime.now(UTC).date(),
        extractor=EXTRACTOR_VERSION,
        scores=tuple(scores),
        reliability={
            name: reliability
            for name, told in outcomes.items()
            if (reliability := measure_reliability(told))
        },
        notes=(*notes, *_notes(systems, usable, ours)),
    )


def _can(job: Job, system: System) -> bool:
    if isinstance(job, EventJob):
        return system is EXTRACTOR
    finder = system.find_claims if isinstance(job, ClaimJob) else system.find_relations
    return finder is not None


def _run(job: ClaimJob | AttributionJob, system: System) -> tuple[Score, list[Labelled]]:
    if isinstance(job, AttributionJob):
        assert system.find_relations
        return job.score(system.find_relations(job.documents), system.name), []
    assert system.find_claims
    found = system.find_claims(job.documents)
    labels = job.label(found) if system is EXTRACTOR else []
    return job.score(found, system.name), labels


def _notes(
    systems: Sequence[System], usable: Sequence[System], ours: Sequence[Score]
) -> Iterator[str]:
    left_out = [system.name for system in systems if system not in usable]
    if left_out:
        yield f"not measured: {', '.join(left_out)}. {MISSING}"
    yield from (f"below what is asked: {shortfall}" for shortfall in find_shortfalls(ours))


def _open_gold(gold: Path, texts: Sequence[Path]) -> Job:
    if gold.suffix in {".yml", ".yaml"}:
        return gold_job(read_sentence_set([gold], gold.stem), is_complete=True)
    return gold_job(read_gold(gold, texts))
