"""A page that kills its process is rejected; the other pages of its batch are not."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime

import psutil
import pytest

from flows.pool import BatchPool, Item
from schemas import Page, Rejection


def page(content: str) -> Page:
    return Page(
        page_id=content,
        address=f"{content}.txt",
        media_type="text/plain",
        content=content,
        size=len(content),
        fetched=datetime(2026, 1, 1, tzinfo=UTC),
    )


def read_carefully(items: Sequence[Item]) -> list[str]:
    for item in items:
        if isinstance(item, Page) and item.content == "poison":
            os._exit(9)
    return [item.content if isinstance(item, Page) else item.reason for item in items]


def test_a_killer_is_found_and_rejected():
    with BatchPool(2, probe=read_carefully) as pool:
        batch = [page("one"), page("poison"), page("two")]
        assert pool.run(read_carefully, batch) == ["one", "worker_died", "two"]
        assert pool.run(read_carefully, [page("three")]) == ["three"]


def read_or_sleep(items: Sequence[Item]) -> list[str]:
    if any(isinstance(item, Page) and item.content == "endless" for item in items):
        time.sleep(600)
    return [item.content if isinstance(item, Page) else item.reason for item in items]


@pytest.mark.slow
def test_a_page_without_an_end_is_found_and_rejected():
    with BatchPool(2, probe=read_or_sleep, patience=20) as pool:
        batch = [page("one"), page("endless"), page("two")]
        assert pool.run(read_or_sleep, batch) == ["one", "worker_hung", "two"]


def test_the_rejection_names_the_page():
    with BatchPool(2, probe=read_carefully) as pool:
        (rejection,) = pool.run(list, pool._survivors([page("poison")]))
    assert isinstance(rejection, Rejection)
    assert rejection.input == "poison.txt"
    assert "memory" in rejection.message


PARENT = """
import os, time
from flows.pool import BatchPool

def pids(items):
    return os.getpid()

if __name__ == "__main__":
    with BatchPool(2) as pool:
        print(pool.run(pids, []), flush=True)
        time.sleep(600)
"""


def test_workers_end_when_their_parent_is_killed(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        worker = psutil.Process(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        gone, _ = psutil.wait_procs([worker], timeout=60)
    assert gone
