"""One run at a time at the warehouse; whoever reads and extracts meanwhile is not held up."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

LIMIT = "tollcheck-warehouse"
"""The limit in Prefect, made once by `prefect gcl create`; without it the file's lock has to do."""
LEASE = 60.0
"""Seconds after which Prefect takes the turn of a killed run away; the living renew theirs."""
PATIENCE = 2 * 3600.0
"""Seconds that a run waits for its turn: longer than any stage of another run may take."""


class TurnError(TimeoutError):
    """Other runs were at the warehouse all the time."""


@contextmanager
def warehouse_lock(patience: float = PATIENCE) -> Iterator[None]:
    """Wait until no other run of this Prefect server works with the warehouse.

    The file's own lock stays the last guard: it also holds off programs that know no Prefect.

    Args:
        patience: For how many seconds to wait.

    Raises:
        TurnError: No turn came in this time.
    """
    from prefect.concurrency.sync import concurrency  # noqa: PLC0415 -- runs only

    with ExitStack() as stack:
        try:
            stack.enter_context(concurrency(LIMIT, lease_duration=LEASE, timeout_seconds=patience))
        except TimeoutError as error:
            raise TurnError(f"the limit {LIMIT} was not free for {patience:.0f} seconds") from error
        yield
