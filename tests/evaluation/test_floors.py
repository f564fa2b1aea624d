"""Quality does not fall below what is asked."""

from pathlib import Path

import pytest

from evaluation.command import measure
from evaluation.jobs import SetName, open_set
from evaluation.report import find_shortfalls


@pytest.mark.parametrize("name", ["seeds", "isaf"])
def test_floors(shared: Path, name: SetName) -> None:
    assert shared.is_dir()
    report = measure([open_set(name)], baselines=False)
    assert find_shortfalls(report.scores) == []
