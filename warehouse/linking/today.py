"""The evidence for a link as it is today, with all that other documents tell of the event."""

from typing import TYPE_CHECKING

from warehouse.linking.clustering import Block
from warehouse.linking.model import linking_model
from warehouse.linking.neighbourhood import MOST_MEMBERS, Neighbourhood
from warehouse.linking.read import read_members, read_mentions_of
from warehouse.linking.reasons import Reason, reasons_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def evidence_today(
    connection: "DuckDBPyConnection", claim_id: str, document_id: str, event_id: str
) -> tuple[Reason, ...]:
    """What speaks for a claim's link, by the mention of another document that is most like it."""
    told = read_mentions_of(connection, document_id)
    mention = next((each for each in told if claim_id in each.claim_ids), None)
    members = read_members(connection, [event_id], MOST_MEMBERS).get(event_id, [])
    others = {each.mention_id: each for each in members if each.document_id != document_id}
    if mention is None or not others:
        return ()
    near = Neighbourhood(linking_model())
    near.add(connection, others | {mention.mention_id: mention})
    near.compare((mention.mention_id, other) for other in others)
    return reasons_of(near, mention.mention_id, Block((mention.mention_id, *others), event_id))[1]
