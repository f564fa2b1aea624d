"""Write what counts today to a file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from warehouse.atomic_files import draft_beside
from warehouse.exports.annotations import write_annotations
from warehouse.exports.contracts import write_contracts
from warehouse.exports.formats import ExportFormat
from warehouse.exports.linked_data import write_linked
from warehouse.exports.maps import write_geojson
from warehouse.exports.tables import (
    write_acled,
    write_claims,
    write_hxl,
    write_parquet,
    write_ucdp,
)
from warehouse.exports.workbook import write_workbook
from warehouse.read_models.reader import Reader, reading


@dataclass(frozen=True, slots=True)
class Form:
    """How a format is written, and how its files are called."""

    write: Callable[[Reader, Path], int]
    file: str
    rows: str


FORMS = {
    ExportFormat.PARQUET: Form(write_parquet, "claims.parquet", "claims"),
    ExportFormat.CSV: Form(write_claims, "claims.csv", "claims"),
    ExportFormat.EXCEL: Form(write_workbook, "tollcheck.xlsx", "claims"),
    ExportFormat.JSONL: Form(write_contracts, "claims.jsonl", "claims"),
    ExportFormat.JSONLD: Form(write_linked, "claims.jsonld", "claims"),
    ExportFormat.ANNOTATIONS: Form(write_annotations, "annotations.jsonld", "annotations"),
    ExportFormat.HXL: Form(write_hxl, "events.hxl.csv", "events and victim groups"),
    ExportFormat.UCDP: Form(write_ucdp, "events.ucdp.csv", "events and victim groups"),
    ExportFormat.ACLED: Form(write_acled, "events.acled.csv", "events and victim groups"),
    ExportFormat.GEOJSON: Form(write_geojson, "events.geojson", "events"),
}


def export(database: Path, form: ExportFormat, output: Path) -> int:
    """Write what counts in the warehouse today to a file, which appears when it is whole.

    Args:
        database: The warehouse.
        form: The format.
        output: The file; one that is there is replaced.

    Returns:
        How many claims or events the file holds.

    Raises:
        WarehouseError: The warehouse cannot be read, or does not fit into the format.
    """
    with reading(database) as reader, whole(output) as draft:
        return FORMS[form].write(reader, draft)


@contextmanager
def whole(output: Path) -> Iterator[Path]:
    """A file beside the output that takes its name in the end."""
    draft = draft_beside(output)
    try:
        yield draft
        draft.replace(output)
    finally:
        draft.unlink(missing_ok=True)
