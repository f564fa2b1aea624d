"""Merge, split and pin events; a person's links are never replaced by the linking."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from schemas.base import fingerprint
from warehouse.ask import first_row
from warehouse.errors import WarehouseError
from warehouse.linking.relink import refresh_document_mentions
from warehouse.verdicts.verdict import Verdict, VerdictKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMBERS = """
select distinct claim_id from event_claims where superseded is null and event_id = ?
"""
UNLINK = """
update event_claims
set superseded = $moment
where superseded is null and claim_id in (select unnest($claims))
"""
LINK = """
insert into event_claims (
    claim_id, event_id, origin, score, evidence, run_id, learned, verdict_id
)
select
    unnest($claims), $event, 'reviewer', 0,
    [{'feature': 'reviewer', 'detail': $detail, 'weight': 0.0}], '', $moment, $verdict
"""
FOUND = """
insert into events (
    event_id, label, place, date_from, date_to, founded_by, origin, learned, merged_into
)
select $event, label, place, date_from, date_to, $claim, 'reviewer', $moment, null
from events
where event_id = $model
on conflict do nothing
"""
EVENTS_OF = """
select distinct event_id from event_claims
where superseded is null and claim_id in (select unnest(?))
"""
DOCUMENTS_OF = """
select distinct document_id from claims
where superseded is null and claim_id in (select unnest(?))
"""
MADE = """
select claim_id, event_id, learned from event_claims
where superseded is null and verdict_id = ?
"""
RESTORE = """
insert into event_claims (
    claim_id, event_id, origin, score, evidence, run_id, learned, verdict_id
)
select claim_id, event_id, origin, score, evidence, run_id, cast($moment as timestamp), verdict_id
from event_claims
where superseded = $replaced and claim_id in (select unnest($claims))
"""
UNMERGE = """
update events set merged_into = null
where event_id in (
    select event_id from event_claims
    where superseded is null and claim_id in (select unnest(?))
)
"""


def decide_event(connection: "DuckDBPyConnection", verdict: Verdict) -> list[str]:
    """Carry out a merge, a split or a pin.

    Returns:
        The documents whose claims have another event now.
    """
    moment = now()
    if verdict.kind is VerdictKind.MERGE:
        members = merge(connection, verdict, moment)
    elif verdict.kind is VerdictKind.SPLIT:
        members = split(connection, verdict, moment)
    else:
        members = list(verdict.claim_ids)
        move(connection, verdict, members, existing(connection, verdict.into_event_id), moment)
    return documents_of(connection, members)


def now() -> datetime:
    """The moment of a change, in UTC as the warehouse stores it."""
    return datetime.now(UTC).replace(tzinfo=None)


def merge(connection: "DuckDBPyConnection", verdict: Verdict, moment: datetime) -> list[str]:
    """Fold an event into another; its claims and whatever is like them belong there now."""
    gone, kept = existing(connection, verdict.event_id), existing(connection, verdict.into_event_id)
    members = [row[0] for row in connection.execute(MEMBERS, [gone]).fetchall()]
    connection.execute(
        "update events set merged_into = $kept where event_id = $gone or merged_into = $gone",
        {"kept": kept, "gone": gone},
    )
    move(connection, verdict, members, kept, moment)
    return members


def split(connection: "DuckDBPyConnection", verdict: Verdict, moment: datetime) -> list[str]:
    """Found an event of some claims of another."""
    model = existing(connection, verdict.event_id)
    made = fingerprint("split", verdict.verdict_id)
    first = min(verdict.claim_ids)
    values = {"event": made, "claim": first, "moment": moment, "model": model}
    connection.execute(FOUND, values)
    move(connection, verdict, verdict.claim_ids, made, moment)
    return list(verdict.claim_ids)


def documents_of(connection: "DuckDBPyConnection", claims: Sequence[str]) -> list[str]:
    """The documents of some claims."""
    return [row[0] for row in connection.execute(DOCUMENTS_OF, [list(claims)]).fetchall()]


def existing(connection: "DuckDBPyConnection", event_id: str | None) -> str:
    """The event, or the one that it was merged into.

    Raises:
        WarehouseError: There is no such event.
    """
    query = "select coalesce(merged_into, event_id) from events where event_id = ?"
    found = first_row(connection, query, [event_id])
    if found is None:
        raise WarehouseError(f"there is no event {event_id}")
    return str(found[0])


def move(
    connection: "DuckDBPyConnection",
    verdict: Verdict,
    claims: Sequence[str],
    event_id: str,
    moment: datetime,
) -> None:
    """Link claims to an event on a person's word, and tell both events anew."""
    before = events_of(connection, claims)
    connection.execute(UNLINK, {"moment": moment, "claims": list(claims)})
    connection.execute(
        LINK,
        {
            "claims": list(claims),
            "event": event_id,
            "detail": f"{verdict.kind} by {verdict.reviewer}",
            "moment": moment,
            "verdict": verdict.verdict_id,
        },
    )
    refresh_document_mentions(connection, documents_of(connection, claims), {*before, event_id})


def events_of(connection: "DuckDBPyConnection", claims: Sequence[str]) -> list[str]:
    """The events of some claims."""
    return [row[0] for row in connection.execute(EVENTS_OF, [list(claims)]).fetchall()]


def undo_event(connection: "DuckDBPyConnection", verdict_id: str) -> list[str]:
    """Give claims back the links that a verdict replaced.

    Returns:
        The documents whose claims have another event now.
    """
    made = connection.execute(MADE, [verdict_id]).fetchall()
    claims = [row[0] for row in made]
    if not claims:
        return []
    left, moment = {row[1] for row in made}, now()
    connection.execute(UNLINK, {"moment": moment, "claims": claims})
    values = {"moment": moment, "replaced": made[0][2], "claims": claims}
    connection.execute(RESTORE, values)
    connection.execute(UNMERGE, [claims])
    documents = documents_of(connection, claims)
    refresh_document_mentions(connection, documents, {*left, *events_of(connection, claims)})
    return documents
