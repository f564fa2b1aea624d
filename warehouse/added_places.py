"""Places that people added, for the statements that read where claims put their events."""

from typing import TYPE_CHECKING

from warehouse.sqlfiles import statement

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TOLD_AT = """
select distinct document_id from claims
where superseded is null and strip_accents(lower(event_place[1]."name")) = strip_accents(lower(?))
"""


PUT_ON_MAP = """
create or replace temp macro put_on_map(path, north, east) as
case
    when north is null or path[1].latitude is not null then path
    else list_prepend(
        struct_pack(
            "level" := path[1]."level", "name" := path[1]."name", "key" := path[1]."key",
            latitude := north, longitude := east
        ),
        path[2:]
    )
end
"""
"""The path of a place with the coordinates that people gave, where it has none."""


def seek_added_places(connection: "DuckDBPyConnection") -> None:
    """Make `added_places`, one row a place by its name, and the macro that puts paths there."""
    connection.execute(PUT_ON_MAP)
    added = statement("read_models/added_places")
    connection.execute(f"create or replace temp table added_places as {added}")


def documents_at(connection: "DuckDBPyConnection", place: str | None) -> list[str]:
    """The documents that put an event at a place of this name."""
    return [row[0] for row in connection.execute(TOLD_AT, [place]).fetchall()]
