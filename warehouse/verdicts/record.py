"""Append a verdict and let it take effect, in one short transaction."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.added_places import documents_at
from warehouse.ask import first_row
from warehouse.bounds import refresh_bounds
from warehouse.columns import VERDICT, begin_loading, insert_rows
from warehouse.connect import open_warehouse
from warehouse.errors import VerdictConflictError, WarehouseError
from warehouse.facts.refresh import refresh_documents
from warehouse.holders.assign_holders import documents_of_holder
from warehouse.linking.relink import link_documents, refresh_summaries
from warehouse.policies import shipped_policies
from warehouse.transaction import transaction
from warehouse.verdicts.events import decide_event, existing, now, undo_event
from warehouse.verdicts.reviews import refresh_reviews
from warehouse.verdicts.verdict import Verdict, VerdictKind
from warehouse.verdicts.verdict_rows import verdict_row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EVENT_KINDS = {VerdictKind.MERGE, VerdictKind.SPLIT, VerdictKind.PIN}
DESCRIBING = {VerdictKind.RENAME, VerdictKind.REDATE, VerdictKind.LOCATE}
HOLDER_KINDS = {VerdictKind.UNITE, VerdictKind.CLASSIFY}
WITHOUT_EFFECT = {
    *(VerdictKind.NOTE, VerdictKind.DISTINCT, VerdictKind.GRADE, VerdictKind.ASSIGN),
}
"""Verdicts that change no claim: the views and the linking read them as they stand."""
CURRENT = """
select document_id from documents
where superseded is null and lineage_id in (select unnest(?))
"""
KEEP_GROUP = """
insert into victim_groups by name
select ? as victim_group, loading.learned from loading
on conflict do nothing
"""
OF_GROUPS = """
with wanted as (select strip_accents(lower(unnest(?))) as "name")
select document_id from claims
where superseded is null
    and strip_accents(lower(coalesce(victim_group, victims_text))) in (from wanted)
union
select document_id from facts
where superseded is null
    and list_has_any(
        list_transform(list_append(wider, victim_group), lambda word: strip_accents(lower(word))),
        (select list("name") from wanted)
    )
"""
LAST = """
select verdicts.verdict_id, verdicts.reviewer, verdicts.kind
from verdicts
where verdicts.claim_id = ?
    and verdicts.kind in ('accept', 'correct', 'reject')
    and not exists (from verdicts as undoing where undoing.undoes = verdicts.verdict_id)
order by verdicts.decided desc, verdicts.verdict_id
limit 1
"""
UNDONE = """
select
    kind, lineage_id, coalesce(into_holder_id, holder_id), event_id, victim_group,
    into_victim_group, place
