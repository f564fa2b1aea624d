"""Settings come from arguments, then the environment, then tollcheck.toml."""

from pathlib import Path

import pytest

from flows import cli
from flows.settings import SETTINGS_FILE, Settings
from flows.usage_error import SettingsError

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


def test_each_warehouse_has_its_own_folders():
    assert (Settings().report, Settings().data_docs) == (Path("report"), Path("data-docs"))
    raids = Settings.given(database=Path("cases/raids.duckdb"))
    assert raids.report == Path("cases/raids-report")
    assert raids.data_docs == Path("cases/raids-data-docs")
    assert Settings.given(database=Path("raids.duckdb"), report=Path("r")).report == Path("r")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('databse = "x.duckdb"', "there is no setting databse .*did you mean database"),
        ("database = ", "no valid TOML"),
        ("processes = -1", "setting processes is wrong: it should be greater"),
        ('colour = "red"', "there is no setting colour .*there are database, report"),
    ],
)
def test_wrong_settings_are_told_in_a_line(text, told):
    Path(SETTINGS_FILE).write_text(text + "\n")
    with pytest.raises(SettingsError, match=told) as caught:
        Settings.given()
    assert "\n" not in str(caught.value)


def test_a_misspelt_variable_is_refused(monkeypatch):
    monkeypatch.setenv("TOLLCHECK_SHARED", "texts")
    Settings.given()
    monkeypatch.setenv("TOLLCHECK_DATABSE", "x.duckdb")
    with pytest.raises(SettingsError, match="did you mean database"):
        Settings.given()


def test_wrong_settings_are_wrong_usage(monkeypatch, capsys):
    Path(SETTINGS_FILE).write_text("processes = 1000x\n")
    monkeypatch.setattr("sys.argv", ["tollcheck", "status"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
