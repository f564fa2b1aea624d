"""Claims as linked data in the words of schema.org."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warehouse.exports.jsonfiles import Node, urn, without_nulls, write_collection, written
from warehouse.exports.read_table import read_table
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.reader import Reader

BODIES = {"government", "armed_group", "ngo", "un", "media", "article"}
RATINGS = {
    "accepted": "Read as its source says it",
    "corrected": "Misread at first; corrected here",
    "added": "Missed at first; added here",
}
ASPECT = "Whether the figure is read as the text says it; not whether it is true"


def write_linked(reader: Reader, path: Path) -> int:
    """Write claims as JSON-LD, and a `ClaimReview` for each that a person has rated."""
    events = {row["event_id"]: row for row in read_table(reader, "events").records()}
    rows = reader.claims("standing <> 'rejected'", "document_id, quantity_start, claim_id")
    nodes = (node for row in rows for node in nodes_of(row, events))
    write_collection(path, {"@context": "https://schema.org"}, "@graph", nodes)
    return reader.count("marked_claims", "standing <> 'rejected'")


def nodes_of(row: MarkedClaim, events: dict[str, Node]) -> Iterator[Node]:
    """A claim, and its review where there is one."""
    yield without_nulls(
        {
            "@type": "Claim",
            "@id": urn("claim", row.claim_id),
            "name": told(row),
            "text": row.evidence_text,
            "author": author_of(row),
            "appearance": appearance_of(row),
            "about": event_of(events.get(row.event_id or "")),
            "creativeWorkStatus": row.standing,
        }
    )
    if is_rated(row):
        yield review_of(row)


def is_rated(row: MarkedClaim) -> bool:
    """Whether a person said how well the claim was read."""
    return row.verdict_id is not None and row.decision in RATINGS


def told(row: MarkedClaim) -> str:
    """What a claim says, in short: "at least 8 killed (miners)"."""
    group = "" if row.victim_group in {None, "all"} else f" ({row.victim_group})"
    denied = "denies: " if row.stance == "denies" else ""
    return f"{denied}{row.figure} {row.harm}{group}"


def author_of(row: MarkedClaim) -> Node | None:
    """Who makes the claim: the speaker, or else the outlet."""
    if row.speaker is None:
        return {"@type": "Organization", "name": row.outlet} if row.outlet else None
    return without_nulls(
        {
            "@type": agent_type(row.speaker_kind, row.speaker_role),
            "name": row.speaker,
            "description": row.speaker_role,
        }
    )


def agent_type(kind: str | None, role: str | None) -> str:
    """The type of whoever speaks: whom a text gives a role within a body is a person."""
    return "Organization" if kind in BODIES and role is None else "Person"


def appearance_of(row: MarkedClaim) -> Node:
    """The document that holds a claim."""
    return without_nulls(
        {
            "@type": "NewsArticle",
            "@id": urn("document", row.document_id),
            "headline": row.title,
            "url": row.url,
            "datePublished": moment(row.published),
            "publisher": {"@type": "Organization", "name": row.outlet} if row.outlet else None,
        }
    )


def event_of(event: Node | None) -> Node | None:
    """The event that a claim is about."""
    if event is None:
        return None
    return without_nulls(
        {
            "@type": "Event",
            "@id": urn("event", event["event_id"]),
            "name": event["label"],
            "startDate": moment(event["date_from"]),
            "endDate": moment(event["date_to"]),
            "location": place_of(event),
        }
    )


def place_of(event: Node) -> Node | None:
    """Where an event happened; coordinates only where they are the place's own."""
    if event["place"] is None:
        return None
    is_exact = event["level"] == "place" and event["latitude"] is not None
    point = {"latitude": event["latitude"], "longitude": event["longitude"]}
    return without_nulls(
        {
            "@type": "Place",
            "name": event["place"],
            "geo": {"@type": "GeoCoordinates", **point} if is_exact else None,
        }
    )


def review_of(row: MarkedClaim) -> Node:
    """What a reviewer made of a claim."""
    return without_nulls(
        {
            "@type": "ClaimReview",
            "@id": urn("verdict", str(row.verdict_id)),
            "itemReviewed": {"@type": "Claim", "@id": urn("claim", row.claim_id)},
            "claimReviewed": told(row),
            "author": {"@type": "Person", "name": row.reviewer},
            "datePublished": moment(row.decided),
            "reviewAspect": ASPECT,
            "reviewRating": {"@type": "Rating", "alternateName": RATINGS[str(row.decision)]},
        }
    )


def moment(value: Any) -> str | None:
    """A date or moment, where there is one."""
    return None if value is None else written(value)
