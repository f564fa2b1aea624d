"""A Dask cluster finds what one process finds, also when one of its processes is killed."""

import os
import signal
import threading
import time
from contextlib import nullcontext

import pytest

from flows import cluster
from flows.partitions import partition_inputs, read_partition
from flows.pipeline import check_casualty_claims
from flows.pool import BatchPool
from flows.settings import Settings
from flows.staging import MANIFEST
from schemas import Page
from tests.flows.content import content


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    lines = "".join(
        f'{{"published": "2021-03-{day:02}", "text": "Police in Verado said {day + 2} people were '
        'killed."}\n'
        for day in range(1, 25)
    )
    (folder / "rows.jsonl").write_text(lines)
    for number in range(4):
        (folder / f"{number}.txt").write_text(
            f"March {number + 1}, 2021\n\nOfficials said {number + 40} people were killed.\n"
        )
    (folder / "empty.txt").write_text("")
    return folder


def run(folder, texts):
    database = folder / "test.duckdb"
    summary = check_casualty_claims([str(texts)], database, folder / "report", processes=1)
    return summary, content(database)


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setenv("TOLLCHECK_BATCH_PAGES", "2")
    monkeypatch.setenv("TOLLCHECK_PARTITION_BYTES", "500")


@pytest.fixture
def two_processes(monkeypatch):
    from distributed import LocalCluster  # noqa: PLC0415 -- takes seconds

    with LocalCluster(2, threads_per_worker=1, dashboard_address=None) as made:
        monkeypatch.setenv("TOLLCHECK_RUNNER", "dask")
        monkeypatch.setenv("TOLLCHECK_SCHEDULER", made.scheduler_address)
        yield made


def kill_one(processes, staging, killed):
    """Kill a process of the cluster as soon as something was made."""
    while not list(staging.glob(f"*/*/{MANIFEST}")):
        time.sleep(0.02)
    nanny = next(iter(processes.workers.values()))
    killed.append(nanny.pid)
    os.kill(nanny.pid, signal.SIGKILL)


@pytest.mark.slow
def test_a_killed_process_costs_nothing(prefect_server, small, texts, tmp_path, request):
    alone, apart = tmp_path / "alone", tmp_path / "apart"
    alone.mkdir()
    apart.mkdir()
    undisturbed = run(alone, texts)
    processes = request.getfixturevalue("two_processes")
    killed: list[int] = []
    given = (processes, apart / ".test.duckdb.staging", killed)
    killer = threading.Thread(target=kill_one, args=given, daemon=True)
    killer.start()
    summary, rows = run(apart, texts)
    killer.join(timeout=1)
    assert killed
    assert killed[0] not in [nanny.pid for nanny in processes.workers.values()]
    assert rows == undisturbed[1]
    assert summary.read == undisturbed[0].read
    assert summary.read.claims == 28


def test_shares_hold_every_batch_once(texts, small):
    settings = Settings()
    dealt, refused = partition_inputs(
        [str(texts), str(texts / "rows.jsonl"), str(texts / "none.txt")], settings
    )
    assert not refused
    assert max(share.parts for share in dealt) > 2
    read = [item for share in dealt for batch in read_partition(share, settings) for item in batch]
    addresses = [item.address for item in read if isinstance(item, Page)]
    assert len(addresses) == len(set(addresses)) == 28
    assert sorted(item.reason for item in read if not isinstance(item, Page)) == [
        "empty",
        "missing",
    ]


def test_a_folder_of_unknown_files_is_told_once(tmp_path, small):
    (tmp_path / "notes.xyz").write_text("Nine people were killed.")
    dealt, refused = partition_inputs([str(tmp_path), "memory://nowhere/*.jsonl"], Settings())
    assert dealt == []
    assert [item.reason for item in refused] == ["unknown_type", "no_match"]


class Fatal:
    """A cluster on which every share kills its process again and again."""

    def submit(self, task, parameters):
        return self

    def result(self):
        from distributed import KilledWorker  # noqa: PLC0415 -- takes seconds

        raise KilledWorker("extract-partition", None, 3)


def test_a_share_that_kills_its_processes_is_made_here(texts, small, monkeypatch, tmp_path):
    settings = Settings(database=tmp_path / "test.duckdb")
    dealt, _ = partition_inputs([str(texts / "0.txt")], settings)
    monkeypatch.setattr(cluster, "started", lambda _: nullcontext(Fatal()))
    # One process is this one, which starts sooner than two others.
    monkeypatch.setattr(cluster, "BatchPool", lambda _: BatchPool(1))
    ((made,),) = cluster.extract_shares(dealt, settings, settings.staged, "test")
    assert made.counts.claims == 1
