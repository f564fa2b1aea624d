"""Read what linking needs from the warehouse: documents, claims, mentions and their events."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from warehouse.added_places import seek_added_places
from warehouse.linking.dumping import parse_mention
from warehouse.linking.intervals import Interval
from warehouse.linking.places import Step
from warehouse.linking.records import LinkClaim, LinkDocument, Mention
from warehouse.linking.summary import DecidedEvent
from warehouse.sqlfiles import statement

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Told = Sequence[tuple[LinkDocument, Sequence[LinkClaim]]]
"""Documents, each with its claims of single events."""

# What is looked up by index is laid aside before it is joined: a join of large tables reads them.
OF_DOCUMENTS = """
create or replace temp table claims_told as
select claims.* replace (
    put_on_map(claims.event_place, added.latitude, added.longitude) as event_place
)
from claims
left join added_places as added
    on added.place_key = strip_accents(lower(claims.event_place[1]."name"))
where claims.document_id in (select unnest(?))
"""
FORMER_CLAIMS = """
create or replace temp table linked_before as
select claim_id, document_id, harm, quantity_start, quantity_end, superseded
from claims
where document_id in (select unnest(?))
"""
PINNED = """
select claims.claim_id, event_claims.event_id
from event_claims
inner join claims on claims.claim_id = event_claims.claim_id and claims.superseded is null
where event_claims.superseded is null
    and event_claims.origin = 'reviewer'
    and claims.document_id in (select unnest(?))
"""
MENTIONS = """
select mention_id, mention from mentions where mention_id in (select unnest(?))
"""
MENTIONS_OF_DOCUMENT = "select mention from mentions where document_id = ?"
EVENTS_OF_CLAIMS = """
select claim_id, event_id
from event_claims
where superseded is null and claim_id in (select unnest(?))
"""
CLAIMS_OF_EVENTS = """
create or replace temp table claims_of_events as
select claim_id, event_id
from event_claims
where superseded is null and event_id in (select unnest(?))
"""
DOCUMENTS_OF_EVENTS = """
create or replace temp table documents_of_events as
select distinct claims.document_id, links.event_id
from claims_of_events as links
inner join (
    select claim_id, document_id
    from claims
    where superseded is null and claim_id in (select claim_id from claims_of_events)
) as claims on claims.claim_id = links.claim_id
qualify row_number() over (
    partition by links.event_id, claims.document_id order by claims.claim_id
) = 1
"""
MEMBERS = """
select mentions.mention_id, mentions.mention, documents.event_id
from (
    select document_id, event_id
    from documents_of_events
    qualify row_number() over (partition by event_id order by hash(document_id)) <= ?
) as documents
inner join (
    select * from mentions where document_id in (select document_id from documents_of_events)
) as mentions on mentions.document_id = documents.document_id
"""

KNOWN = """
select distinct document_id from mentions where document_id in (select unnest(?))
"""
DOCUMENTS_OF_CLAIMS = """
select distinct document_id from claims where claim_id in (select unnest(?))
"""
SEEK_DOCUMENTS = """
create or replace temp table documents_sought as
select unnest(cast(? as varchar[])) as document_id
"""
SEEK_EVENTS = """
create or replace temp table sought_events as
select unnest(cast(? as varchar[])) as event_id
"""
OLDEST = """
select document_id
from mentions
where (select documents < ? from word_frequencies where word = '')
    and document_id not in (select unnest(cast(? as varchar[])))
