"""Give the speakers of stale documents their holders, inside the transaction."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from warehouse.columns import TEXT, table
from warehouse.holders.models import Assigned, Holder
from warehouse.holders.registry import Registry, resolve
from warehouse.holders.speaker_keys import Speaker, keys_of
from warehouse.holders.within_text import unite_within
from warehouse.sqlfiles import execute_file, statement

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ASSIGNED = {
    "document_id": TEXT,
    "speaker_id": TEXT,
    "holder_id": TEXT,
    "holder": TEXT,
    "is_named": "bool",
    "is_shared": "bool",
}
HOLDER = {"holder_id": TEXT, "name": TEXT, "kind": TEXT, "country": TEXT, "merged_into": TEXT}
ALIAS = {"alias_key": TEXT, "holder_id": TEXT, "alias": TEXT, "origin": TEXT}
LISTS_AT = [
    at for at, field in enumerate(fields(Speaker)) if field.name in {"aliases", "quoted_by"}
]
ALIASES = """
select holder_aliases.alias_key, holders.holder_id, holder_aliases.origin
from holder_aliases
inner join holders on holders.holder_id = holder_aliases.holder_id
where holder_aliases.alias_key in (select unnest(?))
"""
HOLDERS = """
with recursive found as (
    select holder_id, name, kind, country, merged_into
    from holders
    where holder_id in (select unnest(?))
    union
    select holders.holder_id, holders.name, holders.kind, holders.country, holders.merged_into
    from holders
    inner join found on found.merged_into = holders.holder_id
)
select holder_id, name, kind, country, merged_into from found
"""
KEEP = """
insert into holders by name
select kept.*, loading.learned from kept_holders as kept cross join loading
on conflict do update set merged_into = excluded.merged_into;
insert into holder_aliases by name
select kept.*, loading.learned from kept_aliases as kept cross join loading
on conflict do nothing
"""
MERGED = """
insert into stale
select distinct document_id
from facts
where superseded is null
    and holder_id in (select unnest(?))
    and document_id not in (select document_id from stale)
"""


def documents_of_holder(connection: "DuckDBPyConnection", holder_id: str | None) -> list[str]:
    """The documents in which a holder has a claim."""
    query = "select distinct document_id from facts where superseded is null and holder_id = ?"
    return [row[0] for row in connection.execute(query, [holder_id]).fetchall()]


def assign_holders(connection: "DuckDBPyConnection") -> None:
    """Make `stale_holders`: one row a speaker of a stale document, with its holder.

    Where two holders prove to be one, the documents of the one that is given up become stale.
    """
    merged = assign(connection)
    if merged:
        connection.execute(MERGED, [merged])
        assign(connection)


def assign(connection: "DuckDBPyConnection") -> list[str]:
    """Assign once.

    Returns:
        The holders that were merged into others.
    """
    rows = connection.execute(statement("holders/sql/stale_speakers")).fetchall()
    speakers = [speaker_of(row) for row in rows]
    registry = read_registry(connection, speakers)
    before = {name for name, holder in registry.holders.items() if holder.merged_into}
    assigned = unite_within(list(zip(speakers, resolve(speakers, registry), strict=True)))
    write(connection, registry, assigned)
    return sorted(
        name
        for name, holder in registry.holders.items()
        if holder.merged_into and name not in before
    )


def speaker_of(row: Sequence[Any]) -> Speaker:
    """A speaker as read; columns in the order of its attributes."""
    told = list(row)
    for at in LISTS_AT:
        told[at] = tuple(sorted(set(told[at])))
    return Speaker(*told)


def read_registry(connection: "DuckDBPyConnection", speakers: Sequence[Speaker]) -> Registry:
    """What is known of the names that some speakers bear."""
    keys = sorted({key for speaker in speakers for key in keys_of(speaker)})
    registry = Registry()
    found = connection.execute(ALIASES, [keys]).fetchall()
    for key, holder_id, origin in found:
        registry.aliases[key].add(holder_id)
        if origin == "file":
            registry.decided[key] = holder_id
    names = sorted({holder_id for _, holder_id, _ in found})
    for row in connection.execute(HOLDERS, [names]).fetchall():
        registry.holders[row[0]] = Holder(*row)
    return registry


def write(
    connection: "DuckDBPyConnection", registry: Registry, assigned: Sequence[Assigned]
) -> None:
    """Keep what is new in the registry, and hand on the assignments."""
    holders = [asdict(registry.holders[name]) for name in sorted(registry.new_holders)]
    connection.register("kept_holders", table(holders, HOLDER))
    connection.register("kept_aliases", table(map(asdict, registry.new_aliases), ALIAS))
    connection.register("assigned", table(map(asdict, assigned), ASSIGNED))
    connection.execute(KEEP)
    execute_file(connection, "holders/sql/stale_holders")
    for name in ("kept_holders", "kept_aliases", "assigned"):
        connection.unregister(name)
