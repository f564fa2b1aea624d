"""Contracts to Arrow tables: the form in which a batch is handed to DuckDB."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from schemas import Batch, Claim, Document, Extraction, Page, Rejection, Run, Span
from schemas.base import fingerprint
from warehouse.columns import (
    CLAIM,
    DOCUMENT,
    EXTRACTION,
    PAGE,
    REJECTION,
    RUN,
    Row,
    table,
)
from warehouse.figures import Figure, figure_of
from warehouse.originators.media import reported_by
from warehouse.originators.signatures import bands, sign
from warehouse.speakers import speaker_id

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True)
class BatchTables:
    """A batch as Arrow tables, ready for one load."""

    pages: "pa.Table"
    documents: "pa.Table"
    extractions: "pa.Table"
    claims: "pa.Table"
    rejections: "pa.Table"


def batch_tables(batch: Batch, extractor: str) -> BatchTables:
    """Turn a batch into tables, before the database is opened.

    Args:
        batch: What is to be loaded.
        extractor: Version of the extractor, for documents that gave no claim.
    """
    telling = {extraction.document_id for extraction in batch.extractions if extraction.claims}
    claims = [claim for extraction in batch.extractions for claim in extraction.claims]
    failed = [item for extraction in batch.extractions for item in extraction.rejections]
    return BatchTables(
        pages=table(map(page_row, batch.pages), PAGE),
        documents=table(
            (document_row(item, signed=item.document_id in telling) for item in batch.documents),
            DOCUMENT,
        ),
        extractions=table(
            (extraction_row(item, extractor) for item in batch.extractions), EXTRACTION
        ),
        claims=table(map(claim_row, claims), CLAIM),
        rejections=table(map(rejection_row, [*batch.rejections, *failed]), REJECTION),
    )


def utc(moment: datetime | None) -> datetime | None:
    """The moment in UTC, without a zone, as the warehouse keeps it."""
    if moment is None or moment.tzinfo is None:
        return moment
    return moment.astimezone(UTC).replace(tzinfo=None)


def run_table(run: Run) -> "pa.Table":
    """A run as a table of one row."""
    row = run.model_dump(mode="json") | {
        "started": utc(run.started),
        "finished": utc(run.finished),
    }
    return table([row], RUN)


def page_row(page: Page) -> Row:
    """A page as a row."""
    return page.model_dump() | {"fetched": utc(page.fetched)}


def document_row(document: Document, *, signed: bool) -> Row:
    """A document as a row, with fingerprints of its text and of its particulars.

    Args:
        document: The document.
        signed: Whether its text is to be compared with others: where it makes claims.
    """
    row = document.model_dump(mode="json") | {
        "published": utc(document.published),
        "fetched": utc(document.fetched),
    }
    volatile = {"text", "fetched", "page_id", "page_start", "document_id"}
    signature = sign(document.text) if signed else None
    particulars = [row[name] for name in sorted(row.keys() - volatile)]
    return row | {
        "content_hash": fingerprint(document.text),
        "particulars_hash": fingerprint(*particulars),
        "signature": signature,
        "bands": bands(signature) if signature else None,
    }


def extraction_row(extraction: Extraction, extractor: str) -> Row:
    """A reading of a document as a row."""
    versions = {claim.extractor for claim in extraction.claims}
    return {
        "document_id": extraction.document_id,
        "extractor": max(versions, default=extractor),
        "claims": len(extraction.claims),
        "rejections": len(extraction.rejections),
    }


def rejection_row(rejection: Rejection) -> Row:
    """A rejection as a row."""
    return rejection.model_dump(mode="json") | {"rejected_at": utc(rejection.rejected_at)}


def claim_row(claim: Claim) -> Row:
    """A claim as a row."""
    return {
        "claim_id": claim.claim_id,
        "document_id": claim.document_id,
        "harm": claim.harm.value,
        "scope": claim.scope.value,
        "part_of": claim.part_of,
        "repeats": claim.repeats,
        "adds_to": claim.adds_to,
        "outcome_is_open": claim.outcome_is_open,
        "counts_some": claim.counts_some,
        "event_when": claim.event.when,
        "event_date_from": claim.event.date_from,
        "event_date_to": claim.event.date_to,
        "event_date_basis": claim.event.date_basis,
        "event_where": claim.event.where,
        "event_place": [place.model_dump(mode="json") for place in claim.event.place],
        "confidence": claim.confidence,
        "rule": claim.rule,
        "extractor": claim.extractor,
        "content_hash": fingerprint(claim.model_dump_json()),
        **span_columns("evidence", claim.evidence),
        **quantity_columns(claim),
        **victim_columns(claim),
        **agent_columns(claim),
        **attribution_columns(claim),
    }


def span_columns(name: str, span: Span | None) -> Row:
    """The three columns of a span."""
    return {
        f"{name}_text": span.text if span else None,
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }


def figure_columns(figure: Figure) -> Row:
    """Identity and reading of a figure."""
    return {
        "figure_id": figure.figure_id,
        "figure_display": figure.display,
        "figure_word": figure.word,
    }


def quantity_columns(claim: Claim) -> Row:
    """How many."""
    return {
        **span_columns("quantity", claim.quantity),
        **figure_columns(figure_of(claim.quantity)),
        "value": claim.quantity.value,
        "value_to": claim.quantity.value_to,
        "modifier": claim.quantity.modifier.value,
        "basis": claim.quantity.basis.value,
    }


def victim_columns(claim: Claim) -> Row:
    """To whom."""
    victims = claim.victims
    return {
        **span_columns("victims", victims.span if victims else None),
        "victim_group": victims.group if victims else None,
        "victim_attributes": list(victims.attributes) if victims else [],
        "named_victims": [named.model_dump() for named in victims.named] if victims else [],
    }


def agent_columns(claim: Claim) -> Row:
    """Who is said to have done it."""
    return {
        **span_columns("agent", claim.agent),
        "agent_group": claim.agent.group if claim.agent else None,
        "agent_side": claim.agent.side if claim.agent else None,
    }


def attribution_columns(claim: Claim) -> Row:
    """Who says so."""
    said = claim.attribution
    name = said.speaker or (said.source.text if said.source else None)
    return {
        **span_columns("source", said.source),
        **span_columns("cue", said.cue),
        "speaker_id": speaker_id(name) if name else None,
        "speaker": name,
        "speaker_is_named": said.speaker_is_named if name else None,
        "speaker_kind": said.speaker_kind.value,
        "speaker_role": said.speaker_role,
        "speaker_body": said.speaker_body,
        "speaker_aliases": list(said.speaker_aliases),
        "speaker_country": said.speaker_country,
        "speaker_body_key": said.speaker_body_key,
        "stance": said.stance.value,
        "is_withdrawn": said.is_withdrawn,
        "hedge": said.hedge,
        "hops": list(said.hops),
        "reported_by": reported_by(claim),
        "quotation": said.quotation.value,
    }
