"""Short forms of the long trials: runs killed at many moments, a soak, a large corpus."""

import subprocess
import sys
from socket import create_server

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


def trial(module: str, *arguments: object) -> str:
    """Call a trial, and give what it printed."""
    command = [sys.executable, "-m", f"tests.flows.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def port():
    with create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def test_runs_killed_at_many_moments_end_as_undisturbed(tmp_path, port):
    told = trial("kill_many", tmp_path / "kills", "--moments", 6, "--port", port)
    assert told.splitlines()[-1] == "6 of 6 runs ended as undisturbed"


def test_a_soak_accounts_for_all_that_the_site_sent(tmp_path, port):
    told = trial("soak", tmp_path / "soak", "--minutes", 6, "--port", port)
    loaded, _, never_sent = told.partition("Loaded: ")[2].partition("; never sent:\n")
    assert int(loaded) > 0
    assert not never_sent.startswith("  ")


def test_thousands_of_documents_go_through(tmp_path):
    told = trial("stream_many", tmp_path / "many", "--documents", 5_000)
    assert "ended with 0 after" in told.splitlines()[-1]
