"""Which errors pass by themselves, told by their type."""

from typing import Any

from intake.rejections import TransientError
from warehouse import WarehouseLockedError

TRANSIENT = (TransientError, WarehouseLockedError, ConnectionError, TimeoutError)


def is_transient(error: BaseException | None) -> bool:
    """Whether it is worth trying again after this error."""
    return isinstance(error, TRANSIENT)


def may_pass(task: Any, run: Any, state: Any) -> bool:
    """Whether Prefect should retry a task that came to this state.

    What has hung until its time was over would only hang again.
    """
    from prefect.task_engine import TaskRunTimeoutError  # noqa: PLC0415 -- runs only

    error = state.result(raise_on_failure=False)
    return is_transient(error) and not isinstance(error, TaskRunTimeoutError)
