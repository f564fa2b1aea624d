"""Seconds and megabytes, measured in processes of their own."""

import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import ParamSpec, TypeVar

from evaluation.contestants import CONTESTANTS
from evaluation.sampling import sample_stages

LEAST_SECONDS = 0.2
"""How long a round lasts at least; quick work is repeated until it does."""

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast a contestant is on a workload.

    Attributes:
        contestant: Its key.
        seconds: Processor seconds for all files once: the median of the rounds.
        spread: Slowest round over fastest.
        found: What it counted.
    """

    contestant: str
    seconds: float
    spread: float
    found: int


def in_own_process(
    work: Callable[_Given, _Made], *given: _Given.args, **named: _Given.kwargs
) -> _Made:
    """Call a function in a fresh process with one thread of arithmetic."""
    before = dict(os.environ)
    os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    try:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            return pool.submit(work, *given, **named).result()
    finally:
        os.environ.clear()
        os.environ |= before


def time_rounds(paths: Sequence[Path], names: Sequence[str], rounds: int) -> list[Speed]:
    """Time contestants on the same files, turn by turn.

    Each reads them all once before anything is measured: what it loads when it is first needed
    is told as start-up.
    """
    for name in names:
        CONTESTANTS[name].run(paths)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    found: dict[str, int] = {}
    for _ in range(rounds):
        for name in names:
            taken, found[name] = _time(CONTESTANTS[name].run, paths)
            seconds[name].append(taken)
    return [
        Speed(name, median(taken), max(taken) / min(taken), found[name])
        for name, taken in seconds.items()
    ]


def _time(run: Callable[[Sequence[Path]], int], paths: Sequence[Path]) -> tuple[float, int]:
    """Processor seconds of one reading: other work on the machine counts little."""
    begin, times = time.process_time(), 0
    while True:
        found = run(paths)
        times += 1
        taken = time.process_time() - begin
        if taken >= LEAST_SECONDS:
            return taken / times, found


def profile(paths: Sequence[Path], name: str, prefix: str) -> Mapping[str, float]:
    """Tell the seconds that each stage of a contestant takes."""
    run = CONTESTANTS[name].run
    run(paths)  # all of them: the second opinion on units is loaded where it is first asked
    with sample_stages(prefix) as seconds:
        run(paths)
    return dict(seconds.most_common())


def peak_memory(paths: Sequence[Path], name: str) -> float:
    """Peak megabytes of a process that runs a contestant; call it in one of its own."""
    CONTESTANTS[name].run(paths)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert peak, "this system does not tell the peak memory of a process"
    return int(peak[1]) / 1024


def time_command(arguments: Sequence[str], rounds: int = 1) -> float:
    """Processor seconds of a command: the median of the rounds."""
    taken = []
    for _ in range(rounds):
        begin = _spent_by_children()
        subprocess.run(arguments, check=True, capture_output=True)  # noqa: S603 - our own commands
        taken.append(_spent_by_children() - begin)
    return median(taken)


def _spent_by_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def start_up(rounds: int) -> dict[str, float]:
    """Processor seconds from nothing to a command's first answer."""
    command = str(Path(sys.executable).parent / "tollcheck")
    first = "import extractors; from schemas import Document; " + (
        "extractors.extract_claims(Document(document_id='d', text='Two men were killed.'))"
    )
    return {
        "the interpreter alone": time_command([sys.executable, "-c", "pass"], rounds),
        "tollcheck --help": time_command([command, "--help"], rounds),
        "first claim, from nothing": time_command([sys.executable, "-c", first], rounds),
    }
