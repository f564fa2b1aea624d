"""What programs read of a page: its figures as linked data in the words of schema.org."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from markupsafe import Markup

from desk.wording import shortened
from warehouse.exports.jsonfiles import Node, urn, without_nulls, written
from warehouse.exports.linked_data import agent_type, event_of, is_rated, review_of, told
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.comparison_rows import Comparison, PositionHolder
from warehouse.read_models.document_rows import DocumentRow
from warehouse.read_models.event_rows import EventRow, LocatedEvent

MOST_FIGURES = 20
"""Figures of a page that are told to programs; the CSV file beside it has all."""
INSIDE_MARKUP = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""What could end the element is written as JSON allows it."""


def linked_figures(
    event: EventRow, location: LocatedEvent | None, rows: Sequence[Comparison]
) -> Markup:
    """The figures of an event as JSON-LD, safe inside a script element."""
    nodes = [node for row in rows for node in claims_of(row)][:MOST_FIGURES]
    place = {"level": None, "latitude": None, "longitude": None} | (
        asdict(location) if location else {}
    )
    named = {"label": shortened(event.label), "place": event.place and shortened(event.place)}
    about = event_of(place | asdict(event) | named)
    graph = {"@context": "https://schema.org", **(about or {}), "subjectOf": nodes}
    return inside_markup(graph)


def linked_document(document: DocumentRow, claims: Sequence[MarkedClaim]) -> Markup | None:
    """The claims of a document as JSON-LD, and a review of each that a person has rated."""
    if not claims:
        return None
    shown = sorted(claims, key=is_rated, reverse=True)[:MOST_FIGURES]
    graph = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": shortened(document.title or document.text),
        "datePublished": document.published and document.published.date(),
        "hasPart": [claim_in_document(claim) for claim in shown],
        "subjectOf": [review_of(claim) for claim in shown if is_rated(claim)] or None,
    }
    return inside_markup(without_nulls(graph))


def claim_in_document(claim: MarkedClaim) -> Node:
    """A claim beside its document; its name only where a review refers to it, as pages are many."""
    author = {
        "@type": agent_type(claim.speaker_kind, claim.speaker_role),
        "name": shortened(claim.speaker or ""),
    }
    return without_nulls(
        {
            "@type": "Claim",
            "@id": urn("claim", claim.claim_id) if is_rated(claim) else None,
            "name": told(claim),
            "author": author if claim.speaker else None,
        }
    )


def inside_markup(graph: Node) -> Markup:
    """JSON that cannot end the element in which it stands."""
    text = json.dumps(graph, default=written, separators=(",", ":")).translate(INSIDE_MARKUP)
    return Markup(text)  # noqa: S704 -- nothing in it can end the element


def claims_of(row: Comparison) -> Iterator[Node]:
    """A claim for each figure that somebody holds."""
    group = "" if row.victim_group in {None, "all"} else f" ({row.victim_group})"
    for line in row.lines:
        if line.holders:
            authors = [author_of(holder) for holder in line.holders]
            yield without_nulls(
                {
                    "@type": "Claim",
                    "name": shortened(f"{line.figure} {row.harm}{group}"),
                    "author": authors[0] if len(authors) == 1 else authors,
                    "datePublished": line.first_seen and line.first_seen.date(),
                }
            )


def author_of(holder: PositionHolder) -> Node:
    """Who holds a figure."""
    return {"@type": agent_type(holder.kind, holder.role), "name": shortened(holder.holder)}
