"""Who is to review which events and claims."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import Field

from schemas.base import Contract, fingerprint
from warehouse.connect import open_warehouse
from warehouse.transaction import transaction

KEEP = """
insert into assignments values (
    $assignment_id, $event_id, $claim_id, $assignee, $reviewer, $decided
)
on conflict do nothing
"""


class Assignment(Contract):
    """Events and claims that a reviewer gives to somebody.

    Attributes:
        reviewer: Who gives them.
        decided: When (UTC).
        assignee: Who is to review them; null takes an assignment back.
        event_ids: The events, with all claims that they have or will have.
        claim_ids: The claims, whatever holds for their events.
    """

    reviewer: str = Field(min_length=1)
    decided: datetime
    assignee: str | None = Field(default=None, min_length=1, max_length=60)
    event_ids: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()

    def rows(self) -> Iterator[dict[str, object]]:
        """One row an event or claim."""
        moment = self.decided.astimezone(UTC).replace(tzinfo=None)
        told: dict[str, object] = {
            "assignee": self.assignee,
            "reviewer": self.reviewer,
            "decided": moment,
        }
        targets = [(event, None) for event in self.event_ids]
        for event, claim in [*targets, *((None, claim) for claim in self.claim_ids)]:
            name = fingerprint("assign", event, claim, self.reviewer, moment.isoformat())
            yield told | {"assignment_id": name, "event_id": event, "claim_id": claim}


def record_assignment(path: Path | str, assignment: Assignment) -> None:
    """Keep an assignment; the same one twice is once.

    Raises:
        WarehouseLockedError: The file is in use; try again.
    """
    with open_warehouse(path) as connection, transaction(connection):
        connection.executemany(KEEP, list(assignment.rows()))
