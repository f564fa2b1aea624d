"""The watch ends when it is told to, also where its server is gone."""

import subprocess
import sys

import pytest

HANGS = """
import os, signal, time
from prefect.runner import Runner
from flows import serving

serving.GRACE = 0.5
Runner.handle_sigterm = lambda self, *_: time.sleep(600)
runner = serving.WatchRunner(name="serve")
signal.signal(signal.SIGTERM, runner.handle_sigterm)
os.kill(os.getpid(), signal.SIGTERM)
"""


@pytest.mark.slow
def test_it_ends_where_the_server_does_not_answer():
    done = subprocess.run(
        [sys.executable, "-c", HANGS], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0
    assert "does not answer" in done.stderr
