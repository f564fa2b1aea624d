"""Settings: from `tollcheck.toml` in the working directory, each overridable by environment."""

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from flows.usage_error import SettingsError, in_plain_words

if TYPE_CHECKING:
    from intake.fetching.policy import FetchPolicy

SETTINGS_FILE = "tollcheck.toml"
PREFIX = "TOLLCHECK_"
NOT_SETTINGS = ("shared",)
"""What else is told by environment: where texts for measurements lie."""


FOLDERS = {"report": "report", "data_docs": "data-docs"}


class Runner(StrEnum):
    """Where extraction runs."""

    LOCAL = "local"
    DASK = "dask"


class Log(StrEnum):
    """How log lines are written."""

    OFF = "off"
    TEXT = "text"
    JSON = "json"


class Settings(BaseSettings):
    """What a run does where nothing else was said.

    Attributes:
        database: The warehouse file.
        report: Folder of the report; unless told, beside the warehouse and named like it.
        hold_on: Expectations whose failure holds the report back; `all` for every one.
        data_docs: Folder of Great Expectations' own pages on the data's quality; unless told, as
            the report.
        inputs: What to read: files, folders, globs, URLs; empty for the samples.
        processes: Extraction processes; 0 for one a core.
        runner: Where files are read and extracted: `local`, or `dask` for many machines.
        scheduler: Address of the Dask scheduler; without one, a cluster of `processes` here.
        staging: Folder or object storage for what was extracted and not yet loaded; every machine
            of a cluster has to reach it. Beside the warehouse, unless told.
        partition_bytes: How much of the inputs one process of a cluster reads at a time.
        batch_pages: Pages in a batch.
        batch_characters: Characters in a batch; bounds the memory of a run.
        log: Whether runs write log lines to standard error: `off`, `text` or `json`.
        log_level: From which level; `DEBUG` tells every claim with its rule.
        metrics: File for the figures of the last run, in the text format of Prometheus.
        responses: Folder where the pages of watched addresses are kept as received.
        user_agent: How servers are told who reads them; add where you can be reached.
        pause: Seconds between two requests to one host.
        private_hosts: Hosts with private addresses that redirects and links may lead to.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_nested_delimiter="__", extra="forbid", frozen=True
    )

    database: Path = Path("tollcheck.duckdb")
    report: Path = Path("report")
    hold_on: tuple[str, ...] = ()
    data_docs: Path = Path("data-docs")
    inputs: tuple[str, ...] = ()
    processes: int = Field(default=0, ge=0)
    runner: Runner = Runner.LOCAL
    scheduler: str | None = None
    staging: str | None = None
    partition_bytes: int = Field(default=64_000_000, ge=1)
    batch_pages: int = Field(default=200, ge=1)
    batch_characters: int = Field(default=2_000_000, ge=1)
    log: Log = Log.OFF
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    metrics: Path | None = None
    responses: Path = Path("responses")
    user_agent: str = "tollcheck/0.1 (reads news reports for casualty figures)"
    pause: float = Field(default=1.0, ge=0)
    private_hosts: frozenset[str] = frozenset()

    @classmethod
    def given(cls, **values: Any) -> "Settings":
        """The settings, with the values that were given; null means that one was not.

        Raises:
            SettingsError: The file is no TOML, or a setting is unknown or has a wrong value.
        """
        refuse_misspelt(os.environ)
        try:
            return cls(**{name: value for name, value in values.items() if value is not None})
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"{SETTINGS_FILE} is no valid TOML: {error}") from error
        except ValidationError as error:
            raise SettingsError("; ".join(map(complaint, error.errors()))) from error

    @model_validator(mode="before")
    @classmethod
    def keep_apart(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Give each warehouse its own folders: `raids.duckdb` has its report in `raids-report`."""
        database = Path(values.get("database", cls.model_fields["database"].default))
        prefix = "" if database.stem == "tollcheck" else f"{database.stem}-"
        own = {name: database.with_name(f"{prefix}{folder}") for name, folder in FOLDERS.items()}
        return own | values

    @property
    def staged(self) -> str:
        """Where what was extracted waits for the load."""
        from flows.staging import staging_folder  # noqa: PLC0415 -- queries stage nothing

        return self.staging or staging_folder(self.database)

    @property
    def object_notes(self) -> Path:
        """Where it is noted which versions of objects in storage were read: beside the database."""
        return self.database.absolute().with_name(f".{self.database.name}.objects")

    @property
    def policy(self) -> "FetchPolicy":
        """How to behave towards servers."""
        from intake.fetching.policy import FetchPolicy  # noqa: PLC0415 -- queries need no network

        return FetchPolicy(
            user_agent=self.user_agent, pause=self.pause, private_hosts=self.private_hosts
        )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments before environment before the settings file."""
        toml = TomlConfigSettingsSource(settings_cls, Path(SETTINGS_FILE))
        return init_settings, env_settings, toml


def refuse_misspelt(environment: Mapping[str, str]) -> None:
    """Refuse variables of the environment that look like settings and are none.

    Raises:
        SettingsError: There is one.
    """
    for name in environment:
        setting = name.removeprefix(PREFIX).lower().partition("__")[0]
        if name.startswith(PREFIX) and setting not in {*Settings.model_fields, *NOT_SETTINGS}:
            raise SettingsError(unknown(setting))


def unknown(name: str) -> str:
    """That there is no such setting, and which may be meant."""
    near = get_close_matches(name, Settings.model_fields, 1)
    meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(Settings.model_fields)}"
    return f"there is no setting {name} ({SETTINGS_FILE} or {PREFIX}{name.upper()}); {meant}"


def complaint(error: Any) -> str:
    """What is wrong with a setting, and what to do about it."""
    name = ".".join(map(str, error["loc"]))
    if error["type"] == "extra_forbidden":
        return unknown(name)
    return f"the setting {name} is wrong: {in_plain_words(error['msg'])}"
