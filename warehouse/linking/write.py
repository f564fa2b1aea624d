"""Write what linking found: mentions, links and events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from warehouse.columns import EVENT, LINK, LINKED_AWAY, MENTION, MENTION_KEY, table
from warehouse.linking.candidates import keys_of
from warehouse.linking.dumping import dump_mention
from warehouse.linking.features import weigh
from warehouse.linking.read import seek_documents
from warehouse.linking.reasons import Reason
from warehouse.linking.records import Mention
from warehouse.linking.summary import EventSummary
from warehouse.linking.text_words import Frequencies
from warehouse.sqlfiles import execute_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CLAIMS_TO_LINK = """
create or replace temp table claims_to_link as
select claim_id from claims where document_id in (select unnest(?))
union
select claim_id from incoming_links
"""


@dataclass(frozen=True, slots=True)
class EventLink:
    """A claim's event, with the reasons."""

    claim_id: str
    event_id: str
    score: float
    reasons: tuple[Reason, ...]


def write_mentions(
    connection: "DuckDBPyConnection",
    documents: Sequence[str],
    mentions: Sequence[Mention],
    frequencies: Frequencies,
) -> None:
    """Replace the mentions of documents, and the keys under which they are found."""
    seek_documents(connection, documents)
    rows = [
        {
            "mention_id": mention.mention_id,
            "document_id": mention.document_id,
            "mention": dump_mention(mention),
        }
        for mention in mentions
    ]
    keys = [
        {"key": key, "mention_id": mention.mention_id, "document_id": mention.document_id}
        for mention in mentions
        for key in sorted(keys_of(weigh(mention, frequencies)))
    ]
    connection.register("incoming_mentions", table(rows, MENTION))
    connection.register("incoming_keys", table(keys, MENTION_KEY))
    execute_file(connection, "linking/sql/write_mentions")
    connection.unregister("incoming_mentions")
    connection.unregister("incoming_keys")


def write_links(
    connection: "DuckDBPyConnection", documents: Sequence[str], links: Sequence[EventLink]
) -> None:
    """Replace the links of documents and of claims; a link that still holds stays as it is."""
    rows = [
        {
            "claim_id": link.claim_id,
            "event_id": link.event_id,
            "score": link.score,
            "evidence": [asdict(reason) for reason in link.reasons],
        }
        for link in links
    ]
    connection.register("incoming_links", table(rows, LINK))
    connection.execute(CLAIMS_TO_LINK, [list(documents)])
    execute_file(connection, "linking/sql/write_links")
    connection.unregister("incoming_links")


def write_events(
    connection: "DuckDBPyConnection",
    events: Mapping[str, EventSummary],
    members: Mapping[str, Iterable[Mention]],
) -> None:
    """Write what is known of events; one that is new is founded by its first claim."""
    rows = [
        {
            "event_id": event_id,
            "label": found.label,
            "place": found.place,
            "date_from": found.interval.first if found.interval else None,
            "date_to": found.interval.last if found.interval else None,
            "founded_by": min(claim for each in members[event_id] for claim in each.claim_ids),
        }
        for event_id, found in sorted(events.items())
    ]
    connection.register("incoming_events", table(rows, EVENT))
    execute_file(connection, "linking/sql/write_events")
    connection.unregister("incoming_events")


def merge_left_events(connection: "DuckDBPyConnection", left: Mapping[str, str]) -> None:
    """Fold the events that no claim speaks of any more into those that took their claims."""
    rows = [{"event_id": event, "into_event_id": into} for event, into in left.items()]
    connection.register("left_events", table(rows, LINKED_AWAY))
    execute_file(connection, "linking/sql/merge_left_events")
    connection.unregister("left_events")
