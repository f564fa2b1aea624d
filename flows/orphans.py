"""Flow runs whose process was killed: they are told as crashed, not as running for ever."""

import os
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.atomic_files import is_running

if TYPE_CHECKING:
    from prefect.client.orchestration import SyncPrefectClient

MESSAGE = "Its process is gone. Nothing was half-loaded; the next run takes up what it finished."
STARTED = 21
"""Where `/proc/PID/stat` tells when a process started, behind its name."""


def keep_house() -> None:
    """Note whose the current flow run is, and end those of this machine whose process is gone.

    A server that cannot be asked holds up no run.
    """
    if "prefect" not in sys.modules:
        return
    from httpx import HTTPError  # noqa: PLC0415 -- runs only
    from prefect import runtime  # noqa: PLC0415 -- see above
    from prefect.client.orchestration import get_client  # noqa: PLC0415 -- see above
    from prefect.exceptions import PrefectException  # noqa: PLC0415 -- see above

    # Outside a flow there may be no server, and asking would start one.
    if not runtime.flow_run.id:
        return
    try:
        with get_client(sync_client=True) as client:
            tags = [*runtime.flow_run.tags, *owner(os.getpid())]
            client.update_flow_run(runtime.flow_run.id, tags=tags)
            end_orphans(client)
    except (HTTPError, PrefectException):
        return


def end_orphans(client: "SyncPrefectClient") -> None:
    """Have the running flow runs of this machine count as crashed where their process is gone."""
    from prefect.client.schemas import filters  # noqa: PLC0415 -- runs only
    from prefect.client.schemas.objects import StateType  # noqa: PLC0415 -- see above
    from prefect.states import Crashed  # noqa: PLC0415 -- see above

    running = filters.FlowRunFilterState(
        type=filters.FlowRunFilterStateType(any_=[StateType.RUNNING])
    )
    ours = filters.FlowRunFilterTags(all_=[host()])
    asked = filters.FlowRunFilter(state=running, tags=ours)
    for run in client.read_flow_runs(flow_run_filter=asked):
        if not is_alive(run.tags):
            client.set_flow_run_state(run.id, Crashed(message=MESSAGE), force=True)


def owner(pid: int) -> tuple[str, str]:
    """The tags that tell which process of which machine a flow run has."""
    return host(), f"process:{pid}@{started(pid)}"


def host() -> str:
    """The tag of this machine."""
    return f"host:{socket.gethostname()}"


def is_alive(tags: Iterable[str]) -> bool:
    """Whether the process that tags name is there, and no later one of its number."""
    for tag in tags:
        kind, _, name = tag.partition(":")
        pid, _, since = name.partition("@")
        if kind == "process" and pid.isdigit():
            return is_running(int(pid)) and started(int(pid)) == since
    return True


def started(pid: int) -> str:
    """When a process started, as the system counts; empty where it does not tell."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return ""
    return told.rpartition(")")[2].split()[STARTED - 2]
