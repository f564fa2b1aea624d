"""The warehouse as the review app uses it: opened for a moment, by one request at a time."""

import secrets
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from desk.review.forms import FormError, readable
from warehouse import (
    BlindReading,
    Verdict,
    VerdictKind,
    WarehouseLockedError,
    record_blind_reading,
    record_verdicts,
)
from warehouse.read_models.claim_rows import Decision
from warehouse.read_models.reader import Reader, patiently, reading


def proved(**fields: Any) -> Verdict:
    """A verdict of what a reviewer filled in.

    Raises:
        FormError: It does not fit together.
    """
    try:
        return Verdict(**fields)
    except ValidationError as error:
        raise FormError(readable(error)) from error


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
        verdict = proved(kind=kind, reviewer=reviewer, decided=datetime.now(UTC), **fields)
        (name,) = self.decide_together([verdict])
        return name

    def decide_at_once(
        self,
        reviewer: str,
        decided: Mapping[VerdictKind, Mapping[str, object]],
        **fields: Any,
    ) -> None:
        """Record verdicts of several kinds on one thing as one step; raises as `decide` does."""
        moment, step = datetime.now(UTC), secrets.token_hex(8)
        given = {"reviewer": reviewer, "decided": moment, "bulk_id": step, **fields}
        verdicts = [proved(**given, kind=kind, **more) for kind, more in decided.items()]
        self.decide_together(verdicts)

    def decide_alike(
        self, kind: VerdictKind, reviewer: str, claims: Sequence[str], **fields: Any
    ) -> None:
        """Record one verdict on each of some claims as one step; raises as `decide` does."""
        moment, step = datetime.now(UTC), secrets.token_hex(8)
        given = {"kind": kind, "reviewer": reviewer, "decided": moment, "bulk_id": step, **fields}
        self.decide_together([proved(**given, claim_id=claim) for claim in claims])

    def decide_together(self, verdicts: Sequence[Verdict]) -> list[str]:
        """Record verdicts, all or none, waiting for a flow that loads; raises as `decide` does."""
        with self.taking_turns():
            return patiently(lambda: record_verdicts(self.database, verdicts), self.patience)

    def read_blind(self, **fields: Any) -> str:
        """Keep a blind reading, waiting for a flow that loads; raises as `decide` does."""
        reading = BlindReading(decided=datetime.now(UTC), **fields)
        with self.taking_turns():
            return patiently(lambda: record_blind_reading(self.database, reading), self.patience)

    def undo(self, reviewer: str) -> list[Decision]:
        """Take back the reviewer's last verdict that still holds, and all of the same step.

        Returns:
            The verdicts that were taken back.
        """
        with self.reading() as reader:
            where = "reviewer = ? and not is_undone and kind <> 'undo'"
            last = next(reader.rows(Decision, where, "decided desc", reviewer), None)
            together = [last] if last else []
            if last and last.bulk_id:
                step = f"{where} and bulk_id = ?"
                together = list(reader.rows(Decision, step, "1", reviewer, last.bulk_id))
        moment = datetime.now(UTC)
        undoing = [
            Verdict(
                kind=VerdictKind.UNDO, reviewer=reviewer, decided=moment, undoes=each.verdict_id
            )
            for each in together
        ]
        self.decide_together(undoing)
        return together
