"""The load killed at many moments, within its transaction and while the file takes its log in.

    python -m tests.flows.kill_load FOLDER --claims 100000 --moments 50

fills a warehouse with invented reports, and loads more into a copy of it again and again, each time
in a process that is killed at another moment. The file must then hold all of the load or nothing
of it, and after the load is done again, the same rows as where nobody disturbed it.
"""

import argparse
import math
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation.events.warehouse_scale import fill, run, tables_of
from evaluation.streams import StreamReport
from tests.flows.content import PASSED_OVER, VOLATILE
from tests.flows.kill_many import forked, succeeds
from warehouse import load_tables, open_warehouse
from warehouse.write_ahead_log import log_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LEARNED = datetime(2026, 3, 1, tzinfo=UTC)
TABLES = """
select table_name from duckdb_tables() where database_name = current_database()
order by table_name
"""
OWN = {"left_log"}
"""What tells of the file, not of what was loaded."""
Rows = dict[str, tuple[int, int]]


def load(path: Path, reports: Sequence[StreamReport]) -> None:
    """Load what is to be killed."""
    load_tables(path, run("killed"), tables_of(reports), learned=LEARNED)


def held(path: Path) -> Rows:
    """How many rows each table has, and a hash over all of them."""
    with open_warehouse(path, read_only=True) as connection:
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        return {
            name: hashed(connection, name) for name in names if name not in {*PASSED_OVER, *OWN}
        }


def hashed(connection: "DuckDBPyConnection", name: str) -> tuple[int, int]:
    """How many rows a table has, and a hash over them without the times of our own clock."""
    left_out = VOLATILE & {row[0] for row in connection.execute(f'describe "{name}"').fetchall()}
    columns = f"* exclude ({', '.join(sorted(left_out))})" if left_out else "*"
    rows = f'(select {columns} from "{name}") as told'
    query = f"select count(*), coalesce(bit_xor(hash(told)), 0) from {rows}"
    count, found = connection.execute(query).fetchall()[0]
    return int(count), int(found)


def copied(source: Path, target: Path) -> Path:
    """A copy of a warehouse with its log."""
    for each in (target, log_of(target)):
        each.unlink(missing_ok=True)
    shutil.copyfile(source, target)
    if log_of(source).exists():
        shutil.copyfile(log_of(source), log_of(target))
    return target


def kill_loads(folder: Path, claims: int, moments: int) -> Counter[str]:
    """Kill the load at each moment.

    Returns:
        How often the file then held nothing of the load, all of it, or something else.
    """
    base = folder / "base.duckdb"
    *_, (_, reports) = fill(base, [claims])
    before = held(base)
    whole = copied(base, folder / "whole.duckdb")
    began = time.monotonic()
    assert succeeds(forked(load, whole, reports))
    seconds = time.monotonic() - began
    after = held(whole)
    assert after["documents"][0] == before["documents"][0] + len(reports)
    found: Counter[str] = Counter()
    for number in range(moments):
        moment = random.Random(number).uniform(0, seconds)
        path = copied(base, folder / "killed.duckdb")
        seconds = min(seconds, killed_at(moment, path, reports))
        found[left_of(path, reports, before, after)] += 1
        sys.stdout.write(f"{number:3} {moment:6.2f} of {seconds:.2f} s  {dict(found)}\n")
        sys.stdout.flush()
    return found


def killed_at(moment: float, path: Path, reports: Sequence[StreamReport]) -> float:
    """Kill a load; how long it took at most, as far as it was done before its moment came."""
    pid = forked(load, path, reports)
    time.sleep(moment)
    is_done = os.waitpid(pid, os.WNOHANG) != (0, 0)
    if not is_done:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return moment if is_done else math.inf


def left_of(path: Path, reports: Sequence[StreamReport], before: Rows, after: Rows) -> str:
    """What the file holds of a load that was killed, once it was seen that it can be done again."""
    left = held(path)
    load(path, reports)
    again = held(path)
    if differing := [name for name in after if again.get(name) != after[name]]:
        return f"after the next load other rows in {', '.join(differing)}"
    if left == after:
        return "all"
    return "nothing" if left == before else "half"


def main() -> None:
    """Read the arguments and kill."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="A new folder for everything that comes of it.")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--moments", type=int, default=50)
    given = parser.parse_args()
    given.folder.mkdir(parents=True)
    found = kill_loads(given.folder.resolve(), given.claims, given.moments)
    sys.exit(bool(found.keys() - {"nothing", "all"}))


if __name__ == "__main__":
    main()
