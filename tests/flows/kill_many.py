"""The whole flow killed at many moments: every time the next run must end as if nothing had been.

    python -m tests.flows.kill_many FOLDER --moments 50

prints a line a kill: when, in which stage, what the file held then, and whether the rows after
the next run are those of a run that nobody disturbed. Each run is a process of its own, forked
from one that has imported everything, so that all moments fall into the work and none into imports.
"""

import argparse
import os
import random
import re
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from flows.staging import MANIFEST
from tests.flows.content import content
from tests.flows.soak import Soak

TEXT = "March {day}, 2021\n\nPolice in Verado said {dead} people were killed in the flood.\n"
TEXTS, BATCHES = 12, 6
STAGES = ("extract-batch", "load", "compare", "check-quality", "report", "record")
ENDED = re.compile(rf"Task run '({'|'.join(STAGES)})-\w+' - Finished")
TABLES = ("pages", "documents", "claims", "events")


@dataclass(frozen=True)
class Flow:
    """A run to be killed.

    Attributes:
        folder: Where it works.
        texts: What it reads.
    """

    folder: Path
    texts: Path

    @property
    def database(self) -> Path:
        """The warehouse."""
        return self.folder / "test.duckdb"

    def run(self, processes: int) -> None:
        """The flow, its log in a file."""
        from flows.pipeline import check_casualty_claims  # noqa: PLC0415 -- see `prepare`

        log = os.open(self.folder / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        os.chdir(self.folder)
        given = [str(self.texts)]
        check_casualty_claims(given, self.database, self.folder / "report", processes)

    def stage(self) -> str:
        """Where it was: the stage after the last that ended."""
        ended = Counter(ENDED.findall((self.folder / "log").read_text("utf-8", "replace")))
        if ended["extract-batch"] < BATCHES:
            return "extract-batch"
        last = max(STAGES.index(stage) for stage in ended)
        return STAGES[last + 1] if last + 1 < len(STAGES) else "end"

    def held(self) -> str:
        """What the file holds, as a reader finds it."""
        if not self.database.exists():
            made = len(list(self.folder.glob(f".test.duckdb.staging/*/*/{MANIFEST}")))
            return f"no file, {made} batches kept"
        found = content(self.database)
        return " ".join(str(len(found[name])) for name in TABLES)


def forked(work: Callable[..., object], *given: object) -> int:
    """Start some work in a process of its own."""
    pid = os.fork()
    if pid:
        return pid
    os.setpgid(0, 0)
    try:
        work(*given)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    sys.stdout.flush()
    os._exit(0)


def succeeds(pid: int) -> bool:
    """Wait for a process, and tell whether it ended well."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def prepare(environment: dict[str, str], texts: Path) -> None:
    """Import and warm what runs need, with the environment that Prefect reads on its import."""
    os.environ |= environment
    import duckdb  # noqa: F401, PLC0415
    import great_expectations  # noqa: F401, PLC0415

    import flows.pipeline  # noqa: F401, PLC0415
    from flows.extraction import extract_batch  # noqa: PLC0415
    from intake.pages import read_pages  # noqa: PLC0415

    extract_batch(list(read_pages([str(texts)])))


def kill_many(folder: Path, moments: range, port: int) -> int:
    """Kill a run at each moment, and count those after which something was missing."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for number in range(TEXTS):
        text = TEXT.format(day=number + 1, dead=number + 3)
        (texts / f"{number:02}.txt").write_text(text, "utf-8")
    prefect = Soak(folder, port)
    server = prefect.start_server()
    try:
        batch = {"TOLLCHECK_BATCH_PAGES": str(TEXTS // BATCHES)}
        prepare({**prefect.environment, **batch}, texts)
        whole = flow_in(folder / "undisturbed", texts)
        assert succeeds(forked(whole.run, 1))
        began = time.monotonic()
        assert succeeds(forked(flow_in(folder / "timed", texts).run, 1))
        seconds = time.monotonic() - began
        return sum(
            not survives(number, flow_in(folder / str(number), texts), seconds, whole)
            for number in moments
        )
    finally:
        server.terminate()
        server.wait(180)


def flow_in(folder: Path, texts: Path) -> Flow:
    """A run in a new folder."""
    folder.mkdir()
    return Flow(folder, texts)


def survives(number: int, flow: Flow, seconds: float, whole: Flow) -> bool:
    """Kill a run, look at what it left, run again, and hold the rows against the whole run's."""
    moment = random.Random(number).uniform(0, seconds)
    processes = 2 if number % 5 == 4 else 1
    pid = forked(flow.run, processes)
    time.sleep(moment)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    sys.stdout.write(f"{number:3} {moment:6.1f} s  ")
    sys.stdout.flush()
    opens = succeeds(forked(tell, flow))
    ends = succeeds(forked(flow.run, processes))
    end_group(pid)
    return opens and ends and succeeds(forked(compare, flow, whole))


def end_group(leader: int) -> None:
    """End what a killed run had started, which would hold this program's output open."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def tell(flow: Flow) -> None:
    """Print what a kill left."""
    sys.stdout.write(f"{flow.stage():11} {flow.held():26} ")


def compare(flow: Flow, whole: Flow) -> None:
    """Print whether two warehouses hold the same."""
    found, expected = content(flow.database), content(whole.database)
    differing = [name for name in expected if found.get(name) != expected[name]]
    left = ["staging"] if (flow.folder / ".test.duckdb.staging").exists() else []
    sys.stdout.write(f"{'DIFFERENT: ' if differing or left else 'same rows'}")
    sys.stdout.write(f"{' '.join([*differing, *left])}\n")
    assert not differing
    assert not left


def main() -> None:
    """Read the arguments and kill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="A new folder for everything that comes of it.")
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--first", type=int, default=0, help="Number of the first moment.")
    parser.add_argument("--port", type=int, default=4280, help="Of the Prefect server.")
    given = parser.parse_args()
    moments = range(given.first, given.first + given.moments)
    failed = kill_many(given.folder.resolve(), moments, given.port)
    sys.stdout.write(f"{given.moments - failed} of {given.moments} runs ended as undisturbed\n")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
