"""A module that is imported lazily is executed on its first use, and is then like any other."""

import builtins
import importlib
import subprocess
import sys

import pytest

from warehouse.quality.lazily import imported_lazily


@pytest.fixture
def module(tmp_path, monkeypatch):
    (tmp_path / "counted_ferries.py").write_text(
        "import builtins\nbuiltins.FERRIES = 3\nANSWER = 7\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("builtins.FERRIES", 0, raising=False)
    yield "counted_ferries"
    sys.modules.pop("counted_ferries", None)


def test_it_is_executed_when_it_is_used(module):
    with imported_lazily(module):
        found = importlib.import_module(module)
    assert builtins.FERRIES == 0
    assert found.ANSWER == 7
    assert builtins.FERRIES == 3


@pytest.mark.slow
def test_great_expectations_comes_without_what_it_does_not_use():
    script = (
        "import sys\nfrom warehouse.quality.expectations import quiet_context\nquiet_context()\n"
        "print('scipy.stats._stats_py' in sys.modules, 'altair.vegalite' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
