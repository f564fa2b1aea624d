"""The contracts between the rooms: frozen pydantic models, without input or output of their own."""

from schemas.attribution import Attribution
from schemas.claim import Claim, EventMention, Victims
from schemas.document import Document, Page
from schemas.extraction import Extraction
from schemas.quantity import Quantity
from schemas.rejection import Rejection
from schemas.run import Run
from schemas.span import Span, SpanError
from schemas.terms import (
    Basis,
    DatePrecision,
    Harm,
    Modifier,
    Quotation,
    RunStatus,
    Scope,
    SpeakerKind,
    Stage,
    Stance,
)

__all__ = [
    "Attribution",
    "Basis",
    "Claim",
    "DatePrecision",
    "Document",
    "EventMention",
    "Extraction",
    "Harm",
    "Modifier",
    "Page",
    "Quantity",
    "Quotation",
    "Rejection",
    "Run",
    "RunStatus",
    "Scope",
    "Span",
    "SpanError",
    "SpeakerKind",
    "Stage",
    "Stance",
    "Victims",
]
