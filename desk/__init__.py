"""What fact-checkers see and do: the report and the review app."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from desk.desk_error import DeskError

if TYPE_CHECKING:
    from desk.gate import Gate, may_publish
    from desk.gold import Gold, export_gold
    from desk.page_partitions import Workers
    from desk.report import write_report
    from desk.review.serve import serve
    from desk.review.text_readers import TextReaders

HOMES = {
    "TextReaders": "desk.review.text_readers",
    "Workers": "desk.page_partitions",
    "Gate": "desk.gate",
    "Gold": "desk.gold",
    "export_gold": "desk.gold",
    "may_publish": "desk.gate",
    "serve": "desk.review.serve",
    "write_report": "desk.report",
}

__all__ = [
    "DeskError",
    "Gate",
    "Gold",
    "TextReaders",
    "Workers",
    "export_gold",
    "may_publish",
    "serve",
    "write_report",
]


def __getattr__(name: str) -> Any:
    """Find an entry function where it lives, so that importing the room loads no library."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)
