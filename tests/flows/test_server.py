"""A run has a Prefect server of its own, unless one is set."""

import psutil
import pytest
from prefect.settings import PREFECT_API_URL, get_current_settings, temporary_settings

from flows import server
from flows.commands.run import run_flow
from flows.server import ServerError, server_for_run, start_server
from flows.settings import Runner, Settings


@pytest.mark.slow
def test_it_answers_for_as_long_as_it_is_needed(monkeypatch):
    with temporary_settings(restore_defaults={PREFECT_API_URL}), server_for_run() as started:
        assert started is not None
        started.wait()
        assert get_current_settings().api.url == started.url
        (process,) = (p for p in psutil.Process().children() if p.pid == started.pid)
    assert not started.answers()
    assert not process.is_running()


def test_a_server_that_is_set_is_used():
    with (
        temporary_settings({PREFECT_API_URL: "http://127.0.0.1:9/api"}),
        server_for_run() as started,
    ):
        assert started is None
        assert get_current_settings().api.url == "http://127.0.0.1:9/api"


def test_one_that_ends_at_once_is_told(monkeypatch):
    monkeypatch.setattr(server, "serve", lambda port: None)
    with pytest.raises(ServerError, match="prefect server start"):
        start_server().wait()


def test_a_cluster_looks_after_its_own(monkeypatch, tmp_path):
    monkeypatch.setattr(server, "start_server", lambda: pytest.fail("a server was started"))
    monkeypatch.setattr("flows.pipeline.check_casualty_claims", lambda **given: given)
    settings = Settings(database=tmp_path / "test.duckdb", runner=Runner.DASK, inputs=("-",))
    with temporary_settings(restore_defaults={PREFECT_API_URL}):
        given = run_flow(("-",), settings)
    assert given["database"] == settings.database
