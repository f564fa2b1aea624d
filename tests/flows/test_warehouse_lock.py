"""One run at a time works with the warehouse, and a stage that hangs ends."""

import time
from threading import Event, Thread

import pytest
from prefect import Task, flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import GlobalConcurrencyLimitCreate
from prefect.task_engine import TaskRunTimeoutError

from flows import stages
from flows.warehouse_lock import LIMIT, TurnError, warehouse_lock

IN_THREADS = {"extract-batch", "extract-partition"}


def dawdle(*_):
    for _ in range(10_000):
        time.sleep(0.01)


@pytest.fixture
def limit(prefect_server):
    with get_client(sync_client=True) as client:
        client.create_global_concurrency_limit(GlobalConcurrencyLimitCreate(name=LIMIT, limit=1))
        yield
        client.delete_global_concurrency_limit_by_name(LIMIT)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [("a.duckdb", "b.duckdb", LIMIT), ("a.duckdb", "a.duckdb", "a.duckdb")],
    ids=["runs of one server", "runs on one file"],
)
def test_one_after_the_other(limit, tmp_path, one, other, told):
    began, done = Event(), Event()

    def hold():
        with warehouse_lock(tmp_path / one):
            began.set()
            done.wait()

    waiting = Thread(target=hold)
    waiting.start()
    began.wait()
    with pytest.raises(TurnError, match=told), warehouse_lock(tmp_path / other, patience=0.5):
        pass
    done.set()
    with warehouse_lock(tmp_path / other):
        waiting.join()


def test_without_the_limit_runs_on_different_files_pass(prefect_server, tmp_path):
    with warehouse_lock(tmp_path / "a.duckdb"), warehouse_lock(tmp_path / "b.duckdb"):
        pass


def test_an_error_of_the_work_stays_what_it_is(limit, tmp_path):
    with pytest.raises(TimeoutError, match="a server"), warehouse_lock(tmp_path / "a.duckdb"):
        raise TimeoutError("a server")


def test_a_stage_that_hangs_ends_and_is_not_tried_again(prefect_server, tmp_path, monkeypatch):
    tried = []

    def hang(*_):
        tried.append(1)
        dawdle()

    monkeypatch.setattr(stages, "locate_events", hang)

    @flow
    def work():
        stages.compare.with_options(timeout_seconds=0.5)(tmp_path)

    with pytest.raises(TaskRunTimeoutError):
        work()
    # On a busy machine the time may be over before the work has begun.
    assert len(tried) <= 1


def test_a_batch_that_hangs_ends(prefect_server, monkeypatch):
    monkeypatch.setattr(stages, "LONG", 0.5)
    monkeypatch.setattr(stages.staging, "extract_staged", dawdle)

    @flow
    def work():
        stages.extract_batch.submit([], None, "", "").result()

    with pytest.raises(TaskRunTimeoutError):
        work()


def test_every_stage_has_its_time():
    tasks = [each for each in vars(stages).values() if isinstance(each, Task)]
    assert {task.name for task in tasks if task.timeout_seconds is None} == IN_THREADS
