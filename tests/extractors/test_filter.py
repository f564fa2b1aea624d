"""The filter before the parse loses no claim."""

import json
from pathlib import Path

import pytest
import yaml

from extractors import extract_batch
from schemas import Document

GOLD = Path(__file__).parents[1] / "gold"


def own_texts() -> list[Document]:
    entries = [
        entry
        for path in sorted(GOLD.glob("*.yml"))
        for entry in yaml.safe_load(path.read_text("utf-8")) or []
        if "text" in entry
    ]
    return [Document(document_id=entry["id"], text=entry["text"]) for entry in entries]


def test_nothing_is_lost_on_our_own_sentences() -> None:
    documents = own_texts()
    assert len(documents) > 400
    assert extract_batch(documents) == extract_batch(documents, everything=True)


@pytest.mark.parametrize(("name", "most"), [("isaf_dev", 181), ("polnear_dev", 60)])
def test_nothing_is_lost_on_the_corpora(shared: Path, name: str, most: int) -> None:
    lines = (shared / "corpora" / f"{name}.jsonl").read_text("utf-8").split("\n")[:most]
    rows = [json.loads(line) for line in lines if line]
    documents = [Document(document_id=row["document_id"], text=row["text"]) for row in rows]
    assert extract_batch(documents) == extract_batch(documents, everything=True)
