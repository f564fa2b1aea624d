"""Flat tables: Parquet, and CSV for several readers."""

import csv
from collections.abc import Mapping
from pathlib import Path

from warehouse.exports.cells import harmless
from warehouse.exports.read_table import query, read_table
from warehouse.read_models.reader import Reader

TAGS: Mapping[str, str] = {
    "event_id": "#event+code",
    "event": "#event+name",
    "date_from": "#date+start",
    "date_to": "#date+end",
    "place": "#loc+name",
    "province": "#adm1+name",
    "country": "#country+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "victim_group": "#group+victims+name",
    "killed_low": "#affected+killed+min",
    "killed_high": "#affected+killed+max",
    "wounded_low": "#affected+injured+min",
    "wounded_high": "#affected+injured+max",
    "detained_low": "#affected+detained+min",
    "detained_high": "#affected+detained+max",
    "missing_low": "#affected+missing+min",
    "missing_high": "#affected+missing+max",
    "casualties_low": "#affected+casualties+min",
    "casualties_high": "#affected+casualties+max",
    "status": "#status+figures",
    "originators": "#meta+sources+num",
    "policy": "#meta+policy",
}
"""Hashtags of the Humanitarian Exchange Language for the columns of the query `hxl`."""


def write_parquet(reader: Reader, path: Path) -> int:
    """Write the claims as Parquet."""
    reader.connection.sql(query("claims")).write_parquet(str(path), compression="zstd")
    return reader.count("marked_claims", "standing <> 'rejected'")


def write_claims(reader: Reader, path: Path) -> int:
    """Write the claims as CSV."""
    return write_csv(reader, path, "claims")


def write_ucdp(reader: Reader, path: Path) -> int:
    """Write events with figures of the killed in the manner of UCDP's event dataset."""
    return write_csv(reader, path, "ucdp")


def write_acled(reader: Reader, path: Path) -> int:
    """Write events in the manner of ACLED's dataset."""
    return write_csv(reader, path, "acled")


def write_hxl(reader: Reader, path: Path) -> int:
    """Write events with low and high figures as CSV with hashtags."""
    return write_csv(reader, path, "hxl", TAGS)


def write_csv(reader: Reader, path: Path, name: str, tags: Mapping[str, str] | None = None) -> int:
    """Write the rows of a query.

    Args:
        reader: The warehouse.
        path: The file.
        name: The query.
        tags: What stands below each column's name.

    Returns:
        How many rows there are.
    """
    table, count = read_table(reader, name), 0
    # Spreadsheets take a file without this mark for one in the machine's own encoding.
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(table.columns)
        if tags:
            writer.writerow([tags[column] for column in table.columns])
        for row in table.rows:
            writer.writerow([harmless(cell) for cell in row])
            count += 1
    return count