from verdicts
where verdict_id = ?
"""


def record_verdict(path: Path | str, verdict: Verdict) -> str:
    """Append a decision; raises as `record_verdicts` does.

    Returns:
        The verdict's name.
    """
    (name,) = record_verdicts(path, [verdict])
    return name


def record_verdicts(path: Path | str, verdicts: Sequence[Verdict]) -> list[str]:
    """Append decisions, all or none; claims, events and views follow them from now on.

    Args:
        path: The warehouse.
        verdicts: The decisions; the same one twice is once.

    Returns:
        The names of the verdicts.

    Raises:
        VerdictConflictError: Somebody else decided on a claim after the reviewer looked.
        WarehouseLockedError: The file is in use; try again.
        WarehouseError: What a verdict is about does not exist.
    """
    with open_warehouse(path) as connection, transaction(connection):
        append(connection, [each for each in verdicts if not is_known(connection, each)])
    return [verdict.verdict_id for verdict in verdicts]


def is_known(connection: "DuckDBPyConnection", verdict: Verdict) -> bool:
    """Whether the very same decision was recorded before."""
    query = "select 1 from verdicts where verdict_id = ?"
    return first_row(connection, query, [verdict.verdict_id]) is not None


def append(connection: "DuckDBPyConnection", verdicts: Sequence[Verdict]) -> None:
    """Record decisions and apply them."""
    lineages: set[str] = set()
    begin_loading(connection, "", now())
    for verdict in verdicts:
        row = verdict_row(connection, verdict)
        refuse_conflict(connection, verdict)
        insert_rows(connection, [row], VERDICT)
        lineages.update(take_effect(connection, verdict, row.get("lineage_id")))
    review(connection, sorted(lineages))


def take_effect(
    connection: "DuckDBPyConnection", verdict: Verdict, lineage: str | None
) -> list[str]:
    """Apply a decision.

    Returns:
        The lineages of documents whose claims it changes, which are still to be reviewed.
    """
    if verdict.kind is VerdictKind.UNDO:
        return undo(connection, verdict)
    if verdict.kind in EVENT_KINDS:
        refresh_documents(connection, decide_event(connection, verdict))
    elif verdict.kind in DESCRIBING:
        refresh_summaries(connection, [existing(connection, verdict.event_id)])
    elif verdict.kind in HOLDER_KINDS:
        refresh_holder(connection, verdict.holder_id)
    elif verdict.kind is VerdictKind.GROUP:
        connection.execute(KEEP_GROUP, [verdict.into_victim_group])
        refresh_groups(connection, verdict.victim_group, verdict.into_victim_group)
    elif verdict.location:
        refresh_place(connection, verdict.location.place)
    elif verdict.kind not in WITHOUT_EFFECT and lineage:
        return [lineage]
    return []


def refresh_holder(connection: "DuckDBPyConnection", holder_id: str | None) -> None:
    """Let a decision on a holder take effect on the documents that quote it.

    Raises:
        WarehouseError: Nobody of this name holds a figure.
    """
    documents = documents_of_holder(connection, holder_id)
    if not documents:
        raise WarehouseError(f"there is no holder {holder_id}")
    refresh_documents(connection, documents)


def refresh_groups(connection: "DuckDBPyConnection", *names: str | None) -> None:
    """Let a decision on groups of victims take effect on the documents that tell of them."""
    documents = [row[0] for row in connection.execute(OF_GROUPS, [names]).fetchall()]
    refresh_documents(connection, documents)


def review(connection: "DuckDBPyConnection", lineages: Sequence[str]) -> None:
    """Let the verdicts on documents take effect on their claims and on the events of these."""
    if not lineages:
        return
    refresh_reviews(connection, lineages)
    refresh_bounds(connection, shipped_policies())
    current = connection.execute(CURRENT, [lineages]).fetchall()
    link_and_refresh(connection, [row[0] for row in current])


def refresh_place(connection: "DuckDBPyConnection", place: str | None) -> None:
    """Let a decision on where a place lies take effect on the documents that name it."""
    link_and_refresh(connection, documents_at(connection, place))


def link_and_refresh(connection: "DuckDBPyConnection", documents: Sequence[str]) -> None:
    """Link the claims of documents anew, and bring up to date what rests on them."""
    moved = link_documents(connection, documents)
    refresh_documents(connection, {*documents, *moved})


def refuse_conflict(connection: "DuckDBPyConnection", verdict: Verdict) -> None:
    """Refuse a decision on a claim on which somebody else decided meanwhile."""
    if verdict.kind not in {VerdictKind.ACCEPT, VerdictKind.CORRECT, VerdictKind.REJECT}:
        return
    last = first_row(connection, LAST, [verdict.claim_id])
    if last and last[0] != verdict.seen and last[1] != verdict.reviewer:
        raise VerdictConflictError(
            f"{last[1]} decided to {last[2]} this claim in the meantime: look at it again"
        )


def undo(connection: "DuckDBPyConnection", verdict: Verdict) -> list[str]:
    """Take a verdict back.

    Returns:
        The lineages of documents whose claims that changes, which are still to be reviewed.
    """
    found = first_row(connection, UNDONE, [verdict.undoes])
    if found is None:
        raise WarehouseError(f"there is no verdict {verdict.undoes}")
    kind, lineage, holder, event, group, into_group, place = found
    if kind == VerdictKind.UNDO:
        raise WarehouseError(f"a verdict of the kind {kind} cannot be undone")
    if kind in EVENT_KINDS:
        refresh_documents(connection, undo_event(connection, str(verdict.undoes)))
    elif kind in DESCRIBING:
        refresh_summaries(connection, [existing(connection, event)])
    elif kind in HOLDER_KINDS:
        refresh_holder(connection, holder)
    elif kind == VerdictKind.GROUP:
        refresh_groups(connection, group, into_group)
    elif kind == VerdictKind.PLACE:
        refresh_place(connection, place)
    elif kind not in WITHOUT_EFFECT:
        return [lineage]
    return []
