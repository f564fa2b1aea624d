"""The form of a claim beside its text, as all pages that tell or correct one show it."""

from collections.abc import Iterable, Mapping

from desk.marks import Mark, marked
from desk.review.changes import told
from desk.review.error_pages import NotFoundError
from desk.review.forms import RELATIONS
from desk.review.related_claims import related_choices
from schemas import Harm, Modifier, Scope, SpeakerKind, Stance
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.document_rows import DocumentRow
from warehouse.read_models.reader import Reader

CHOICES = {
    "harm": list(Harm),
    "modifier": list(Modifier),
    "stance": list(Stance),
    "scope": list(Scope),
    "speaker_kind": list(SpeakerKind),
}
SPANS = ("quantity", "source", "cue", "victims")
WINDOW = 60_000


def claim_form(
    document: DocumentRow,
    marks: Iterable[Mark],
    others: Iterable[MarkedClaim],
    values: Mapping[str, str],
    problem: str,
    claim: MarkedClaim | None = None,
) -> dict[str, object]:
    """What the templates of such pages are filled with.

    Args:
        document: The text.
        marks: What is marked in it.
        others: The claims of the text, to which this one can relate.
        values: What the fields hold.
        problem: Why what was filled in was refused; empty where nothing was.
        claim: The claim; null for one that is told only now.
    """
    start, end = window(document, claim.quantity_start if claim else 0)
    return {
        "claim": claim,
        "document": document,
        "body": marked(document.text, list(marks), start, end),
        "base": start,
        "values": values,
        "problem": problem,
        "choices": CHOICES,
        "told": told,
        "related": related_choices(others, claim.claim_id if claim else None),
        "relations": RELATIONS,
    }


def read_document(reader: Reader, document_id: str) -> DocumentRow:
    """Read a document.

    Raises:
        NotFoundError: There is no such document now.
    """
    found = next(reader.rows(DocumentRow, "document_id = ?", "1", document_id), None)
    if found is None:
        raise NotFoundError("This document is not there, or no longer.")
    return found


def window(document: DocumentRow, around: int) -> tuple[int, int]:
    """The part of a very long text that is shown."""
    start = max(around - WINDOW // 2, 0) if len(document.text) > WINDOW else 0
    return start, min(start + WINDOW, len(document.text))
