"""The filter before the parse loses no claim."""

import json
from pathlib import Path

import pytest

from extractors import extract_batch, extract_claims
from extractors.constructions.trigger import may_hold_harm
from schemas import Document
from schemas.yaml_text import parse_yaml

GOLD = Path(__file__).parents[1] / "gold"


def own_texts() -> list[Document]:
    entries = [
        entry
        for path in sorted(GOLD.glob("*.yml"))
        for entry in parse_yaml(path.read_text("utf-8")) or []
        if "text" in entry
    ]
    return [Document(document_id=entry["id"], text=entry["text"]) for entry in entries]


@pytest.mark.slow
def test_nothing_is_lost_on_our_own_sentences() -> None:
    documents = own_texts()
    assert len(documents) > 400
    assert extract_batch(documents) == extract_batch(documents, everything=True)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "most"), [("isaf_dev", 181), ("polnear_dev", 60)])
def test_nothing_is_lost_on_the_corpora(shared: Path, name: str, most: int) -> None:
    lines = (shared / "corpora" / f"{name}.jsonl").read_text("utf-8").split("\n")[:most]
    rows = [json.loads(line) for line in lines if line]
    documents = [Document(document_id=row["document_id"], text=row["text"]) for row in rows]
    assert extract_batch(documents) == extract_batch(documents, everything=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Brewers held 33 percent of the market in spring.",
        "The talks took place at noon, and she took the floor twice.",
    ],
)
def test_other_senses_cost_no_parse(sentence: str) -> None:
    assert not may_hold_harm(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild held five debates at the mill.",
        "The league could capture the cup this spring.",
        "A mass shooting in the valley was discussed.",
        "The assassination theory was laughed at.",
        "The long-shot bid of the mill owner ended.",
        "The editor asked Mr. Hurt about the map of the harbour.",
    ],
)
def test_the_parse_refuses_other_senses(sentence: str) -> None:
    assert extract_claims(Document(document_id="other-sense", text=sentence)).claims == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The guard held five.",
        "The guild held two of its members' kidnappers.",
        "Police captured Okoro at the mill.",
        "A shooting in the valley killed a miner.",
        "They took, the mayor said, two unarmed boatmen into custody.",
        "The re-arrested were five.",
        "The assassination of the editor was condemned.",
    ],
)
def test_what_may_be_a_count_is_parsed(sentence: str) -> None:
    assert may_hold_harm(sentence)
