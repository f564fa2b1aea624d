"""A text with all its claims in the margin, decided on one after the other while one reads."""

from fastapi import Response

from desk.marks import Mark, marked, marks_of
from desk.review.call import Call
from desk.review.claim_form import WINDOW, read_document
from desk.review.error_pages import NotFoundError
from desk.review.part_words import CLAIM_PARTS
from desk.review.reasons import REASONS
from desk.stored_copies import shown
from schemas import Harm
from warehouse.read_models.document_rows import DocumentLine
from warehouse.read_models.event_rows import EventRow

MOST_TEXTS = 500


def list_texts(call: Call) -> Response:
    """All texts, also those without a claim, so that misses are found."""
    with call.store.reading() as reader:
        order = f"claims = 0, published desc nulls last, document_id limit {MOST_TEXTS}"
        texts = list(reader.rows(DocumentLine, order=order))
    return call.page("texts.html", texts=texts)


def show_copy(call: Call) -> Response:
    """A page as it was read.

    Raises:
        NotFoundError: There is no such page.
    """
    with call.store.reading() as reader:
        page = reader.stored_page(call.path("page_id"))
    if page is None:
        raise NotFoundError("This page is not stored.")
    return call.page("copy.html", kept=page, shown=shown(page))


def show_text(call: Call) -> Response:
    """One text with its claims."""
    with call.store.reading() as reader:
        document = read_document(reader, call.path("document_id"))
        where = "document_id = ? and standing <> 'rejected'"
        claims = list(reader.claims(where, "quantity_start, claim_id", document.document_id))
        events = {claim.event_id for claim in claims if claim.event_id}
        labels = {
            event.event_id: event.label
            for event in reader.rows(
                EventRow, "list_contains(?, event_id)", "event_id", sorted(events)
            )
        }
    marks: list[Mark] = []
    for number, claim in enumerate(claims, 1):
        marks += marks_of(claim, number)
    return call.page(
        "document.html",
        document=document,
        claims=claims,
        labels=labels,
        reasons=REASONS,
        claim_parts=CLAIM_PARTS,
        harms=list(Harm),
        waiting=[claim.claim_id for claim in claims if claim.standing == "machine"],
        body=marked(document.text, marks, 0, min(len(document.text), WINDOW)),
    )
