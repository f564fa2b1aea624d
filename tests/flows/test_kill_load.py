"""A load that is killed is in whole or not at all; `kill_load.py` does so on a large warehouse."""

import pytest

from tests.flows.kill_load import kill_loads


@pytest.mark.slow
def test_a_killed_load_is_whole_or_nothing(tmp_path):
    found = kill_loads(tmp_path, claims=2_000, moments=6)
    assert found.keys() <= {"nothing", "all"}
    assert found["nothing"]
