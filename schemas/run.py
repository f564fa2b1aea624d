"""One run of the pipeline."""

from datetime import datetime

from pydantic import model_validator

from schemas.base import Contract
from schemas.terms import RunStatus


class Run(Contract):
    """What was run on what, when, and how it ended.

    Attributes:
        run_id: Name of the run.
        command: What was asked for ("run", "watch" …).
        inputs: The inputs as they were given.
        extractor: Version of the extractor.
        started: When it began (UTC).
        finished: When it ended; null while it runs.
        status: How it stands.
    """

    run_id: str
    command: str = "run"
    inputs: tuple[str, ...] = ()
    extractor: str
    started: datetime
    finished: datetime | None = None
    status: RunStatus = RunStatus.RUNNING

    @model_validator(mode="after")
    def _ends_once(self) -> "Run":
        if (self.status is RunStatus.RUNNING) != (self.finished is None):
            raise ValueError("a run is running until it has finished")
        return self
