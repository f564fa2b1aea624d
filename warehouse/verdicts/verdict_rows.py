"""A verdict as the warehouse stores it, with the words that it is about."""

from datetime import UTC
from typing import TYPE_CHECKING, Any

from schemas import Claim
from warehouse.ask import first_row
from warehouse.errors import WarehouseError
from warehouse.verdicts.former import former
from warehouse.verdicts.verdict import Verdict, VerdictKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

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


def verdict_row(connection: "DuckDBPyConnection", verdict: Verdict) -> dict[str, Any]:
    """The row of a verdict, with the words that it is about."""
    row = verdict.model_dump(exclude={"corrected", "location", "seen"}) | {
        "verdict_id": verdict.verdict_id,
        "decided": verdict.decided.astimezone(UTC).replace(tzinfo=None)
        if verdict.decided.tzinfo
        else verdict.decided,
        "corrected": corrected_json(verdict),
        "former": former(connection, verdict),
        **(verdict.location.model_dump() if verdict.location else {}),
    }
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
