"""What a failed run leaves behind: an artifact that says what to do."""

from typing import Any

from prefect.artifacts import create_markdown_artifact
from prefect.task_engine import TaskRunTimeoutError

from flows.transient import is_transient
from flows.warehouse_lock import LIMIT, TurnError
from warehouse import (
    LoadError,
    NotAWarehouseError,
    WarehouseFailedError,
    WarehouseLockedError,
    WarehouseNewerError,
)

ADVICE: tuple[tuple[type[BaseException], str], ...] = (
    (
        WarehouseLockedError,
        "Another program kept the warehouse open for writing. Close it; the next run does the "
        "work of this one.",
    ),
    (WarehouseNewerError, "Update tollcheck; the warehouse was not touched."),
    (
        NotAWarehouseError,
        "The database setting names something that is no warehouse. Correct it, or restore a "
        "backup: `tollcheck restore FILE`.",
    ),
    (
        TurnError,
        "Other runs were at the warehouse all the time. If none is under way, free the limit: "
        f"`prefect gcl update {LIMIT} --active-slots 0`. The next run does the work of this one.",
    ),
    (
        TaskRunTimeoutError,
        "A stage took longer than it ever should, so it was ended; the list of tasks shows which. "
        "Look whether the machine or a disk hangs; the next run does the work of this one.",
    ),
    (
        WarehouseFailedError,
        "The machine could not read or write the warehouse. Look for a full disk and for too "
        "little memory; the next run does the work of this one.",
    ),
    (LoadError, "Nothing was loaded. Report this with the message below: the data contradicts it."),
    (
        OSError,
        "The machine could not read or write. Look for a full disk and for missing permissions; "
        "the next run does the work of this one.",
    ),
)
OTHERWISE = (
    "Nothing was half-loaded: a load is whole or not at all. Read the message; the next run takes "
    "up what this one had finished."
)


def leave_advice(flow: Any, flow_run: Any, state: Any) -> None:
    """Leave an artifact about a failed run."""
    error = state.result(raise_on_failure=False)
    create_markdown_artifact(
        key="tollcheck-failure",
        markdown=as_markdown(flow_run.name, state.name, error),
        description="Why a run failed, and what to do",
    )


def as_markdown(name: str, state: str, error: object) -> str:
    """What is said about a failure."""
    passing = is_transient(error) if isinstance(error, BaseException) else False
    kind = "It may pass by itself." if passing else "It will not pass by itself."
    message = str(error).replace("`", "'")
    return (
        f"# {name}: {state}\n\n{advice(error)}\n\n{kind}\n\n```\n{type(error).__name__}: {message}"
        "\n```\n"
    )


def advice(error: object) -> str:
    """What to do about an error."""
    return next((text for kind, text in ADVICE if isinstance(error, kind)), OTHERWISE)
