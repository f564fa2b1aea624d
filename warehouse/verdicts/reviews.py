"""Which verdict holds for which claim: made anew for documents that changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from schemas import Claim
from warehouse.arrow import claim_row
from warehouse.columns import LINEAGE, REVIEW, REVIEWED, Row, table
from warehouse.sqlfiles import execute_file, statement
from warehouse.verdicts.anchors import Anchor, find_claim, find_shift, shifted
from warehouse.verdicts.verdict import VerdictKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DECISIONS = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added"}


@dataclass(frozen=True)
class Text:
    """The current text of a lineage of documents."""

    document_id: str
    version: int
    text: str
    published: datetime | None


@dataclass(frozen=True)
class Decided:
    """A verdict on a claim, as it is stored."""

    lineage_id: str
    verdict_id: str
    kind: str
    reviewer: str
    decided: datetime
    corrected: str | None
    anchor: Anchor


def refresh_reviews(connection: "DuckDBPyConnection", lineages: Sequence[str]) -> None:
    """Find for each verdict on some documents the claim that it now holds for."""
    connection.register("incoming_lineages", table(({"lineage_id": n} for n in lineages), LINEAGE))
    verdicts = read_verdicts(connection)
    if verdicts or has_reviews(connection):
        texts = {row[0]: Text(*row[1:]) for row in rows(connection, "read_texts")}
        claims: dict[str, list[Anchor]] = {}
        for lineage, *columns in rows(connection, "read_claims"):
            claims.setdefault(lineage, []).append(Anchor(*columns))
        reviews, reviewed = resolve(verdicts, texts, claims)
        write(connection, reviews, reviewed)
    connection.unregister("incoming_lineages")


def rows(connection: "DuckDBPyConnection", name: str) -> list[tuple[Any, ...]]:
    """The rows of one of the statements beside this file."""
    return connection.execute(statement(f"verdicts/sql/{name}")).fetchall()


def read_verdicts(connection: "DuckDBPyConnection") -> list[Decided]:
    """The verdicts that nobody has undone, oldest first."""
    return [
        Decided(row[0], row[1], row[2], row[3], row[4], row[5], Anchor(*row[6:]))
        for row in rows(connection, "read_verdicts")
    ]


def has_reviews(connection: "DuckDBPyConnection") -> bool:
    """Whether anything was ever reviewed."""
    return bool(connection.execute("select 1 from reviews limit 1").fetchall())


def resolve(
    verdicts: Sequence[Decided], texts: dict[str, Text], claims: dict[str, list[Anchor]]
) -> tuple[list[Row], list[Row]]:
    """Say which verdict holds for which claim, and which claims reviewers wrote themselves.

    Of several verdicts on one claim the last one holds.
    """
    reviews: dict[str, Row] = {}
    reviewed: dict[str, Row] = {}
    for verdict in verdicts:
        text = texts.get(verdict.lineage_id)
        shift = find_shift(verdict.anchor, text.text) if text else None
        if text is None or shift is None:
            continue
        found = find_claim(
            verdict.anchor,
            shift,
            claims.get(verdict.lineage_id, []),
            is_addition=verdict.kind == VerdictKind.ADD,
        )
        own = own_claim(verdict, text, shift)
        claim_id = found or (own["claim_id"] if own else None)
        if claim_id is None:
            continue
        reviews[claim_id] = review_row(verdict, claim_id)
        reviewed.pop(claim_id, None)
        if own:
            reviewed[claim_id] = own
    return list(reviews.values()), list(reviewed.values())


def review_row(verdict: Decided, claim_id: str) -> Row:
    """The row that says that a verdict holds for a claim."""
    return {
        "claim_id": claim_id,
        "verdict_id": verdict.verdict_id,
        "decision": DECISIONS[verdict.kind],
        "reviewer": verdict.reviewer,
        "decided": verdict.decided,
    }


def own_claim(verdict: Decided, text: Text, shift: int) -> Row | None:
    """The reviewer's claim as a row, where the verdict gives one that still fits the text."""
    if verdict.corrected is None:
        return None
    claim = shifted(Claim.model_validate_json(verdict.corrected), text.document_id, shift)
    if claim is None or not all(span.quotes(text.text) for span in claim.spans()):
        return None
    return claim_row(claim) | {
        "verdict_id": verdict.verdict_id,
        "document_version": text.version,
        "published": text.published,
    }


def write(
    connection: "DuckDBPyConnection", reviews: Sequence[Row], reviewed: Sequence[Row]
) -> None:
    """Store the outcome; what still holds stays as it is."""
    connection.register("incoming_reviews", table(reviews, REVIEW))
    connection.register("incoming_reviewed", table(reviewed, REVIEWED))
    execute_file(connection, "verdicts/sql/write_reviews")
    connection.unregister("incoming_reviews")
    connection.unregister("incoming_reviewed")
