"""Append a verdict and let it take effect, in one short transaction."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from schemas import Claim
from warehouse.ask import first_row
from warehouse.bounds import refresh_bounds
from warehouse.columns import VERDICT, begin_loading, insert_rows
from warehouse.connect import open_warehouse
from warehouse.errors import VerdictConflictError, WarehouseError
from warehouse.facts.refresh import refresh_documents
from warehouse.holders.assign import documents_of_holder
from warehouse.linking.relink import link_documents
from warehouse.policies import shipped_policies
from warehouse.transaction import transaction
from warehouse.verdicts.events import decide_event, existing, undo_event
from warehouse.verdicts.reviews import refresh_reviews
from warehouse.verdicts.verdict import Verdict, VerdictKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EVENT_KINDS = {VerdictKind.MERGE, VerdictKind.SPLIT, VerdictKind.PIN}
WITHOUT_EFFECT = {VerdictKind.NOTE, VerdictKind.LOCATE}
"""Verdicts that change no claim: views read them as they stand."""
TARGET = """
select
    claims.claim_id, claims.document_id, claims.harm, claims.stance, claims.quantity_text,
    claims.quantity_start, claims.quantity_end, claims.source_start, claims.evidence_text,
    claims.evidence_start, documents.lineage_id
from claims
inner join documents
    on documents.document_id = claims.document_id and documents.version = claims.document_version
where claims.claim_id = ?
order by claims.superseded desc nulls first, claims.learned desc
limit 1
"""
COLUMNS = (
    *("claim_id", "document_id", "harm", "stance", "quantity_text", "quantity_start"),
    *("quantity_end", "source_start", "evidence_text", "evidence_start", "lineage_id"),
)
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
select verdicts.kind, verdicts.lineage_id, verdicts.into_holder_id, exists(
    from verdicts as undoing where undoing.undoes = verdicts.verdict_id
)
from verdicts
where verdicts.verdict_id = ?
"""


def record_verdict(path: Path | str, verdict: Verdict) -> str:
    """Append a decision; claims, events and views follow it from now on.

    Args:
        path: The warehouse.
        verdict: The decision; the same one twice is once.

    Returns:
        The verdict's name.

    Raises:
        VerdictConflictError: Somebody else decided on the claim after the reviewer looked.
        WarehouseLockedError: The file is in use; try again.
        WarehouseError: What the verdict is about does not exist.
    """
    with open_warehouse(path) as connection, transaction(connection):
        if not is_known(connection, verdict):
            append(connection, verdict)
    return verdict.verdict_id


def is_known(connection: "DuckDBPyConnection", verdict: Verdict) -> bool:
    """Whether the very same decision was recorded before."""
    query = "select 1 from verdicts where verdict_id = ?"
    return first_row(connection, query, [verdict.verdict_id]) is not None


def append(connection: "DuckDBPyConnection", verdict: Verdict) -> None:
    """Record a decision and apply it."""
    row = verdict_row(connection, verdict)
    refuse_conflict(connection, verdict)
    insert_rows(connection, [row], VERDICT)
    moment = datetime.now(UTC).replace(tzinfo=None)
    begin_loading(connection, "", moment)
    if verdict.kind in EVENT_KINDS:
        refresh_documents(connection, decide_event(connection, verdict, moment))
    elif verdict.kind is VerdictKind.UNITE:
        refresh_holder(connection, verdict.holder_id)
    elif verdict.kind is VerdictKind.UNDO:
        undo(connection, verdict, moment)
    elif verdict.kind not in WITHOUT_EFFECT:
        review(connection, row["lineage_id"])


def refresh_holder(connection: "DuckDBPyConnection", holder_id: str | None) -> None:
    """Let a decision on a holder take effect on the documents that quote it.

    Raises:
        WarehouseError: Nobody of this name holds a figure.
    """
    documents = documents_of_holder(connection, holder_id)
    if not documents:
        raise WarehouseError(f"there is no holder {holder_id}")
    refresh_documents(connection, documents)


def review(connection: "DuckDBPyConnection", lineage: str) -> None:
    """Let the verdicts on a document take effect on its claims and their events."""
    refresh_reviews(connection, [lineage])
    refresh_bounds(connection, shipped_policies())
    query = "select document_id from documents where lineage_id = ? and superseded is null"
    current = connection.execute(query, [lineage]).fetchall()
    documents = [row[0] for row in current]
    moved = link_documents(connection, documents)
    refresh_documents(connection, {*documents, *moved})


