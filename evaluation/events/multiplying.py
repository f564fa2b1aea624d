"""Make a large warehouse of a small one: its rows again, under other names."""

from pathlib import Path

from warehouse import open_warehouse

NAMES = {
    "documents": ("document_id", "lineage_id"),
    "appearances": ("document_id", "place"),
    "extractions": ("document_id",),
    "claims": ("claim_id", "document_id", "part_of", "repeats"),
    "document_origins": ("document_id", "cluster_id"),
    "signature_bands": ("document_id",),
    "events": ("event_id", "label"),
    "event_claims": ("claim_id", "event_id"),
    "mentions": ("mention_id", "document_id"),
    "mention_keys": ("key", "mention_id", "document_id"),
    "facts": ("claim_id", "document_id", "event_id"),
    "comparisons": ("event_id",),
    "held_tolls": ("event_id",),
}
"""What names the rows of each table that grows with the texts loaded; speakers stay the same."""


def multiply(path: Path, times: int) -> None:
    """Let everything that was loaded stand in the warehouse so many times."""
    with open_warehouse(path) as connection:
        for table, columns in NAMES.items():
            connection.execute(f"create or replace temp table once as from {table}")
            for copy in range(1, times):
                renamed = [f"{column} || '-{copy}' as {column}" for column in columns]
                if table == "signature_bands":
                    renamed.append(f"band + {copy} as band")
                connection.execute(
                    f"insert into {table} by name "  # noqa: S608 -- our names
                    f"select * replace ({', '.join(renamed)}) from once"
                )
        connection.execute("drop table once")
