"""The warehouse as the review app uses it: opened for a moment, by one request at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from warehouse import (
    BlindReading,
    EventGrade,
    Verdict,
    VerdictKind,
    WarehouseLockedError,
    record_blind_reading,
    record_grade,
    record_verdict,
)
from warehouse.read_models.claim_rows import Decision
from warehouse.read_models.reader import Reader, patiently, reading


class WarehouseAccess:
    """The warehouse of a review app.

    Attributes:
        database: The file.
        patience: For how many seconds a request waits while somebody else has the file open.
    """

    def __init__(self, database: Path, patience: float = 10.0) -> None:
        self.database = database
        self.patience = patience
        self.turn = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Open the file for reading."""
        with self.taking_turns(), reading(self.database, patience=self.patience) as reader:
            yield reader

    @contextmanager
    def taking_turns(self) -> Iterator[None]:
        """Wait for the other requests: DuckDB takes no readers beside a writer.

        Raises:
            WarehouseLockedError: They took longer than patience reaches.
        """
        if not self.turn.acquire(timeout=self.patience):
            raise WarehouseLockedError(f"{self.database} is in use by other requests")
        try:
            yield
        finally:
            self.turn.release()

    def decide(self, kind: VerdictKind, reviewer: str, **fields: Any) -> str:
        """Record a verdict, waiting for a flow that loads.

        Returns:
            The verdict's name.

        Raises:
            VerdictConflictError: Somebody else decided on the claim meanwhile.
            WarehouseLockedError: The file was in use for longer than patience reaches.
        """
        verdict = Verdict(kind=kind, reviewer=reviewer, decided=datetime.now(UTC), **fields)
        with self.taking_turns():
            return patiently(lambda: record_verdict(self.database, verdict), self.patience)

    def read_blind(self, **fields: Any) -> str:
        """Keep a blind reading, waiting for a flow that loads; raises as `decide` does."""
        reading = BlindReading(decided=datetime.now(UTC), **fields)
        with self.taking_turns():
            return patiently(lambda: record_blind_reading(self.database, reading), self.patience)

    def grade(self, **fields: Any) -> str:
        """Keep the grade of an event, waiting for a flow that loads; raises as `decide` does."""
        graded = EventGrade(decided=datetime.now(UTC), **fields)
        with self.taking_turns():
            return patiently(lambda: record_grade(self.database, graded), self.patience)

    def undo(self, reviewer: str) -> Decision | None:
        """Take back the reviewer's last verdict that still holds.

        Returns:
            The verdict that was taken back, or nothing where there is none.
        """
        with self.reading() as reader:
            where = "reviewer = ? and not is_undone and kind <> 'undo'"
            last = next(reader.rows(Decision, where, "decided desc", reviewer), None)
        if last is not None:
            self.decide(VerdictKind.UNDO, reviewer, undoes=last.verdict_id)
        return last
