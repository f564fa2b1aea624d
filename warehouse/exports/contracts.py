"""Claims in the form of their contract, one a line."""

from pathlib import Path

from warehouse.read_models.claim_contracts import claim_of
from warehouse.read_models.reader import Reader


def write_contracts(reader: Reader, path: Path) -> int:
    """Write the claims as JSON lines, as `tollcheck extract` does."""
    count = 0
    order = "document_id, quantity_start, claim_id"
    with path.open("w", encoding="utf-8") as stream:
        for row in reader.claims("standing <> 'rejected'", order):
            stream.write(claim_of(row).model_dump_json() + "\n")
            count += 1
    return count
