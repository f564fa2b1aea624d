"""One run at a time at the warehouse; whoever reads and extracts meanwhile is not held up."""

import fcntl
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep

from flows.terminal import say

LIMIT = "tollcheck-warehouse"
"""The limit in Prefect, made once by `prefect gcl create`; without it the file's lock has to do."""
LEASE = 60.0
"""Seconds after which Prefect takes the turn of a killed run away; the living renew theirs."""
AGAIN = 0.2
PATIENCE = 2 * 3600.0
"""Seconds that a run waits for its turn: longer than any stage of another run may take."""


class TurnError(TimeoutError):
    """Other runs were at the warehouse all the time."""


@contextmanager
def warehouse_lock(database: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Wait until no other run works with the warehouse, on this machine or of this Prefect server.

    The file's own lock stays the last guard: it also holds off programs that are no runs.

    Args:
        database: The warehouse.
        patience: For how many seconds to wait.

    Raises:
        TurnError: No turn came in this time.
    """
    from prefect.concurrency.sync import concurrency  # noqa: PLC0415 -- runs only

    with ExitStack() as stack:
        stack.enter_context(turn_at(database, patience))
        try:
            if is_limited():
                turn = concurrency(LIMIT, lease_duration=LEASE, timeout_seconds=patience)
                stack.enter_context(turn)
        except TimeoutError as error:
            raise TurnError(f"the limit {LIMIT} was not free for {patience:.0f} seconds") from error
        yield


def is_limited() -> bool:
    """Whether the Prefect server has the limit.

    To ask it for a slot of a limit that it has not would write to its database all the same, and
    where that is busy Prefect tries again after two seconds.
    """
    from prefect.client.orchestration import get_client  # noqa: PLC0415 -- runs only
    from prefect.exceptions import ObjectNotFound  # noqa: PLC0415 -- see above

    with get_client(sync_client=True) as client:
        try:
            client.read_global_concurrency_limit_by_name(LIMIT)
        except ObjectNotFound:
            return False
    return True


@contextmanager
def turn_at(database: Path, patience: float) -> Iterator[None]:
    """Wait until no other run of this machine works with a file; a killed run's turn ends with it.

    Raises:
        TurnError: No turn came in this time.
    """
    deadline, told = monotonic() + patience, False
    with database.absolute().with_name(f".{database.name}.lock").open("a") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if monotonic() > deadline:
                    message = f"another run was at {database} for {patience:.0f} seconds"
                    raise TurnError(message) from error
            if not told:
                say(f"Another run is at {database}; this one waits for its turn.")
                told = True
            sleep(AGAIN)
        yield
