"""What stood before a decision, in words, so that the history can tell old and new."""

from typing import TYPE_CHECKING, Any

from warehouse.ask import first_row
from warehouse.errors import WarehouseError
from warehouse.linking.intervals import Interval, days_label
from warehouse.verdicts.events import existing
from warehouse.verdicts.verdict import PAIRS, Verdict, VerdictKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EVENT = "select label, date_from, date_to from events where event_id = ?"
PLACE = "select place, level from event_locations where event_id = ?"
LAST = """
select coalesce(grade, assignee) from verdicts
where kind = ? and event_id = ?
    and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
order by decided desc, verdict_id desc
"""
KIND = """
select speaker_kind from facts
where superseded is null and holder_id = ?
group by speaker_kind
order by count(*) desc, speaker_kind
"""


def former(connection: "DuckDBPyConnection", verdict: Verdict) -> str | None:
    """What stood in the place of what a verdict decides; null where it replaces nothing.

    Raises:
        WarehouseError: What it is about does not exist.
    """
    if verdict.kind in PAIRS:
        existing(connection, verdict.into_event_id)
        return str(event_row(connection, verdict)[0])
    if verdict.kind is VerdictKind.RENAME:
        return str(event_row(connection, verdict)[0])
    if verdict.kind is VerdictKind.REDATE:
        _, first, last = event_row(connection, verdict)
        return days_label(Interval(first, last or first)) if first else None
    if verdict.kind is VerdictKind.LOCATE:
        found = first_row(connection, PLACE, [existing(connection, verdict.event_id)])
        return f"{found[0]} ({found[1]})" if found else None
    if verdict.kind in {VerdictKind.GRADE, VerdictKind.ASSIGN} and verdict.event_id:
        return last_decided(connection, verdict.kind, existing(connection, verdict.event_id))
    if verdict.kind is VerdictKind.CLASSIFY:
        found = first_row(connection, KIND, [verdict.holder_id])
        return str(found[0]) if found else None
    return None


def last_decided(connection: "DuckDBPyConnection", kind: VerdictKind, event_id: str) -> str | None:
    """The grade or the assignee that an event has so far."""
    found = first_row(connection, LAST, [kind, event_id])
    return str(found[0]) if found and found[0] else None


def event_row(connection: "DuckDBPyConnection", verdict: Verdict) -> tuple[Any, ...]:
    """What is known of a verdict's event before it."""
    found = first_row(connection, EVENT, [existing(connection, verdict.event_id)])
    if found is None:
        raise WarehouseError(f"there is no event {verdict.event_id}")
    return found
