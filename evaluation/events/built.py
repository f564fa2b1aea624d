"""What the warehouse builds from claims, read back through its views."""

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from evaluation.events.claims import Claims
from evaluation.events.coded import CodedSource
from extractors.version import EXTRACTOR_VERSION
from schemas import Batch, Claim, Extraction, Run, Scope
from warehouse import load_batch, run_sql

AT_ONCE = 100
"""Documents of one load."""
ALL = 1_000_000
"""More rows than any view has here."""
DISPUTING = frozenset(
    {"conflict", "who_died", "revised", "different_meaning", "update", "definition"}
)
"""Classes of rows whose figures cannot all be true."""
LINKS = "select claim_id, event_id from internal.event_claims where superseded is null"
ROWS = """
select event_id, event, harm, victim_group, class, positions
from discrepancies
order by event_id, harm, victim_group
"""

Bounds = tuple[int | None, int | None]
"""Least and most of a figure; null where it is open."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in a row.

    Attributes:
        bounds: Least and most.
        words: How the row shows it.
        holders: Who gives it.
        documents: How many documents give it.
    """

    bounds: Bounds
    words: str
    holders: tuple[str, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row of `discrepancies`.

    Attributes:
        event_id: The event.
        event: Its label.
        harm: What was done to the people counted.
        group: Who is counted.
        kind: The row's class.
        shown: The figures side by side.
    """

    event_id: str
    event: str
    harm: str
    group: str | None
    kind: str
    shown: tuple[Shown, ...]

    @property
    def is_disputing(self) -> bool:
        """Whether the row says that its figures cannot all be true."""
        return self.kind in DISPUTING

    @property
    def figures(self) -> frozenset[Bounds]:
        """The bounds of all figures shown."""
        return frozenset(each.bounds for each in self.shown)


@dataclass(frozen=True, slots=True)
class Built:
    """Events and discrepancies of a stream.

    Attributes:
        claims: The claims that were loaded, by document.
        events: The event of each claim that has one.
        rows: The discrepancies.
    """

    claims: Claims
    events: Mapping[str, str]
    rows: tuple[ComparedRow, ...]

    def main_event(self, document: str) -> str:
        """The event of most of a document's incident claims, the first told in a tie.

        A document without any is an event of its own.
        """
        events = [
            self.events[claim.claim_id]
            for claim in self.claims.get(document, ())
            if claim.scope is Scope.INCIDENT and claim.claim_id in self.events
        ]
        return Counter(events).most_common(1)[0][0] if events else document

    def main_event_of_most(self, documents: Sequence[str]) -> str | None:
        """The main event that most of the documents have; null where there are no documents."""
        return next(
            (event for event, _ in Counter(map(self.main_event, documents)).most_common(1)), None
        )

    def rows_of(self, event: str | None, harm: str) -> list[ComparedRow]:
        """The rows of an event and harm."""
        return [row for row in self.rows if (row.event_id, row.harm) == (event, harm)]

    def claims_of(self, event: str | None) -> list[Claim]:
        """The claims that were linked to an event."""
        return [
            claim
            for claims in self.claims.values()
            for claim in claims
            if event and self.events.get(claim.claim_id) == event
        ]


def build(sources: Sequence[CodedSource], claims: Claims) -> Built:
    """Load documents with their claims, a batch at a time, and read what comes of them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evaluate.duckdb"
        load_stream(path, sources, claims, AT_ONCE)
        rows = tuple(read_row(row) for row in run_sql(path, ROWS, limit=ALL).rows)
        return Built(claims, read_links(path), rows)


def link(sources: Sequence[CodedSource], claims: Claims, at_once: int) -> Built:
    """Load documents with their claims, so many at once, and read their links alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evaluate.duckdb"
        load_stream(path, sources, claims, at_once)
        return Built(claims, read_links(path), ())


def load_stream(path: Path, sources: Sequence[CodedSource], claims: Claims, at_once: int) -> None:
    """Load documents with their claims into a warehouse, so many at once."""
    run = Run(run_id="evaluate", extractor=EXTRACTOR_VERSION, started=datetime.now(UTC))
    for start in range(0, len(sources), at_once):
        load_batch(path, run, _batch(sources[start : start + at_once], claims))


def read_links(path: Path) -> dict[str, str]:
    """The event of each claim that has one."""
    return {str(claim): str(event) for claim, event in run_sql(path, LINKS, limit=ALL).rows}


def _batch(sources: Sequence[CodedSource], claims: Claims) -> Batch:
    documents = [source.document for source in sources]
    return Batch(
        pages=[source.page for source in sources],
        documents=documents,
        extractions=[
            Extraction(document_id=name, claims=claims.get(name, ()))
            for name in (document.document_id for document in documents)
        ],
    )


def read_row(row: Sequence[Any]) -> ComparedRow:
    """Read a row of the view."""
    event_id, event, harm, group, kind, positions = row
    shown = tuple(
        Shown(
            (position["low"], position["high"]),
            position["figure"],
            tuple(holder["holder"] for holder in position["holders"]),
            position["documents"],
        )
        for position in positions
    )
    return ComparedRow(event_id, event, harm, group, kind, shown)
