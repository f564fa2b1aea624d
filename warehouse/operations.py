"""What a run tells of itself: what its stages handled, and how its visits ended."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse.columns import TEXT, table
from warehouse.connect import open_warehouse
from warehouse.transaction import transaction

VISIT = {
    "address": TEXT,
    "outcome": TEXT,
    "reason": TEXT,
    "message": TEXT,
    "visited": "timestamp",
    "run_id": TEXT,
}
STAGE = {"run_id": TEXT, "stage": TEXT, "found": "int64", "added": "int64"}
KEEP_STAGES = """
insert into run_stages (run_id, stage, found, added)
select run_id, stage, found, added from incoming_stages
on conflict (run_id, stage) do update set found = excluded.found, added = excluded.added
"""
KEEP_VISITS = """
insert into visits (address, visited, outcome, reason, message, last_good, run_id)
select
    address, visited, outcome, reason, message,
    case when outcome != 'failed' then visited end,
    run_id
from incoming_visits
on conflict (address) do update set
    visited = excluded.visited,
    outcome = excluded.outcome,
    reason = excluded.reason,
    message = excluded.message,
    last_good = coalesce(excluded.last_good, visits.last_good),
    run_id = excluded.run_id
"""


@dataclass(frozen=True, slots=True)
class Visited:
    """How the visit to an address ended.

    Attributes:
        address: The address.
        outcome: `new`, `unchanged` or `failed`.
        reason: Why it failed, in a word.
        message: Why it failed, and what to do.
    """

    address: str
    outcome: str
    reason: str | None = None
    message: str | None = None


def keep_operations(
    path: Path, run_id: str, stages: Mapping[str, tuple[int, int]], visits: Sequence[Visited]
) -> None:
    """Keep what a run tells of itself, in one transaction; told twice is told once.

    Args:
        path: The warehouse.
        run_id: The run.
        stages: What each stage found, and what of it was new.
        visits: How visits ended, the last one of an address counting.
    """
    moment = datetime.now(UTC).replace(tzinfo=None)
    last = {visit.address: visit for visit in visits}.values()
    told = {"run_id": run_id, "visited": moment}
    counted = (
        {"run_id": run_id, "stage": stage, "found": found, "added": added}
        for stage, (found, added) in stages.items()
    )
    with open_warehouse(path) as connection:
        connection.register("incoming_stages", table(counted, STAGE))
        connection.register(
            "incoming_visits", table((asdict(visit) | told for visit in last), VISIT)
        )
        with transaction(connection):
            connection.execute(KEEP_STAGES)
            connection.execute(KEEP_VISITS)
