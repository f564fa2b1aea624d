"""Whether two extractions of the same documents tell the same: claim by claim, field by field.

For work that must not change a claim: extract before it, extract after it, compare.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.json_lines import read_objects

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that one file has and the other has not, or has with another value.

    Attributes:
        claim_id: The claim.
        field: The field, with dots into nested ones; null where the whole claim is missing.
        before: The value before, or null.
        after: The value after, or null.
        evidence: The sentence.
    """

    claim_id: str
    field: str | None
    before: object
    after: object
    evidence: str

    def __str__(self) -> str:
        if self.field is None:
            told = "lost" if self.after is None else "new"
            return f"{told} {self.claim_id} {self.before or self.after}\n    {self.evidence}"
        return (
            f"changed {self.claim_id} {self.field}: {self.before!r} -> {self.after!r}"
            f"\n    {self.evidence}"
        )


def compare_claims(before: Path, after: Path) -> list[Difference]:
    """Compare two files of claims as JSON lines on the fields that both have.

    A field that only the newer contract has is left out; of one that is lost, the values are
    compared with null.

    Args:
        before: Claims of the extractor as it was.
        after: Claims of the extractor as it is.

    Returns:
        What differs, in the order of the files.

    Raises:
        GoldError: A file cannot be read.
    """
    old, new = _read(before), _read(after)
    missing = [_whole(row, None) for name, row in old.items() if name not in new]
    added = [_whole(None, row) for name, row in new.items() if name not in old]
    changed = [
        Difference(name, field, one, other, _evidence(row))
        for name, row in old.items()
        if name in new
        for field, one, other in _changes(row, new[name])
    ]
    return [*missing, *changed, *added]


def _read(path: Path) -> dict[str, Row]:
    return {row["claim_id"]: row for _, row in read_objects(path)}


def _whole(before: Row | None, after: Row | None) -> Difference:
    row = before or after or {}
    told = f"{row['harm']} {row['quantity']['text']!r} ({row.get('rule')})"
    return Difference(
        row["claim_id"], None, told if before else None, told if after else None, _evidence(row)
    )


def _evidence(row: Row) -> str:
    return " ".join(str(row["evidence"]["text"]).split())


def _changes(before: Row, after: Row, path: str = "") -> Iterator[tuple[str, object, object]]:
    for field, old in before.items():
        new = after.get(field)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from _changes(old, new, f"{path}{field}.")
        elif old != new:
            yield f"{path}{field}", old, new
