"""A flow run whose process was killed is told as crashed by the next run."""

import os
import subprocess
import sys

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.states import Running

from flows.orphans import end_orphans, host, is_alive, owner


@flow
def example() -> None:
    pass


def gone() -> str:
    """The tag of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        _, tag = owner(process.pid)
        process.communicate(b"\n")
    return tag


def test_a_process_is_alive_until_it_ends():
    assert is_alive(owner(os.getpid()))
    assert not is_alive([host(), gone()])
    assert not is_alive([f"process:{os.getpid()}@1"]), "another one of the same number"
    assert is_alive(["nightly"]), "of which nothing is told"


@pytest.mark.slow
def test_only_runs_without_a_process_are_ended(prefect_server):
    with get_client(sync_client=True) as client:
        runs = {
            name: client.create_flow_run(example, tags=tags, state=Running())
            for name, tags in {
                "gone": [host(), gone()],
                "here": owner(os.getpid()),
                "elsewhere": ["host:another-machine", gone()],
            }.items()
        }
        end_orphans(client)
        states = {name: client.read_flow_run(run.id).state.name for name, run in runs.items()}
    assert states == {"gone": "Crashed", "here": "Running", "elsewhere": "Running"}
