"""What a run tells at its end."""

from pathlib import Path

from pydantic import Field

from schemas.base import Contract


class Counts(Contract):
    """How much there is of what, in a batch or in a run."""

    pages: int = 0
    documents: int = 0
    claims: int = 0
    rejections: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            pages=self.pages + other.pages,
            documents=self.documents + other.documents,
            claims=self.claims + other.claims,
            rejections=self.rejections + other.rejections,
        )


class FailedCheck(Contract):
    """An expectation that the data did not meet.

    Attributes:
        name: The check.
        severity: What the failure means: an error or a warning.
        rows: How many rows offend.
        message: What is expected, as a sentence.
        query: SQL that shows the rows.
    """

    name: str
    severity: str
    rows: int
    message: str
    query: str

    @classmethod
    def of(cls, name: str, severity: str, rows: int, message: str) -> "FailedCheck":
        """An expectation by its name, with the SQL that shows its rows."""
        query = f"from failing_rows where expectation = '{name}'"
        return cls(name=name, severity=severity, rows=rows, message=message, query=query)


class RunSummary(Contract):
    """How a run went.

    Attributes:
        run_id: Name of the run.
        database: The warehouse.
        read: What was read and found.
        added: What of it was new to the warehouse.
        checks: How many checks ran.
        failed: The checks that failed.
        report: The report's front page, where one was written.
        held: Why the report was held back; the last one stays.
        seconds: How long it took.
        stages: How long each of its stages took, in seconds.
    """

    run_id: str
    database: Path
    read: Counts
    added: Counts
    checks: int = 0
    failed: tuple[FailedCheck, ...] = ()
    report: Path | None = None
    held: tuple[str, ...] = ()
    seconds: float
    stages: dict[str, float] = Field(default_factory=dict)
