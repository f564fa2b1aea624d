"""Read what linking needs from the warehouse."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from warehouse.linking.keys import looked_up
from warehouse.linking.link import Registry
from warehouse.linking.mentions import LinkClaim, Mention, find_mentions
from warehouse.linking.profile import Profile

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# What is looked up by index is laid aside before it is joined: a join of large tables reads them.
OF_DOCUMENTS = """
create or replace temp table claims_told as
select * from claims where document_id in (select unnest(?))
"""
LINKS_TOLD = """
create or replace temp table links_told as
select claim_id from event_claims
where superseded is null and event_id in (select unnest(?))
"""
OF_LINKS = """
create or replace temp table claims_told as
select * from claims where claim_id in (select claim_id from links_told)
"""
CLAIMS = """
select
    documents.title, documents.published,
    claims.claim_id, claims.document_id, claims.quantity_start, claims.harm, claims.value,
    claims.victim_group, claims.speaker, claims.evidence_text, claims.part_of, claims.repeats,
    claims.event_date_from, claims.event_date_to, claims.event_where
from claims_told as claims
inner join documents
    on documents.document_id = claims.document_id and documents.superseded is null
where claims.superseded is null
    and claims.scope = 'incident'
    and (
        claims.origin = 'reviewer'
        or claims.claim_id not in (
            select reviews.claim_id
            from reviews
            where reviews.superseded is null and reviews.decision in ('rejected', 'corrected')
        )
    )
order by claims.document_id
"""
FORMER_CLAIMS = """
create or replace temp table linked_before as
select claim_id, document_id, harm, quantity_start, quantity_end, superseded
from claims
where document_id in (select unnest(?))
"""
EARLIER = """
select found.claim_id, links.event_id
from linked_before as found
inner join linked_before as before
    on before.document_id = found.document_id
    and before.harm = found.harm
    and before.quantity_start < found.quantity_end
    and found.quantity_start < before.quantity_end
inner join event_claims as links
    on links.claim_id = before.claim_id and links.superseded is null
where found.superseded is null
order by found.claim_id, before.claim_id <> found.claim_id, links.event_id desc
"""
PINNED = """
select claims.claim_id, event_claims.event_id
from event_claims
inner join claims on claims.claim_id = event_claims.claim_id and claims.superseded is null
where event_claims.superseded is null
    and event_claims.origin = 'reviewer'
    and claims.document_id in (select unnest(?))
"""
LINKS_OF_EVENTS = """
select claim_id, event_id, origin
from event_claims
where superseded is null and event_id in (select unnest(?))
"""
NEAR = """
create or replace temp table near_events as
select distinct event_id from event_keys where key in (select unnest(?))
"""
CANDIDATES = """
select distinct profile from event_profiles where event_id in (select event_id from near_events)
"""


def read_mentions(
    connection: "DuckDBPyConnection", documents: Sequence[str], without: Iterable[str] = ()
) -> dict[str, list[Mention]]:
    """The mentions of documents, leaving out some claims."""
    connection.execute(OF_DOCUMENTS, [list(documents)])
    rows = connection.execute(CLAIMS).fetchall()
    skipped = set(without)
    return {
        document: find_mentions(claims, title, published)
        for document, title, published, claims in by_document(rows, skipped)
    }


def by_document(
    rows: Sequence[tuple[Any, ...]], skipped: set[str]
) -> Iterator[tuple[str, str | None, datetime | None, list[LinkClaim]]]:
    """Rows of claims, grouped by document."""
    for document, group in groupby(rows, key=lambda row: row[3]):
        lines = list(group)
        claims = [LinkClaim(*line[2:]) for line in lines]
        kept = [claim for claim in claims if claim.claim_id not in skipped]
        if kept:
            yield str(document), lines[0][0], lines[0][1], kept


def read_earlier(connection: "DuckDBPyConnection", documents: Sequence[str]) -> dict[str, str]:
    """Event that each claim, or the claim that stood in its place, was linked to before."""
    earlier: dict[str, str] = {}
    connection.execute(FORMER_CLAIMS, [list(documents)])
    for claim_id, event_id in connection.execute(EARLIER).fetchall():
        earlier.setdefault(claim_id, event_id)
    return earlier


def read_pinned(connection: "DuckDBPyConnection", documents: Sequence[str]) -> dict[str, str]:
    """Claims whose event a person decided."""
    return dict(connection.execute(PINNED, [list(documents)]).fetchall())


def read_candidates(
    connection: "DuckDBPyConnection", registry: Registry, mentions: Iterable[Mention]
) -> None:
    """Enter into the registry the events that the mentions might be of."""
    keys = sorted({key for mention in mentions for key in looked_up(mention)})
    connection.execute(NEAR, [keys])
    for (stored,) in connection.execute(CANDIDATES).fetchall():
        profile = Profile.parse(stored)
        if profile.event_id not in registry.profiles:
            registry.file(profile)


def rebuild(
    connection: "DuckDBPyConnection", events: Sequence[str], without: Iterable[str] = ()
) -> list[Profile]:
    """Sum the profiles of events anew from the claims linked to them.

    Args:
        connection: The warehouse.
        events: The events.
        without: Documents to leave out, but for the claims that a person linked.
    """
    skipped = set(without)
    linked = connection.execute(LINKS_OF_EVENTS, [list(events)]).fetchall()
    event_of = {claim_id: event_id for claim_id, event_id, _ in linked}
    pinned = {claim_id for claim_id, _, origin in linked if origin == "reviewer"}
    connection.execute(LINKS_TOLD, [list(events)])
    connection.execute(OF_LINKS)
    rows = connection.execute(CLAIMS).fetchall()
    profiles = {event_id: Profile(event_id) for event_id in events}
    for document, title, published, claims in by_document(rows, set()):
        kept = [c for c in claims if document not in skipped or c.claim_id in pinned]
        for event_id in sorted({event_of[claim.claim_id] for claim in kept}):
            own = [claim for claim in kept if event_of[claim.claim_id] == event_id]
            for mention in find_mentions(own, title, published):
                profiles[event_id] = profiles[event_id].plus(mention)
    return list(profiles.values())
