"""The parts of the benchmark; what they measure is not for tests to judge."""

import time
from pathlib import Path

import pytest

from evaluation.benchmark import Lap, find_ratios
from evaluation.contestants import CONTESTANTS
from evaluation.measuring import Speed, in_own_process, peak_memory, time_rounds
from evaluation.sampling import sample_stages
from evaluation.workloads import SAMPLES, Workload, open_workloads

TEXTS = ("Two men were killed at Sandholm.", "The fair was opened by the mayor.")


def _paths(folder: Path) -> list[Path]:
    return Workload("short", TEXTS).write(folder / "texts")


def test_workload_is_written_as_it_is(tmp_path: Path) -> None:
    workload = Workload("short", TEXTS)
    assert [path.read_text(encoding="utf-8") for path in _paths(tmp_path)] == list(TEXTS)
    assert workload.words == 13


def test_a_clone_without_the_shared_texts_is_measured_on_its_samples(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TOLLCHECK_SHARED", str(tmp_path / "none"))
    (workload,), missing = open_workloads(20)
    assert workload.name == SAMPLES
    assert len(workload.texts) == 20
    assert missing is not None
    assert "TOLLCHECK_SHARED" in missing


def test_filter_does_not_change_what_is_found(tmp_path: Path) -> None:
    paths = _paths(tmp_path)
    assert CONTESTANTS["tollcheck"].run(paths) == CONTESTANTS["unfiltered"].run(paths) == 1


def test_rounds_give_one_speed_a_contestant(tmp_path: Path) -> None:
    speeds = time_rounds(_paths(tmp_path), ["floor"], rounds=2)
    assert [(speed.contestant, speed.found) for speed in speeds] == [("floor", 1)]
    assert speeds[0].seconds > 0
    assert speeds[0].spread >= 1


def test_memory_is_that_of_a_process_of_its_own(tmp_path: Path) -> None:
    held = bytearray(200_000_000)
    assert 5 < in_own_process(peak_memory, _paths(tmp_path), "floor") < len(held) / 1e6


def test_ratios_compare_documents_a_second() -> None:
    speeds = (Speed("tollcheck", 0.1, 1.0, 3), Speed("unfiltered", 2.0, 1.0, 3))
    (ratio,) = find_ratios([Lap("general news", 4, 9, speeds, {})])
    assert (ratio.measure, ratio.value) == ("over parsing everything", 20.0)


def test_samples_charge_the_stage_that_called() -> None:
    with sample_stages("tests.evaluation") as seconds:
        begin = time.process_time()
        while time.process_time() - begin < 0.1:
            sorted(range(1000))
    assert set(seconds) <= {"test_benchmark", "other"}
    assert sum(seconds.values()) > 0
