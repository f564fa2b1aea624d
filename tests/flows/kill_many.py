"""The whole flow killed at many moments: every time the next run must end as if nothing had been.

    python -m tests.flows.kill_many FOLDER --moments 50

prints a line a kill: when, in which stage, what the file held then, and whether the rows after
the next run are those of a run that nobody disturbed.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from flows.partitions import MADE
from tests.flows.content import content
from tests.flows.soak import Soak

BIN = Path(sys.executable).parent
TEXT = "March {day}, 2021\n\nPolice in Verado said {dead} people were killed in the flood.\n"
STAGES = ("make-batch", "load", "locate", "check", "report")
ENDED = re.compile(rf"Task run '({'|'.join(STAGES)})-\w+' - Finished")
TABLES = ("pages", "documents", "claims", "events")


@dataclass(frozen=True)
class Flow:
    """A run to be killed: its folder, its input, Prefect's server."""

    folder: Path
    texts: Path
    environment: dict[str, str]

    @property
    def database(self) -> Path:
        """The warehouse."""
        return self.folder / "test.duckdb"

    def start(self, processes: int) -> "subprocess.Popen[bytes]":
        """Start a run, its log in a file."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = [str(BIN / "tollcheck"), "run", str(self.texts), "--db", str(self.database)]
        command += ["--report", str(self.folder / "report"), "--processes", str(processes)]
        with (self.folder / "log").open("wb") as stream:
            return subprocess.Popen(
                command,
                cwd=self.folder,
                env=self.environment,
                stdout=stream,
                stderr=subprocess.STDOUT,
            )

    def stage(self) -> str:
        """Where it was: the stage after the last that ended."""
        log = (self.folder / "log").read_text("utf-8", "replace")
        ended = Counter(ENDED.findall(log))
        if "Beginning flow run" not in log:
            return "start"
        done = [stage for stage in STAGES if ended[stage]]
        if not done or done[-1] == "make-batch":
            return "load" if ended["make-batch"] == 6 else "make-batch"
        last = STAGES.index(done[-1]) + 1
        return STAGES[last] if last < len(STAGES) else "end"

    def held(self) -> str:
        """What the file holds, as a reader finds it."""
        if not self.database.exists():
            made = len(list(self.folder.glob(f".test.duckdb.staging/*/{MADE}")))
            return f"no file, {made} batches kept"
        found = content(self.database)
        return " ".join(str(len(found[name])) for name in TABLES)


def make_texts(folder: Path) -> None:
    """Twelve reports, each with a claim."""
    folder.mkdir(parents=True)
    for number in range(12):
        text = TEXT.format(day=number + 1, dead=number + 3)
        (folder / f"{number:02}.txt").write_text(text, "utf-8")


def kill_many(folder: Path, moments: int, port: int) -> int:
    """Kill so many runs, and count those after which something was missing."""
    make_texts(folder / "texts")
    prefect = Soak(folder, port)
    environment = {**prefect.environment, "TOLLCHECK_BATCH_PAGES": "2"}
    environment |= {"PREFECT_LOGGING_LEVEL": "INFO", "PREFECT_LOGGING_ROOT_LEVEL": "INFO"}
    server = prefect.start_server()
    try:
        whole = Flow(folder / "undisturbed", folder / "texts", environment)
        whole.start(1).wait()
        began = time.monotonic()
        again = Flow(folder / "timed", folder / "texts", environment)
        again.start(1).wait()
        seconds = time.monotonic() - began
        expected = content(whole.database)
        return sum(
            not survives(
                number, Flow(folder / str(number), whole.texts, environment), seconds, expected
            )
            for number in range(moments)
        )
    finally:
        server.terminate()
        server.wait(60)


def survives(number: int, flow: Flow, seconds: float, expected: dict[str, list[tuple]]) -> bool:
    """Kill a run, look at what it left, run again, and hold the rows against the expected ones."""
    moment = random.Random(number).uniform(0, seconds)
    processes = 2 if number % 5 == 4 else 1
    with flow.start(processes) as process:
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            process.kill()
    stage, held = flow.stage(), flow.held()
    code = flow.start(processes).wait()
    same = code == 0 and content(flow.database) == expected
    left = os.path.lexists(flow.folder / ".test.duckdb.staging")
    outcome = f"{'same rows' if same else 'DIFFERENT'}{', staging left' if left else ''}"
    sys.stdout.write(f"{number:3} {moment:6.1f} s  {stage:11} {held:26} {outcome}\n")
    sys.stdout.flush()
    return same and not left


def main() -> None:
    """Read the arguments and kill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="A new folder for everything that comes of it.")
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--port", type=int, default=4280, help="Of the Prefect server.")
    given = parser.parse_args()
    failed = kill_many(given.folder.resolve(), given.moments, given.port)
    sys.stdout.write(f"{given.moments - failed} of {given.moments} runs ended as undisturbed\n")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
