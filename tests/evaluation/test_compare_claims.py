"""Two extractions are compared claim by claim on the fields that both have."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.compare_claims import compare_claims


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def claim(name: str, **fields: Any) -> dict[str, Any]:
    return {
        "claim_id": name,
        "harm": "killed",
        "quantity": {"text": "two", "value": 2},
        "evidence": {"text": "Two guards died."},
        **fields,
    }


def test_the_same_claims_do_not_differ(tmp_path: Path) -> None:
    before = write(tmp_path / "before.jsonl", claim("a"), claim("b"))
    after = write(tmp_path / "after.jsonl", claim("b"), claim("a", agent=None))
    assert compare_claims(before, after) == []


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ([], "lost a killed 'two'"),
        ([claim("a"), claim("b")], "new b killed 'two'"),
        ([claim("a", harm="wounded")], "changed a harm: 'killed' -> 'wounded'"),
        ([claim("a", quantity={"text": "two", "value": 3})], "changed a quantity.value: 2 -> 3"),
        ([claim("a", quantity={"text": "two"})], "changed a quantity.value: 2 -> None"),
    ],
)
def test_each_difference_is_told(tmp_path: Path, after: list[dict[str, Any]], told: str) -> None:
    before = write(tmp_path / "before.jsonl", claim("a"))
    (difference,) = compare_claims(before, write(tmp_path / "after.jsonl", *after))
    assert str(difference).startswith(told)
