"""Columns of the tables in which a batch is handed to DuckDB."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

Row = dict[str, Any]
TEXT, NUMBER, TEXTS, NUMBERS = "string", "int64", "list<string>", "list<int64>"
SIGNATURE = "list<uint32>"

PAGE = {
    "page_id": TEXT,
    "address": TEXT,
    "media_type": TEXT,
    "encoding": TEXT,
    "size": NUMBER,
    "fetched": "timestamp",
    "content": TEXT,
}
DOCUMENT = {
    "document_id": TEXT,
    "text": TEXT,
    "title": TEXT,
    "byline": TEXT,
    "agency": TEXT,
    "outlet": TEXT,
    "published": "timestamp",
    "published_precision": TEXT,
    "fetched": "timestamp",
    "url": TEXT,
    "page_id": TEXT,
    "page_start": NUMBER,
    "language": TEXT,
    "content_hash": TEXT,
    "particulars_hash": TEXT,
    "signature": SIGNATURE,
    "bands": NUMBERS,
}
EXTRACTION = {"document_id": TEXT, "extractor": TEXT, "claims": NUMBER, "rejections": NUMBER}
CLAIM = {
    "claim_id": TEXT,
    "document_id": TEXT,
    "harm": TEXT,
    "quantity_text": TEXT,
    "quantity_start": NUMBER,
    "quantity_end": NUMBER,
    "value": NUMBER,
    "value_to": NUMBER,
    "modifier": TEXT,
    "basis": TEXT,
    "figure_id": TEXT,
    "figure_display": TEXT,
    "figure_word": TEXT,
    "victims_text": TEXT,
    "victims_start": NUMBER,
    "victims_end": NUMBER,
    "victim_group": TEXT,
    "victim_attributes": TEXTS,
    "named_victims": "named_victims",
    "agent_text": TEXT,
    "agent_start": NUMBER,
    "agent_end": NUMBER,
    "agent_group": TEXT,
    "speaker_id": TEXT,
    "speaker": TEXT,
    "speaker_is_named": "bool",
    "speaker_kind": TEXT,
    "speaker_role": TEXT,
    "speaker_body": TEXT,
    "speaker_aliases": TEXTS,
    "speaker_country": TEXT,
    "source_text": TEXT,
    "source_start": NUMBER,
    "source_end": NUMBER,
    "cue_text": TEXT,
    "cue_start": NUMBER,
    "cue_end": NUMBER,
    "stance": TEXT,
    "is_withdrawn": "bool",
    "hedge": TEXT,
    "hops": TEXTS,
    "reported_by": TEXT,
    "quotation": TEXT,
    "evidence_text": TEXT,
    "evidence_start": NUMBER,
    "evidence_end": NUMBER,
    "scope": TEXT,
    "part_of": TEXT,
    "repeats": TEXT,
    "adds_to": TEXT,
    "event_when": TEXT,
    "event_date_from": "date32",
    "event_date_to": "date32",
    "event_date_basis": TEXT,
    "event_where": TEXT,
    "event_place": "places",
    "confidence": "double",
    "rule": TEXT,
    "extractor": TEXT,
    "content_hash": TEXT,
}
REJECTION = {
    "rejection_id": TEXT,
    "stage": TEXT,
    "input": TEXT,
    "document_id": TEXT,
    "reason": TEXT,
    "message": TEXT,
    "excerpt": TEXT,
    "rejected_at": "timestamp",
}
RUN = {
    "run_id": TEXT,
    "command": TEXT,
    "inputs": TEXTS,
    "extractor": TEXT,
    "started": "timestamp",
    "finished": "timestamp",
    "status": TEXT,
}
LINK = {
    "claim_id": TEXT,
    "event_id": TEXT,
    "score": "double",
    "evidence": "evidence",
}
EVENT = {
    "event_id": TEXT,
    "label": TEXT,
    "place": TEXT,
    "date_from": "date32",
    "date_to": "date32",
    "founded_by": TEXT,
}
ORIGIN = {
    "document_id": TEXT,
    "cluster_id": TEXT,
    "originator": TEXT,
    "signature": SIGNATURE,
}
BAND = {"band": NUMBER, "document_id": TEXT}
LINEAGE = {"lineage_id": TEXT}
REVIEW = {
    "claim_id": TEXT,
    "verdict_id": TEXT,
    "decision": TEXT,
    "reviewer": TEXT,
    "decided": "timestamp",
}
REVIEWED = CLAIM | {"verdict_id": TEXT, "document_version": NUMBER, "published": "timestamp"}
VERDICT = {
    "verdict_id": TEXT,
    "kind": TEXT,
    "reviewer": TEXT,
    "decided": "timestamp",
    "document_id": TEXT,
    "lineage_id": TEXT,
    "claim_id": TEXT,
    "harm": TEXT,
    "stance": TEXT,
    "quantity_text": TEXT,
    "quantity_start": NUMBER,
    "quantity_end": NUMBER,
    "source_start": NUMBER,
    "evidence_text": TEXT,
    "evidence_start": NUMBER,
    "corrected": TEXT,
    "fields": TEXTS,
    "event_id": TEXT,
    "into_event_id": TEXT,
    "claim_ids": TEXTS,
    "holder_id": TEXT,
    "into_holder_id": TEXT,
    "place": TEXT,
    "level": TEXT,
    "province": TEXT,
    "country": TEXT,
    "latitude": "double",
    "longitude": "double",
    "undoes": TEXT,
    "reason": TEXT,
    "note": TEXT,
}
MENTION = {"mention_id": TEXT, "document_id": TEXT, "mention": TEXT}
MENTION_KEY = {"key": TEXT, "mention_id": TEXT, "document_id": TEXT}
LINKED_AWAY = {"event_id": TEXT, "into_event_id": TEXT}
BOUNDS = {"policy": TEXT, "figure_id": TEXT, "low": NUMBER, "high": NUMBER}


def table(rows: Iterable[Row], columns: dict[str, str]) -> "pa.Table":
    """Lay out rows as an Arrow table."""
    import pyarrow as pa  # noqa: PLC0415 -- commands that load nothing should not load it

    types = {
        TEXT: pa.string(),
        NUMBER: pa.int64(),
        TEXTS: pa.list_(pa.string()),
        NUMBERS: pa.list_(pa.int64()),
        SIGNATURE: pa.list_(pa.uint32()),
        "timestamp": pa.timestamp("us"),
        "date32": pa.date32(),
        "double": pa.float64(),
        "bool": pa.bool_(),
        "evidence": pa.list_(
            pa.struct([("feature", pa.string()), ("detail", pa.string()), ("weight", pa.float64())])
        ),
        "named_victims": pa.list_(
            pa.struct([("name", pa.string()), ("age", pa.int64()), ("role", pa.string())])
        ),
        "places": pa.list_(
            pa.struct(
                [(name, pa.string()) for name in ("level", "name", "key")]
                + [(name, pa.float64()) for name in ("latitude", "longitude")]
            )
        ),
    }
    schema = pa.schema([(name, types[kind]) for name, kind in columns.items()])
    return pa.Table.from_pylist(list(rows), schema=schema)


def begin_loading(connection: "DuckDBPyConnection", run_id: str, learned: datetime) -> None:
    """Let the statements of a transaction know its run, and when what it brings was learned."""
    connection.execute(
        "create or replace temp table loading as "
        "select cast(? as varchar) as run_id, cast(? as timestamp) as learned",
        [run_id, learned],
    )


def insert_rows(
    connection: "DuckDBPyConnection", name: str, rows: Iterable[Row], columns: dict[str, str]
) -> None:
    """Insert rows into a table of the warehouse in one statement."""
    connection.register("inserting", table(rows, columns))
    connection.execute(f"insert into {name} by name select * from inserting")  # noqa: S608 -- ours
    connection.unregister("inserting")
