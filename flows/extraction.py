"""From documents to checked claims, a batch at a time; what fails becomes a rejection."""

from collections.abc import Sequence
from datetime import UTC, datetime

from schemas import Claim, Document, Extraction, Rejection, Stage
from schemas.base import fingerprint


def extract(documents: Sequence[Document]) -> list[Extraction]:
    """Extract the claims of a batch and prove their spans.

    A document on which the extractor fails is rejected, and costs the others nothing.
    """
    import extractors  # noqa: PLC0415 -- brings spaCy, which only extraction needs

    try:
        extractions = extractors.extract_batch(documents)
    except Exception as error:
        if len(documents) == 1:
            return [give_up(documents[0], "extractor_failed", f"the extractor failed: {error!r}")]
        return [extract([document])[0] for document in documents]
    return [prove(*pair) for pair in zip(documents, extractions, strict=True)]


def prove(document: Document, extraction: Extraction) -> Extraction:
    """Keep the claims whose spans quote the document; reject the others."""
    kept: list[Claim] = []
    rejections = list(extraction.rejections)
    for claim in extraction.claims:
        try:
            claim.prove(document)
        except ValueError as error:
            rejections.append(reject(document, Stage.VALIDATE, "span_mismatch", str(error)))
        else:
            kept.append(claim)
    return extraction.model_copy(update={"claims": tuple(kept), "rejections": tuple(rejections)})


def give_up(document: Document, reason: str, message: str) -> Extraction:
    """Reject a whole document."""
    rejection = reject(document, Stage.EXTRACT, reason, message)
    return Extraction(document_id=document.document_id, rejections=(rejection,))


def reject(document: Document, stage: Stage, reason: str, message: str) -> Rejection:
    """Say what could not be taken from a document."""
    source = document.url or document.page_id or document.document_id
    return Rejection(
        rejection_id=fingerprint(stage, source, document.document_id, reason, message),
        stage=stage,
        input=source,
        document_id=document.document_id,
        reason=reason,
        message=message,
        excerpt=document.text[:500],
        rejected_at=datetime.now(UTC),
    )
