"""Settings come from arguments, then the environment, then tollcheck.toml."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from flows.settings import SETTINGS_FILE, Settings

VALUES = {
    "inputs": '["a"]',
    "private_hosts": '["a"]',
    "hold_on": '["a"]',
    "runner": "dask",
    "log": "json",
    "log_level": "DEBUG",
}


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_without_a_file_the_defaults_hold():
    assert Settings().database == Path("tollcheck.duckdb")


def test_each_source_overrides_the_next(monkeypatch):
    Path(SETTINGS_FILE).write_text('database = "toml.duckdb"\nprocesses = 3\nbatch_pages = 7\n')
    monkeypatch.setenv("TOLLCHECK_PROCESSES", "2")
    monkeypatch.setenv("TOLLCHECK_DATABASE", "environment.duckdb")
    settings = Settings.given(database=Path("given.duckdb"), processes=None)
    assert settings.database == Path("given.duckdb")
    assert settings.processes == 2
    assert settings.batch_pages == 7


def test_every_setting_can_be_overridden_by_environment(monkeypatch):
    for name, field in Settings.model_fields.items():
        monkeypatch.setenv(f"TOLLCHECK_{name.upper()}", VALUES.get(name, "5"))
        assert name in Settings().model_fields_set, field


def test_a_misspelt_setting_is_refused():
    Path(SETTINGS_FILE).write_text('databse = "x.duckdb"\n')
    with pytest.raises(ValidationError, match="databse"):
        Settings()
