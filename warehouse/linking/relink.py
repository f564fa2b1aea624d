"""Link what a load has touched, inside the load's transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from warehouse.linking.clustering import Block, average_linkage
from warehouse.linking.frequencies import count_words, read_frequencies
from warehouse.linking.mentions import find_mentions
from warehouse.linking.model import linking_model
from warehouse.linking.naming import name_events
from warehouse.linking.neighbourhood import (
    MOST_MEMBERS,
    Neighbourhood,
    blocks_of,
    read_neighbourhood,
)
from warehouse.linking.read import (
    Told,
    read_decided,
    read_documents_of,
    read_earlier,
    read_known,
    read_members,
    read_oldest,
    read_pinned,
    read_settled,
    read_told,
)
from warehouse.linking.reasons import reasons_of
from warehouse.linking.records import LinkClaim, Mention
from warehouse.linking.summary import summarize
from warehouse.linking.text_words import words_of
from warehouse.linking.write import (
    EventLink,
    merge_left_events,
    write_events,
    write_links,
    write_mentions,
)
from warehouse.sqlfiles import execute_file

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CHUNK = 1_000
MOST_SUMMED_UP = 200
"""Mentions of an event that its label rests on."""
TOUCHED = """
select touched_documents.document_id
from touched_documents
left join documents
    on documents.document_id = touched_documents.document_id and documents.superseded is null
order by documents.published nulls last, touched_documents.document_id
"""
LOOKED_AT_AGAIN = 4
"""Documents for each new one that are linked anew, while rarities still shift."""
FEW_DOCUMENTS = 3_000
"""Documents of a warehouse in which each new one shifts how rare words are."""


def link_touched(connection: "DuckDBPyConnection") -> list[str]:
    """Link the claims of all documents that the load has touched.

    While the warehouse is small, each new document shifts how rare words are, so that some that
    were linked longest ago are linked anew: then it matters little which came first.

    Returns:
        The documents whose claims have another event now.
    """
    touched = [row[0] for row in connection.execute(TOUCHED).fetchall()]
    again = read_oldest(connection, touched, LOOKED_AT_AGAIN * len(touched), FEW_DOCUMENTS)
    return link_in_chunks(connection, [*touched, *again])


def link_documents(connection: "DuckDBPyConnection", documents: Sequence[str]) -> list[str]:
    """Link the claims of some documents outside of a load, after a reviewer changed them.

    Returns:
        The documents whose claims have another event now.
    """
    connection.execute(
        "create or replace temp table touched_documents as "
        "select unnest(cast(? as varchar[])) as document_id",
        [list(documents)],
    )
    return link_in_chunks(connection, [row[0] for row in connection.execute(TOUCHED).fetchall()])


def link_in_chunks(connection: "DuckDBPyConnection", documents: Sequence[str]) -> list[str]:
    """Link the claims of documents, so many at once.

    Returns:
        The documents whose claims have another event now.
    """
    if not documents:
        return []
    execute_file(connection, "linking/sql/carry_pins")
    earlier = read_earlier(connection, documents)
    moved: set[str] = set()
    for start in range(0, len(documents), CHUNK):
        moved.update(link_chunk(connection, documents[start : start + CHUNK], earlier))
    return sorted(moved)


def link_chunk(
    connection: "DuckDBPyConnection", documents: Sequence[str], earlier: Mapping[str, str]
) -> list[str]:
    """Link some documents.

    Returns:
        The documents whose claims have another event now.
    """
    new = refresh_mentions(connection, documents, read_told(connection, documents))
    near = read_neighbourhood(connection, linking_model(), new, earlier)
    clusters = name_events(cluster(connection, near), near.events)
    links, left = links_of(near, clusters, {mention.mention_id for mention in new})
    moved = read_documents_of(connection, [link.claim_id for link in links])
    write_links(connection, documents, links)
    merge_left_events(connection, left)
    refresh_summaries(connection, {link.event_id for link in links} | left.keys())
    return moved


def refresh_mentions(
    connection: "DuckDBPyConnection", documents: Sequence[str], told: Told
) -> list[Mention]:
    """Write anew what documents tell of events, and count their words where they are new.

    Returns:
        The mentions; claims that a person linked to one event are a mention of their own.
    """
    known = read_known(connection, documents)
    words = {source.document_id: set(words_of(source.whole)) for source, _ in told}
    new = [found for document, found in words.items() if document not in known]
    count_words(connection, new)
    every = {word for found in words.values() for word in found}
    frequencies = read_frequencies(connection, every)
    pinned = read_pinned(connection, documents)
    mentions = [
        mention
        for source, claims in told
        for part in parts(claims, pinned)
        for mention in find_mentions(source, part, frequencies)
    ]
    write_mentions(connection, documents, mentions, frequencies)
    return mentions


def parts(claims: Sequence[LinkClaim], pinned: Mapping[str, str]) -> list[list[LinkClaim]]:
    """A document's claims: those that a person linked, by event, and all others."""
    found: dict[str | None, list[LinkClaim]] = {}
    for claim in claims:
        found.setdefault(pinned.get(claim.claim_id), []).append(claim)
    return list(found.values())


def cluster(connection: "DuckDBPyConnection", near: Neighbourhood) -> list[Block]:
    """Put mentions together that are of one event; what a person decided stays."""
    events = {event for name in near.mentions if (event := near.event_of(name))}
    sizes = Counter(near.event_of(name) for name in near.mentions)
    crowded = frozenset(event for event in events if sizes[event] >= MOST_MEMBERS)
    blocks = blocks_of(near, read_settled(connection, events), crowded)
    model = near.model
    return average_linkage(blocks, near.pairs, model.threshold, model.unlike, near.apart)


def links_of(
    near: Neighbourhood, clusters: Iterable[Block], new: set[str]
) -> tuple[list[EventLink], dict[str, str]]:
    """The links that are new, or other than before.

    Returns:
        The links; and each event that some claims left, with the event that took them.
    """
    links: list[EventLink] = []
    left: dict[str, str] = {}
    for block in clusters:
        assert block.event_id is not None
        for name in block.members:
            before = near.event_of(name)
            if before and before != block.event_id:
                left[before] = block.event_id
            if name in new or before != block.event_id:
                score, reasons = reasons_of(near, name, block)
                links += [
                    EventLink(claim_id, block.event_id, score, reasons)
                    for claim_id in near.mentions[name].claim_ids
                ]
    return links, left


def refresh_summaries(connection: "DuckDBPyConnection", events: Iterable[str]) -> None:
    """Sum up anew what is known of events."""
    members = read_members(connection, events, MOST_SUMMED_UP)
    decided = read_decided(connection, members)
    summaries = {
        event: summarize(mentions, decided.get(event)) for event, mentions in members.items()
    }
    write_events(connection, summaries, members)


def refresh_document_mentions(
    connection: "DuckDBPyConnection", documents: Sequence[str], events: Iterable[str]
) -> None:
    """Tell anew what documents tell, and the events, after a person linked their claims."""
    refresh_mentions(connection, documents, read_told(connection, documents))
    refresh_summaries(connection, events)
