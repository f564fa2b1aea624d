"""A run has a Prefect server of its own, unless one is set."""

import psutil
import pytest
from prefect.settings import PREFECT_API_URL, get_current_settings, temporary_settings

from flows import server
from flows.server import ServerError, server_for_run, start_server


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
