"""Bytes to documents: text pages, HTML, feeds, JSON lines and CSV."""

from intake.documents import extract_documents
from intake.errors import IntakeError, TerminalError, TransientError
from intake.limits import Limits
from intake.pages import read_pages

__all__ = [
    "IntakeError",
    "Limits",
    "TerminalError",
    "TransientError",
    "extract_documents",
    "read_pages",
]
