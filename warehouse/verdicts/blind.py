"""What a second reviewer would decide on a claim without seeing what the first one did."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import model_validator

from schemas import Claim
from schemas.base import Contract, fingerprint
from warehouse.ask import first_row
from warehouse.connect import open_warehouse
from warehouse.errors import WarehouseError
from warehouse.transaction import transaction
from warehouse.verdicts.verdict_rows import prove

DECIDED = """
select reviews.verdict_id, reviews.reviewer
from reviews
where reviews.superseded is null
    and reviews.claim_id = ?
"""
KEEP = """
insert into blind_readings
values ($reading, $verdict, $claim, $reviewer, $decided, $kind, $corrected, $reason)
on conflict do nothing
"""


class BlindReading(Contract):
    """A decision that takes no effect: it is compared with the one that holds.

    Attributes:
        kind: What the reviewer would decide.
        reviewer: Who reads.
        decided: When (UTC).
        claim_id: The claim.
        corrected: The claim as it should be, whole.
        reason: Why it is none.
    """

    kind: Literal["accept", "correct", "reject"]
    reviewer: str
    decided: datetime
    claim_id: str
    corrected: Claim | None = None
    reason: str | None = None

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> "BlindReading":
        if self.kind == "correct" and self.corrected is None:
            raise ValueError("to correct needs the corrected claim")
        if self.kind == "reject" and not self.reason:
            raise ValueError("to reject needs a reason")
        return self


def record_blind_reading(path: Path | str, reading: BlindReading) -> str:
    """Keep a blind reading beside the decision that the reader did not see.

    Args:
        path: The warehouse.
        reading: What the second reviewer would decide; the same one twice is once.

    Returns:
        The reading's name.

    Raises:
        WarehouseError: Nobody else has decided on the claim.
        WarehouseLockedError: The file is in use; try again.
    """
    moment = reading.decided.astimezone(UTC).replace(tzinfo=None)
    name = fingerprint("blind", reading.reviewer, reading.claim_id, moment.isoformat())
    with open_warehouse(path) as connection, transaction(connection):
        found = first_row(connection, DECIDED, [reading.claim_id])
        if found is None or found[1] == reading.reviewer:
            raise WarehouseError(f"nobody else has decided on claim {reading.claim_id}")
        if reading.corrected:
            prove(connection, reading.corrected)
        values = {
            "reading": name,
            "verdict": found[0],
            "claim": reading.claim_id,
            "reviewer": reading.reviewer,
            "decided": moment,
            "kind": reading.kind,
            "corrected": reading.corrected and reading.corrected.model_dump_json(),
            "reason": reading.reason,
        }
        connection.execute(KEEP, values)
    return name
