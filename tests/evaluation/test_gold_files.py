"""Gold files in both forms, with their texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import read_gold
from evaluation.json_lines import GoldError
from schemas import (
    Attribution,
    Basis,
    Claim,
    Document,
    Harm,
    Modifier,
    Quantity,
    Span,
    SpeakerKind,
)

PAGE = "Home | News\nA mudslide at Calder buried 11 hikers, the sheriff said. Four died.\n"
START = PAGE.index("A mudslide")
SENTENCE = "A mudslide at Calder buried 11 hikers, the sheriff said. Four died."


def _lines(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def index(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    row = {"doc": "calder", "file": "page.txt", "start": START, "published": "1996-02-03"}
    return _lines(tmp_path / "index.jsonl", row)


@pytest.fixture
def row() -> dict[str, Any]:
    start = PAGE.index("Four")
    return {
        "claim": "calder/1",
        "doc": "calder",
        "start": start,
        "end": start + 4,
        "quantity": "Four",
        "harm": "killed",
        "value": 4,
        "modifier": "exact",
        "basis": "word",
        "speaker": "the sheriff",
        "speaker_canonical": "the sheriff of Calder",
        "speaker_alternatives": ["article"],
        "note": "fields that the form does not know are the coder's own",
    }


def test_coders_form_on_a_slice_of_a_page(tmp_path: Path, index: Path, row: dict[str, Any]) -> None:
    gold = read_gold(_lines(tmp_path / "gold.jsonl", row), [index])
    (document,) = gold.documents
    (claim,) = gold.claims
    assert document.text.startswith("A mudslide")
    assert document.published is not None
    assert [document.text[start:end] for start, end in claim.places] == ["Four"]
    assert claim.readings == ("the sheriff of Calder", "the sheriff", None)
    assert claim.explicit


def test_contract_form(tmp_path: Path) -> None:
    document = Document(document_id="calder", text=SENTENCE)
    quantity, source = SENTENCE.index("11"), SENTENCE.index("the sheriff")
    claim = Claim(
        claim_id="one",
        document_id="calder",
        harm=Harm.MISSING,
        quantity=Quantity(
            text="11",
            start=quantity,
            end=quantity + 2,
            value=11,
            modifier=Modifier.EXACT,
            basis=Basis.NUMERAL,
        ),
        attribution=Attribution(
            source=Span.of(SENTENCE, source, source + 11), speaker_kind=SpeakerKind.OFFICIAL
        ),
        evidence=Span.of(SENTENCE, 0, len(SENTENCE)),
        extractor="1",
    )
    texts = _lines(tmp_path / "texts.jsonl", document.model_dump(include={"document_id", "text"}))
    path = tmp_path / "claims.jsonl"
    path.write_text(claim.model_dump_json() + "\n", encoding="utf-8")
    (coded,) = read_gold(path, [texts]).claims
    assert (coded.value, coded.speaker, coded.explicit) == (11, "the sheriff", True)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"start": 0, "end": 4}, "'Four' is not at 0"),
        ({"doc": "elsewhere"}, "document 'elsewhere' is not among the texts"),
        ({"harm": "frightened"}, "line 1: harm"),
        ({"modifier": None}, "line 1: modifier"),
    ],
)
def test_bad_row_is_named(
    tmp_path: Path, index: Path, row: dict[str, Any], change: dict[str, Any], message: str
) -> None:
    path = _lines(tmp_path / "gold.jsonl", row | change)
    with pytest.raises(GoldError, match=message):
        read_gold(path, [index])


def test_bad_files_are_named(tmp_path: Path, index: Path, row: dict[str, Any]) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("\nnot json\n", encoding="utf-8")
    with pytest.raises(GoldError, match="line 2 is no JSON"):
        list(read_gold(broken, [index]).claims)
    gold = _lines(tmp_path / "gold.jsonl", row)
    with pytest.raises(GoldError, match="no texts"):
        read_gold(gold, [])
    with pytest.raises(GoldError, match="cannot be read"):
        read_gold(tmp_path / "nowhere.jsonl", [index])
    (tmp_path / "page.txt").unlink()
    with pytest.raises(GoldError, match=r"page\.txt is missing"):
        read_gold(gold, [index])


def test_claim_may_not_stand_twice(tmp_path: Path, index: Path, row: dict[str, Any]) -> None:
    with pytest.raises(GoldError, match="twice"):
        read_gold(_lines(tmp_path / "gold.jsonl", row, row), [index])
