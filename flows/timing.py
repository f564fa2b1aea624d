"""How long each stage of a run takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from flows.logs import log_event


class StageTimer:
    """Times the stages of a run, and tells of each in the log.

    Attributes:
        run_id: The run.
        seconds: How long each stage took that has ended.
    """

    def __init__(self, run_id: str) -> None:
        """Begin.

        Args:
            run_id: The run.
        """
        self.run_id = run_id
        self._began = monotonic()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time a stage."""
        began = monotonic()
        log_event("began", run=self.run_id, stage=stage)
        yield
        self.seconds[stage] = monotonic() - began
        log_event("ended", run=self.run_id, stage=stage, seconds=round(self.seconds[stage], 3))

    @property
    def total(self) -> float:
        """Seconds since the beginning."""
        return monotonic() - self._began