group by document_id
order by max(learned), document_id
limit ?
"""
CROWD = 300
"""A key of more mentions than these leads to none."""


def read_told(connection: "DuckDBPyConnection", documents: Sequence[str]) -> Told:
    """Documents with those of their claims that are of single events and stand."""
    seek_added_places(connection)
    connection.execute(OF_DOCUMENTS, [list(documents)])
    rows = connection.execute(statement("linking/sql/claims_told")).fetchall()
    told = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        lines = list(group)
        told.append((LinkDocument(*lines[0][:5]), [_claim(*line[5:]) for line in lines]))
    return told


def _claim(*columns: Any) -> LinkClaim:
    steps = tuple(Step(**step) for step in columns[-2] or ())
    names = tuple(each["name"] for each in columns[-1] or ())
    return replace(LinkClaim(*columns[:-2]), path=steps, named=names)


def read_earlier(connection: "DuckDBPyConnection", documents: Sequence[str]) -> dict[str, str]:
    """Event that each claim, or the claim that stood in its place, was linked to before."""
    earlier: dict[str, str] = {}
    connection.execute(FORMER_CLAIMS, [list(documents)])
    for claim_id, event_id in connection.execute(statement("linking/sql/earlier")).fetchall():
        earlier.setdefault(claim_id, event_id)
    return earlier


def read_pinned(connection: "DuckDBPyConnection", documents: Sequence[str]) -> dict[str, str]:
    """Claims whose event a person decided."""
    return dict(connection.execute(PINNED, [list(documents)]).fetchall())


def read_mentions(connection: "DuckDBPyConnection", names: Iterable[str]) -> dict[str, Mention]:
    """Mentions by name."""
    rows = connection.execute(MENTIONS, [sorted(names)]).fetchall()
    return {name: parse_mention(stored) for name, stored in rows}


def read_mentions_of(connection: "DuckDBPyConnection", document_id: str) -> list[Mention]:
    """The mentions of a document."""
    rows = connection.execute(MENTIONS_OF_DOCUMENT, [document_id]).fetchall()
    return [parse_mention(stored) for (stored,) in rows]


def read_events(
    connection: "DuckDBPyConnection", mentions: Iterable[Mention]
) -> dict[str, Counter[str]]:
    """How many claims of each mention are linked to which events."""
    mention_of = {claim: each.mention_id for each in mentions for claim in each.claim_ids}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for claim, event in connection.execute(EVENTS_OF_CLAIMS, [sorted(mention_of)]).fetchall():
        found[mention_of[claim]][event] += 1
    return dict(found)


def read_members(
    connection: "DuckDBPyConnection", events: Iterable[str], most: int
) -> dict[str, list[Mention]]:
    """The mentions of events; of large events only so many."""
    connection.execute(CLAIMS_OF_EVENTS, [sorted(events)])
    connection.execute(DOCUMENTS_OF_EVENTS)
    linked = dict(connection.execute("from claims_of_events").fetchall())
    found: dict[str, list[Mention]] = defaultdict(list)
    for _, stored, event in connection.execute(MEMBERS, [most]).fetchall():
        mention = parse_mention(stored)
        if any(linked.get(claim) == event for claim in mention.claim_ids):
            found[event].append(mention)
    return dict(found)


def read_near(
    connection: "DuckDBPyConnection", documents: Iterable[str], most: int
) -> list[tuple[str, str]]:
    """Pairs of mentions that share keys; one of each pair is of the documents."""
    seek_documents(connection, documents)
    values = {"crowd": CROWD, "most": most}
    return connection.execute(statement("linking/sql/near"), values).fetchall()


def read_known(connection: "DuckDBPyConnection", documents: Iterable[str]) -> frozenset[str]:
    """Those of some documents that have mentions."""
    rows = connection.execute(KNOWN, [sorted(documents)]).fetchall()
    return frozenset(row[0] for row in rows)


def read_oldest(
    connection: "DuckDBPyConnection", but: Iterable[str], most: int, few: int
) -> list[str]:
    """The documents that were linked longest ago, but for some; none where there are many."""
    return [row[0] for row in connection.execute(OLDEST, [few, sorted(but), most]).fetchall()]


def read_settled(connection: "DuckDBPyConnection", events: Iterable[str]) -> frozenset[str]:
    """Those of some events on which a person decided."""
    connection.execute(SEEK_EVENTS, [sorted(events)])
    rows = connection.execute(statement("linking/sql/settled")).fetchall()
    return frozenset(row[0] for row in rows)


def read_decided(
    connection: "DuckDBPyConnection", events: Iterable[str]
) -> dict[str, DecidedEvent]:
    """What people decided of some events: what they are called, when and where they were."""
    connection.execute(SEEK_EVENTS, [sorted(events)])
    found: dict[str, DecidedEvent] = {}
    for event, label, first, last, place in connection.execute(
        statement("linking/sql/decided_events")
    ).fetchall():
        known = found.get(event, DecidedEvent())
        found[event] = DecidedEvent(
            label=label or known.label,
            interval=Interval(first, last) if first and last else known.interval,
            place=place or known.place,
        )
    return found


def read_documents_of(connection: "DuckDBPyConnection", claims: Iterable[str]) -> list[str]:
    """The documents of claims."""
    rows = connection.execute(DOCUMENTS_OF_CLAIMS, [sorted(claims)]).fetchall()
    return sorted(row[0] for row in rows)


def seek_documents(connection: "DuckDBPyConnection", documents: Iterable[str]) -> None:
    """Name the documents that the next statement is about."""
    connection.execute(SEEK_DOCUMENTS, [sorted(documents)])