def verdict_row(connection: "DuckDBPyConnection", verdict: Verdict) -> dict[str, Any]:
    """The row of a verdict, with the words that it is about."""
    row = verdict.model_dump(mode="json", exclude={"corrected", "location", "seen"}) | {
        "verdict_id": verdict.verdict_id,
        "decided": verdict.decided.astimezone(UTC).replace(tzinfo=None)
        if verdict.decided.tzinfo
        else verdict.decided,
        "corrected": corrected_json(verdict),
    }
    if verdict.location:
        existing(connection, verdict.event_id)
        return row | verdict.location.model_dump()
    if verdict.kind is VerdictKind.ADD and verdict.corrected:
        return row | added_target(connection, verdict.corrected)
    if verdict.claim_id:
        return row | target(connection, verdict)
    return row


def corrected_json(verdict: Verdict) -> str | None:
    """The reviewer's claim as stored; a correction keeps the name of the claim that it corrects."""
    if verdict.corrected is None:
        return None
    name = verdict.claim_id or verdict.corrected.claim_id
    return verdict.corrected.model_copy(update={"claim_id": name}).model_dump_json()


def target(connection: "DuckDBPyConnection", verdict: Verdict) -> dict[str, Any]:
    """Where the claim of a verdict stands."""
    found = first_row(connection, TARGET, [verdict.claim_id])
    if found is None:
        raise WarehouseError(f"there is no claim {verdict.claim_id}")
    place = dict(zip(COLUMNS, found, strict=True))
    if verdict.corrected:
        prove(connection, verdict.corrected)
        if verdict.corrected.document_id != place["document_id"]:
            raise WarehouseError("a correction stays in the document of its claim")
    return place


def added_target(connection: "DuckDBPyConnection", claim: Claim) -> dict[str, Any]:
    """Where a claim that was missed stands."""
    source = claim.attribution.source
    return {
        "claim_id": claim.claim_id,
        "document_id": claim.document_id,
        "harm": claim.harm.value,
        "stance": claim.attribution.stance.value,
        "quantity_text": claim.quantity.text,
        "quantity_start": claim.quantity.start,
        "quantity_end": claim.quantity.end,
        "source_start": source.start if source else None,
        "evidence_text": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "lineage_id": prove(connection, claim),
    }


def prove(connection: "DuckDBPyConnection", claim: Claim) -> str:
    """Check a reviewer's claim against its document.

    Returns:
        The document's lineage.

    Raises:
        WarehouseError: The document is unknown, or does not say what the claim quotes.
    """
    query = "select lineage_id, text from documents where document_id = ? and superseded is null"
    found = first_row(connection, query, [claim.document_id])
    if found is None:
        raise WarehouseError(f"there is no document {claim.document_id}")
    lineage, text = found
    wrong = next((span for span in claim.spans() if not span.quotes(text)), None)
    if wrong is not None:
        raise WarehouseError(f"{wrong.text!r} does not stand at {wrong.start} of the document")
    return str(lineage)


def refuse_conflict(connection: "DuckDBPyConnection", verdict: Verdict) -> None:
    """Refuse a decision on a claim on which somebody else decided meanwhile."""
    if verdict.kind not in {VerdictKind.ACCEPT, VerdictKind.CORRECT, VerdictKind.REJECT}:
        return
    last = first_row(connection, LAST, [verdict.claim_id])
    if last and last[0] != verdict.seen and last[1] != verdict.reviewer:
        raise VerdictConflictError(
            f"{last[1]} decided to {last[2]} claim {verdict.claim_id} in the meantime "
            f"(verdict {last[0]}): look at it again"
        )


def undo(connection: "DuckDBPyConnection", verdict: Verdict, moment: datetime) -> None:
    """Take a verdict back."""
    found = first_row(connection, UNDONE, [verdict.undoes])
    if found is None:
        raise WarehouseError(f"there is no verdict {verdict.undoes}")
    kind, lineage, holder, _ = found
    if kind == VerdictKind.UNDO:
        raise WarehouseError(f"a verdict of the kind {kind} cannot be undone")
    if kind in EVENT_KINDS:
        refresh_documents(connection, undo_event(connection, str(verdict.undoes), moment))
    elif kind == VerdictKind.UNITE:
        refresh_holder(connection, holder)
    elif kind not in WITHOUT_EFFECT:
        review(connection, lineage)
