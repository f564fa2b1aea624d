"""Claims as Web Annotations: each figure selected by its words and by its place."""

from pathlib import Path

from warehouse.exports.jsonfiles import Node, urn, without_nulls, write_collection, written
from warehouse.exports.linked_data import told
from warehouse.exports.read_table import read_table
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.reader import Reader

HEAD = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:tollcheck:annotations",
    "type": "AnnotationPage",
}


def write_annotations(reader: Reader, path: Path) -> int:
    """Write the claims as one page of annotations."""
    rows = reader.claims("standing <> 'rejected'", "document_id, quantity_start, claim_id")
    quotations = read_table(reader, "quotations").records()
    items = (annotation(row, around) for row, around in zip(rows, quotations, strict=True))
    return write_collection(path, HEAD, "items", items)


def annotation(row: MarkedClaim, around: Node) -> Node:
    """One claim; offsets count characters of the document's text as the warehouse keeps it."""
    by = row.speaker or row.outlet or "the article"
    return without_nulls(
        {
            "id": urn("claim", row.claim_id),
            "type": "Annotation",
            "motivation": "describing",
            "creator": creator(row),
            "created": written(row.decided or row.learned),
            "body": [
                {
                    "type": "TextualBody",
                    "value": f"{told(row)}, by {by}",
                    "format": "text/plain",
                    "language": "en",
                    "purpose": "describing",
                },
                {"type": "TextualBody", "value": row.harm, "purpose": "tagging"},
                {"type": "TextualBody", "value": row.stance, "purpose": "tagging"},
            ],
            "target": {
                "source": source(row, around["language"]),
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": row.quantity_text,
                        "prefix": around["prefix"],
                        "suffix": around["suffix"],
                    },
                    {
                        "type": "TextPositionSelector",
                        "start": row.quantity_start,
                        "end": row.quantity_end,
                    },
                ],
            },
        }
    )


def creator(row: MarkedClaim) -> Node:
    """Who found the claim."""
    if row.reviewer and row.standing == "reviewed":
        return {"type": "Person", "name": row.reviewer}
    return {"type": "Software", "name": f"tollcheck {row.extractor}"}


def source(row: MarkedClaim, language: str) -> Node:
    """The text to which the offsets refer, and the page that it was taken from."""
    return without_nulls(
        {
            "id": urn("document", row.document_id),
            "type": "Text",
            "format": "text/plain",
            "language": language,
            "via": row.url,
        }
    )
