"""The contracts between the rooms: frozen pydantic models, without input or output of their own."""

from schemas.attribution import Attribution
from schemas.batch import Batch
from schemas.claim import Claim
from schemas.document import Document, Page
from schemas.event import EventMention, Place
from schemas.extraction import Extraction
from schemas.location import Location, LocationLevel
from schemas.quantity import Quantity
from schemas.rejection import Rejection
from schemas.run import Run
from schemas.span import Span, SpanError
from schemas.terms import (
    AgentSide,
    Basis,
    DateBasis,
    DatePrecision,
    Harm,
    Modifier,
    PlaceLevel,
    Quotation,
    RunStatus,
    Scope,
    SpeakerKind,
    Stage,
    Stance,
    VagueNumber,
    VictimAttribute,
)
from schemas.victims import Agent, NamedVictim, Victims

__all__ = [
    "Agent",
    "AgentSide",
    "Attribution",
    "Basis",
    "Batch",
    "Claim",
    "DateBasis",
    "DatePrecision",
    "Document",
    "EventMention",
    "Extraction",
    "Harm",
    "Location",
    "LocationLevel",
    "Modifier",
    "NamedVictim",
    "Page",
    "Place",
    "PlaceLevel",
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
    "VagueNumber",
    "VictimAttribute",
    "Victims",
]
