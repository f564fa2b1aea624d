"""From pages to checked claims, a batch at a time; what fails becomes a rejection."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from schemas import Batch, Claim, Document, Extraction, Page, Rejection, Stage
from schemas.base import fingerprint
from schemas.rejection import EXCERPT_LENGTH


def extract_batch(items: Sequence[Page | Rejection]) -> Batch:
    """Split pages into documents, extract the claims of these, and check every claim.

    What fails on the way becomes a rejection of the batch, and costs the rest nothing.
    """
    pages = tuple(item for item in items if isinstance(item, Page))
    addresses = {page.page_id: page.address for page in pages}
    documents: list[Document] = []
    rejections = [item for item in items if isinstance(item, Rejection)]
    for page in pages:
        found, refused = split(page)
        documents += found
        rejections += refused
    extracted = zip(documents, extract(documents, addresses), strict=True)
    return Batch(
        pages=pages,
        documents=tuple(documents),
        extractions=tuple(check(*pair, addresses) for pair in extracted),
        rejections=tuple(rejections),
    )


def split(page: Page) -> tuple[Sequence[Document], Sequence[Rejection]]:
    """Take the documents out of a page; a page on which that fails is rejected."""
    import intake  # noqa: PLC0415 -- brings the HTML reader, which queries do without

    try:
        return intake.extract_documents(page)
    except Exception as error:
        message = f"the page could not be split into documents: {error!r}"
        return (), (reject_page(page, "intake_failed", message),)


def extract(documents: Sequence[Document], addresses: Mapping[str, str]) -> list[Extraction]:
    """Extract the claims of documents.

    A document on which the extractor fails is rejected, and costs the others nothing.

    Args:
        documents: The batch.
        addresses: Where the pages came from, by page_id, for the messages.

    Raises:
        OSError: The machine could not read or write, which no document is to blame for.
    """
    import extractors  # noqa: PLC0415 -- brings spaCy, which only extraction needs

    try:
        return list(extractors.extract_batch(documents))
    except OSError:
        raise
    except Exception as error:
        if len(documents) == 1:
            return [give_up(documents[0], f"the extractor failed: {error!r}", addresses)]
        return [extract([document], addresses)[0] for document in documents]


def check(document: Document, extraction: Extraction, addresses: Mapping[str, str]) -> Extraction:
    """Keep the claims whose spans quote the document; reject the others."""
    kept: list[Claim] = []
    rejections = list(extraction.rejections)
    for claim in extraction.claims:
        try:
            claim.prove(document)
        except ValueError as error:
            refused = reject(document, Stage.VALIDATE, "span_mismatch", str(error), addresses)
            rejections.append(refused)
        else:
            kept.append(claim)
    return extraction.model_copy(update={"claims": tuple(kept), "rejections": tuple(rejections)})


def give_up(document: Document, message: str, addresses: Mapping[str, str]) -> Extraction:
    """Reject a whole document."""
    rejection = reject(document, Stage.EXTRACT, "extractor_failed", message, addresses)
    return Extraction(document_id=document.document_id, rejections=(rejection,))


def reject(
    document: Document, stage: Stage, reason: str, message: str, addresses: Mapping[str, str]
) -> Rejection:
    """Say what could not be taken from a document."""
    source = document.url or addresses.get(document.page_id or "") or document.document_id
    return Rejection(
        rejection_id=fingerprint(stage, source, document.document_id, reason, message),
        stage=stage,
        input=source,
        document_id=document.document_id,
        reason=reason,
        message=message,
        excerpt=document.text[:EXCERPT_LENGTH],
        rejected_at=datetime.now(UTC),
    )


def reject_page(page: Page, reason: str, message: str) -> Rejection:
    """Say why a whole page could not be taken."""
    return Rejection(
        rejection_id=fingerprint(Stage.INTAKE, page.address, None, reason, message),
        stage=Stage.INTAKE,
        input=page.address,
        reason=reason,
        message=message,
        excerpt=page.content[:EXCERPT_LENGTH],
        rejected_at=datetime.now(UTC),
    )
