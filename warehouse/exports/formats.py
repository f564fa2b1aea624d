"""The formats of the exports, named without loading what writes them."""

from enum import StrEnum


class ExportFormat(StrEnum):
    """In what form the warehouse is exported."""

    PARQUET = "parquet"
    CSV = "csv"
    EXCEL = "excel"
    JSONL = "jsonl"
    JSONLD = "jsonld"
    ANNOTATIONS = "annotations"
    HXL = "hxl"
    UCDP = "ucdp"
    ACLED = "acled"
    GEOJSON = "geojson"
