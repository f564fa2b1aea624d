"""Quality does not fall below what is asked."""

from pathlib import Path

import pytest

from evaluation.claim_jobs import SetName, open_set
from evaluation.command import measure
from evaluation.measures import Measure, Score
from evaluation.score_report import find_shortfalls


def shortfalls(name: SetName) -> list[str]:
    """The measures of a set that are below the least asked."""
    return find_shortfalls(measure([open_set(name)], baselines=False).scores)


@pytest.mark.slow
def test_floors_of_our_own_sentences() -> None:
    assert shortfalls("sentences") == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", "isaf"])
def test_floors_of_the_shared_texts(shared: Path, name: SetName) -> None:
    assert shared.is_dir()
    assert shortfalls(name) == []


def test_a_score_below_its_floor_is_named() -> None:
    (told,) = find_shortfalls([Score("sentences", "ours", (Measure("recall", 0.5),))])
    assert told.startswith("sentences: recall 0.500 < ")
