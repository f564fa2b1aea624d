"""Bytes to documents: text pages, HTML, feeds, JSON lines and CSV."""

from intake.documents import extract_documents
from intake.limits import Limits
from intake.pages import read_pages
from intake.rejections import IntakeError, TerminalError, TransientError

__all__ = [
    "IntakeError",
    "Limits",
    "TerminalError",
    "TransientError",
    "extract_documents",
    "read_pages",
]
