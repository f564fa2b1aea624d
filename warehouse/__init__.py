"""The DuckDB warehouse: migrations, loads, views, quality checks and exports."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from warehouse.errors import (
    LoadError,
    NotAWarehouseError,
    QueryError,
    VerdictConflictError,
    WarehouseError,
    WarehouseFailedError,
    WarehouseLockedError,
    WarehouseMissingError,
    WarehouseNewerError,
    WarehouseOlderError,
)

if TYPE_CHECKING:
    from warehouse.arrow import BatchTables, batch_tables
    from warehouse.connect import migrate, open_warehouse
    from warehouse.load import LoadReport, load_batch, load_tables
    from warehouse.query import Answer, run_sql
    from warehouse.verdicts.blind import BlindReading, record_blind_reading
    from warehouse.verdicts.record import record_verdict, record_verdicts
    from warehouse.verdicts.verdict import DecidedLocation, Grade, Verdict, VerdictKind

HOMES = {
    "Answer": "warehouse.query",
    "run_sql": "warehouse.query",
    "BlindReading": "warehouse.verdicts.blind",
    "record_blind_reading": "warehouse.verdicts.blind",
    "Grade": "warehouse.verdicts.verdict",
    "DecidedLocation": "warehouse.verdicts.verdict",
    "Verdict": "warehouse.verdicts.verdict",
    "VerdictKind": "warehouse.verdicts.verdict",
    "record_verdict": "warehouse.verdicts.record",
    "record_verdicts": "warehouse.verdicts.record",
    "BatchTables": "warehouse.arrow",
    "LoadReport": "warehouse.load",
    "batch_tables": "warehouse.arrow",
    "load_batch": "warehouse.load",
    "load_tables": "warehouse.load",
    "migrate": "warehouse.connect",
    "open_warehouse": "warehouse.connect",
}

__all__ = [
    "Answer",
    "BatchTables",
    "BlindReading",
    "DecidedLocation",
    "Grade",
    "LoadError",
    "LoadReport",
    "NotAWarehouseError",
    "QueryError",
    "Verdict",
    "VerdictConflictError",
    "VerdictKind",
    "WarehouseError",
    "WarehouseFailedError",
    "WarehouseLockedError",
    "WarehouseMissingError",
    "WarehouseNewerError",
    "WarehouseOlderError",
    "batch_tables",
    "load_batch",
    "load_tables",
    "migrate",
    "open_warehouse",
    "record_blind_reading",
    "record_verdict",
    "record_verdicts",
    "run_sql",
]


def __getattr__(name: str) -> Any:
    """Find an entry function where it lives, so that importing the room loads no library."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)
