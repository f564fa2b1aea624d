"""Link what a load has touched, inside the load's transaction."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from warehouse.columns import EVENT, EVENT_KEY, LINK, table
from warehouse.linking.keys import filed
from warehouse.linking.link import Link, Registry, link_document
from warehouse.linking.profile import Profile
from warehouse.linking.store import (
    read_candidates,
    read_earlier,
    read_mentions,
    read_pinned,
    rebuild,
)
from warehouse.sqlfiles import statement

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CHUNK = 5_000
TOUCHED = """
select touched.document_id
from touched
left join documents
    on documents.document_id = touched.document_id and documents.superseded is null
order by documents.published nulls last, touched.document_id
"""
CLAIMS_TO_LINK = """
create or replace temp table claims_to_link as
select claim_id from claims where document_id in (select unnest(?))
"""
WRITE_LINKS = """
update event_claims
set superseded = loading.learned
from loading
where event_claims.superseded is null
    and event_claims.origin = 'machine'
    and event_claims.claim_id in (select claim_id from claims_to_link)
    and not exists (
        from incoming_links as links
        where links.claim_id = event_claims.claim_id and links.event_id = event_claims.event_id
    );

insert into event_claims by name
select links.*, 'machine' as origin, loading.run_id, loading.learned
from incoming_links as links cross join loading
where links.claim_id not in (
    select claim_id from event_claims
    where claim_id in (select claim_id from claims_to_link) and superseded is null
);
"""
WRITE_EVENTS = """
insert into events by name
select incoming.* exclude (documents, profile), 'machine' as origin, loading.learned
from incoming_events as incoming cross join loading
on conflict (event_id) do update set
    label = excluded.label,
    place = excluded.place,
    date_from = excluded.date_from,
    date_to = excluded.date_to;

delete from event_profiles where event_id in (select event_id from incoming_events);

insert into event_profiles by name
select incoming.event_id, incoming.documents, incoming.profile, loading.learned
from incoming_events as incoming cross join loading;

insert into event_keys by name
select incoming.key, incoming.event_id
from incoming_keys as incoming
where (incoming.key, incoming.event_id) not in (
    select (key, event_id) from event_keys where key in (select key from incoming_keys)
);
"""


def link_touched(connection: "DuckDBPyConnection") -> None:
    """Link the claims of all documents that the load has touched."""
    touched = [row[0] for row in connection.execute(TOUCHED).fetchall()]
    if not touched:
        return
    connection.execute(statement("linking/sql/carry_pins"))
    earlier = read_earlier(connection, touched)
    vacant = forget(connection, sorted(set(earlier.values())), touched)
    for start in range(0, len(touched), CHUNK):
        link_chunk(connection, touched[start : start + CHUNK], earlier, vacant)


def link_documents(connection: "DuckDBPyConnection", documents: Sequence[str]) -> None:
    """Link the claims of some documents outside of a load, after a reviewer changed them."""
    connection.execute(
        "create or replace temp table touched as "
        "select unnest(cast(? as varchar[])) as document_id",
        [list(documents)],
    )
    link_touched(connection)


def forget(
    connection: "DuckDBPyConnection", events: Sequence[str], documents: Sequence[str]
) -> frozenset[str]:
    """Take what documents told before out of the profiles of their events.

    Returns:
        The events of which nothing is left.
    """
    if not events:
        return frozenset()
    profiles = rebuild(connection, events, without=documents)
    write_events(connection, profiles, {})
    return frozenset(profile.event_id for profile in profiles if not profile.documents)


def link_chunk(
    connection: "DuckDBPyConnection",
    documents: Sequence[str],
    earlier: dict[str, str],
    vacant: frozenset[str],
) -> None:
    """Link some documents, in their order."""
    pinned = read_pinned(connection, documents)
    mentions = read_mentions(connection, documents, without=pinned)
    registry = Registry(vacant=vacant)
    read_candidates(connection, registry, (m for group in mentions.values() for m in group))
    links: list[Link] = []
    for document in documents:
        links += link_document(registry, mentions.get(document, []), earlier)
    changed = [registry.profiles[event_id] for event_id in sorted(registry.changed)]
    write_events(connection, changed, registry.founded)
    write_links(connection, documents, links)
    if pinned:
        refresh(connection, set(pinned.values()))


def refresh(connection: "DuckDBPyConnection", events: Iterable[str]) -> None:
    """Sum profiles anew after a person decided what belongs to their events."""
    write_events(connection, rebuild(connection, sorted(set(events))), {})


def write_links(
    connection: "DuckDBPyConnection", documents: Sequence[str], links: Sequence[Link]
) -> None:
    """Replace the links of documents; a link that still holds stays as it is."""
    rows = [
        {
            "claim_id": link.claim_id,
            "event_id": link.event_id,
            "score": link.score,
            "evidence": [
                {"feature": reason.feature, "detail": reason.detail, "weight": reason.weight}
                for reason in link.reasons
            ],
        }
        for link in links
    ]
    connection.register("incoming_links", table(rows, LINK))
    connection.execute(CLAIMS_TO_LINK, [list(documents)])
    connection.execute(WRITE_LINKS)
    connection.unregister("incoming_links")


def write_events(
    connection: "DuckDBPyConnection", profiles: Sequence[Profile], founded: dict[str, str]
) -> None:
    """Write what is known of events, and under which keys they are found."""
    rows = [
        {
            "event_id": profile.event_id,
            "label": profile.label,
            "place": profile.place,
            "date_from": profile.interval.first if profile.interval else None,
            "date_to": profile.interval.last if profile.interval else None,
            "founded_by": founded.get(profile.event_id, ""),
            "documents": profile.documents,
            "profile": profile.dump(),
        }
        for profile in profiles
    ]
    keys = [
        {"key": key, "event_id": profile.event_id}
        for profile in profiles
        for key in sorted(filed(profile))
    ]
    connection.register("incoming_events", table(rows, EVENT))
    connection.register("incoming_keys", table(keys, EVENT_KEY))
    connection.execute(WRITE_EVENTS)
    connection.unregister("incoming_events")
    connection.unregister("incoming_keys")
