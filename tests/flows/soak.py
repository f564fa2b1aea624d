"""A soak: runs each minute against a site that changes, fails and lies, and is told to account.

    python -m tests.flows.soak FOLDER --minutes 60

starts a Prefect server and `tollcheck serve` in FOLDER; at random moments it kills runs and the
server's client, leaves runs no room on the disk and holds the warehouse, and then it holds the rows
against the site's ledger, and against those of a run that reads the same pages undisturbed.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from tests.flows.soak_account import account
from tests.flows.soak_bucket import BUCKET
from tests.flows.soak_crawl import crawl
from tests.flows.soak_site import WATCHED, open_site

BIN = Path(sys.executable).parent
HOLD_SECONDS = 100
RUN_SECONDS = 8
ROOM = 20_000
"""Bytes beyond which no file of a run can be written once its disk is full."""
ROUND = 20
"""Minutes within which each of the faults happens once."""
FIRST, LAST = 0.1, 0.85
"""Shares of the time between which something is done to the system."""
CRAWL = "crawl"
HOLD = """
import sys, time
from pathlib import Path
from threading import Thread
from flows.transient import TRANSIENT
from warehouse import open_warehouse
while True:
    try:
        with open_warehouse(Path(sys.argv[1])):
            print("held", flush=True)
            time.sleep(float(sys.argv[2]))
        break
    except TRANSIENT:
        time.sleep(0.2)
"""


class Soak:
    """What runs during a soak."""

    def __init__(self, folder: Path, port: int, storage: str = "") -> None:
        self.folder = folder
        self.database = folder / "tollcheck.duckdb"
        self.events = folder / "events.jsonl"
        self.api = f"http://127.0.0.1:{port}/api"
        self.environment = {
            **os.environ,
            "PREFECT_HOME": str(folder / "prefect"),
            "PREFECT_API_URL": self.api,
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
            "AWS_ENDPOINT_URL": storage,
            "AWS_ACCESS_KEY_ID": "soak",
            "AWS_SECRET_ACCESS_KEY": "soak",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        self.port = port
        self.serving: subprocess.Popen[bytes] | None = None

    def note(self, event: str) -> None:
        """Enter what was done to the system."""
        with self.events.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps({"time": time.time(), "event": event}) + "\n")

    def start(self, *command: str, log: str) -> "subprocess.Popen[bytes]":
        """Start a program of the environment, its output in a file."""
        with (self.folder / log).open("ab") as stream:
            return subprocess.Popen(
                [str(BIN / command[0]), *command[1:]],
                cwd=self.folder,
                env=self.environment,
                stdout=stream,
                stderr=subprocess.STDOUT,
            )

    def start_server(self) -> "subprocess.Popen[bytes]":
        """Start Prefect's server and wait until it answers."""
        server = self.start(
            "prefect", "server", "start", "--port", str(self.port), log="server.log"
        )
        for _ in range(180):
            try:
                with urlopen(f"{self.api}/health", timeout=2):
                    return server
            except (URLError, OSError):
                time.sleep(1)
        raise TimeoutError("the Prefect server did not start")

    def serve(self) -> None:
        """Start the schedule."""
        self.serving = self.start("tollcheck", "serve", "--cron", "* * * * *", log="serve.log")
        self.note("serve started")

    def kill_run(self) -> None:
        """Kill -9 the flow's process in the middle of its work, with those that it started.

        A run that ends before its moment comes is let go, and the next one is killed earlier.
        """
        assert self.serving
        wait = float(RUN_SECONDS)
        while not kill_after(wait, wait_for_run(self.serving.pid)):
            wait /= 2
        self.note("run killed")

    def fill_disk(self) -> None:
        """Leave the next run, and what it starts, no room on the disk."""
        assert self.serving
        with suppress(psutil.NoSuchProcess):
            run = wait_for_run(self.serving.pid)
            for process in (run, *run.children(recursive=True)):
                process.rlimit(psutil.RLIMIT_FSIZE, (ROOM, ROOM))
        self.note("disk full")

    def kill_serve(self) -> None:
        """Kill -9 `tollcheck serve`, and start it anew as systemd would."""
        assert self.serving
        self.serving.kill()
        self.serving.wait()
        self.note("serve killed")
        time.sleep(30)
        self.serve()

    def hold(self) -> None:
        """Keep the warehouse open for writing, as a program would that forgot to close it."""
        self.note("warehouse held")
        subprocess.run(
            [sys.executable, "-c", HOLD, str(self.database), str(HOLD_SECONDS)], check=True
        )
        self.note("warehouse let go")

    def stop(self) -> None:
        """End the schedule once no run is under way."""
        assert self.serving
        deadline = time.monotonic() + 240
        while engines(self.serving.pid) and time.monotonic() < deadline:
            time.sleep(0.5)
        self.serving.terminate()
        self.serving.wait(timeout=120)


def wait_for_run(parent: int) -> psutil.Process:
    """The next flow run that a process has under way."""
    while not (runs := engines(parent)):
        time.sleep(0.2)
    return runs[0]


def kill_after(seconds: float, run: psutil.Process) -> bool:
    """Kill a run and those that it started after a while; whether it was still there."""
    time.sleep(seconds)
    try:
        started = run.children(recursive=True)
        run.kill()
    except psutil.NoSuchProcess:
        return False
    for process in started:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    return True


def engines(parent: int) -> list[psutil.Process]:
    """The flow runs that a process has under way."""
    found = []
    for process in psutil.Process(parent).children():
        try:
            if "spawn_main" in " ".join(process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found


def settings(root: str) -> str:
    """What the soak watches: the site's addresses, the bucket, and the crawler's folder."""
    inputs = json.dumps([*(f"{root}/{name}" for name in WATCHED), BUCKET, CRAWL], indent=2)
    return f'inputs = {inputs}\npause = 0.1\nprivate_hosts = ["127.0.0.1"]\nprocesses = 1\n'


def soak(folder: Path, minutes: float, port: int, seed: int) -> None:
    """Let it run, and do something to it now and then."""
    folder.mkdir(parents=True)
    site, _ = open_site(folder)
    Thread(target=crawl, args=(folder / CRAWL, site), daemon=True).start()
    (folder / "tollcheck.toml").write_text(settings(site.root), "utf-8")
    run = Soak(folder, port, site.root)
    acts = [run.kill_run, run.fill_disk, run.hold, run.kill_serve] * (1 + int(minutes // ROUND))
    chance = random.Random(seed)
    chance.shuffle(acts)
    todo = zip(sorted(chance.uniform(FIRST, LAST) for _ in acts), acts, strict=True)
    with ExitStack() as ending:
        server = run.start_server()
        ending.callback(server.wait, 180)
        ending.callback(server.terminate)
        began = time.monotonic()
        run.serve()
        for share, act in todo:
            time.sleep(max(0.0, began + share * minutes * 60 - time.monotonic()))
            act()
        time.sleep(max(0.0, began + minutes * 60 - time.monotonic()))
        run.stop()
        run.note("ended")
        account(folder, run.api)


def main() -> None:
    """Read the arguments and soak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="A new folder for everything that comes of it.")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--port", type=int, default=4290, help="Of the Prefect server.")
    parser.add_argument("--seed", type=int, default=0, help="Of the moments.")
    given = parser.parse_args()
    soak(given.folder.resolve(), given.minutes, given.port, given.seed)


if __name__ == "__main__":
    main()
