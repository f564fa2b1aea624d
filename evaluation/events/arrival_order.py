"""How far the links depend on the order in which documents arrive."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from evaluation.events.built import link
from evaluation.events.claims import find_claims
from evaluation.events.coded import CodedSource
from evaluation.events.event_jobs import open_disputes, open_incidents
from evaluation.events.links import pairs_of
from evaluation.score_report import RESULTS

OPENERS = {"incidents": open_incidents, "syria": open_disputes}
STREAMS = tuple(OPENERS)
AT_ONCE, SEED = 10, 20_161_128
DOCUMENTS = 200
"""Documents of a stream that are loaded in each order: the first by day, so that they are dense."""


@dataclass(frozen=True, slots=True)
class OrderDifference:
    """How far links made in one order are other than those of one load.

    Attributes:
        stream: The stream.
        order: The order in which its documents arrived.
        documents: How many they were.
        claims: Claims that are linked.
        moved: Claims outside of the event that holds most of their event's claims in one load.
        pairs: Pairs of documents that share their main event in either result.
        parted: Those of them that share it in one result only.
    """

    stream: str
    order: str
    documents: int
    claims: int
    moved: int
    pairs: int
    parted: int


def measure_orders(
    names: Sequence[str] = STREAMS, given: Sequence[Path] = (), documents: int = DOCUMENTS
) -> list[OrderDifference]:
    """Link coded streams in one load, and again in other orders.

    Args:
        names: The streams.
        given: Files of claims that were extracted before.
        documents: How many documents of each are loaded, the first by day.
    """
    return [
        difference
        for name in names
        for difference in measure_stream(name, OPENERS[name]().sources, given, documents)
    ]


def measure_stream(
    name: str, sources: Sequence[CodedSource], given: Sequence[Path], documents: int
) -> Iterator[OrderDifference]:
    """Link the first documents of a stream in one load, and again in other orders."""
    claims = find_claims(name, [source.document for source in sources], given)
    first = sorted(sources, key=day_of)[:documents]
    names = [source.document.document_id for source in first]
    whole = link(first, claims, len(first))
    main = {each: whole.main_event(each) for each in names}
    for order, (arriving, at_once) in orders_of(first).items():
        built = link(arriving, claims, at_once)
        other = {each: built.main_event(each) for each in names}
        links, pairs = compare_links(whole.events, built.events), compare_pairs(main, other)
        yield OrderDifference(name, order, len(first), *links, *pairs)


def orders_of(sources: Sequence[CodedSource]) -> dict[str, tuple[list[CodedSource], int]]:
    """The orders that are measured, each with how many documents a load holds."""
    shuffled = list(sources)
    Random(SEED).shuffle(shuffled)  # noqa: S311 - no secret
    return {
        "by day, in tens": (sorted(sources, key=day_of), AT_ONCE),
        "latest first, in tens": (sorted(sources, key=day_of, reverse=True), AT_ONCE),
        "shuffled, in tens": (shuffled, AT_ONCE),
        "shuffled, one by one": (shuffled, 1),
    }


def day_of(source: CodedSource) -> tuple[str, str]:
    """Where a document stands in time."""
    published = source.document.published
    return published.isoformat() if published else "", source.document.document_id


def compare_links(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[int, int]:
    """Compare the events of claims, whatever their names.

    Returns:
        How many claims are linked; and how many stand apart when each event of one result is
        matched with the event of the other that holds most of its claims, each used once.
    """
    common = Counter((one[claim], other[claim]) for claim in one.keys() & other.keys())
    matched: tuple[set[str], set[str]] = (set(), set())
    kept = 0
    for (first, second), count in sorted(common.items(), key=lambda item: (-item[1], item[0])):
        if first not in matched[0] and second not in matched[1]:
            matched[0].add(first)
            matched[1].add(second)
            kept += count
    total = len(one.keys() | other.keys())
    return total, total - kept


def compare_pairs(one: Mapping[str, str], other: Mapping[str, str]) -> tuple[int, int]:
    """Compare which documents share their main event.

    Returns:
        How many pairs do in either result; and how many of them in one only.
    """
    first, second = ({frozenset(pair) for pair in pairs_of(events)} for events in (one, other))
    return len(first | second), len(first ^ second)


def print_orders(found: Sequence[OrderDifference], console: Console) -> None:
    """Print a line an order."""
    table = Table(title="Links that differ from those of one load", title_justify="left")
    for column in ("stream", "documents", "arrive", "claims", "pairs of documents"):
        table.add_column(column)
    for each in found:
        shares = (f"{moved / total:.1%}" if total else "–" for moved, total in _counts(each))
        table.add_row(each.stream, str(each.documents), each.order, *shares)
    console.print(table)


def _counts(found: OrderDifference) -> Sequence[tuple[int, int]]:
    return (found.moved, found.claims), (found.parted, found.pairs)


def write_orders(found: Sequence[OrderDifference], folder: Path = RESULTS) -> Path:
    """Keep the figures in a file named by the day."""
    day = datetime.now(UTC).date().isoformat()
    path = folder / f"arrival-order-{day}.json"
    content = {"date": day, "orders": [asdict(each) for each in found]}
    path.write_text(f"{json.dumps(content, indent=2)}\n", encoding="utf-8")
    return path
