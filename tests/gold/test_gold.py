"""Every coded sentence in this folder: the claims found are those coded, no more and no fewer.

An entry lists all claims of its text; `evaluation/sentences.py` tells what is checked. Entries
that the extractor is known to get wrong are listed with the reason in `known_failures.yml`, and
leave the list when they come right.
"""

from collections import Counter
from pathlib import Path

import pytest

import extractors
from evaluation.sentences import CodedSentence, find_differences, read_sentences
from schemas import Extraction
from schemas.yaml_text import parse_yaml

FOLDER = Path(__file__).parent
FAILURES = FOLDER / "known_failures.yml"
ENTRIES = [
    entry
    for path in sorted(FOLDER.glob("*.yml"))
    if path != FAILURES
    for entry in read_sentences(path)
]
REASONS = {row["id"]: row["reason"] for row in parse_yaml(FAILURES.read_text()) or []}


def _mark(entry: CodedSentence) -> object:
    reason = REASONS.get(entry.id)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(entry, id=entry.id, marks=marks)


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    found = extractors.extract_batch([entry.document for entry in ENTRIES])
    return {extraction.document_id: extraction for extraction in found}


@pytest.mark.parametrize("entry", [_mark(entry) for entry in ENTRIES])
def test_sentence(entry: CodedSentence, extractions: dict[str, Extraction]) -> None:
    extraction = extractions[entry.id]
    differences = [*find_differences(entry, extraction.claims)]
    differences += [f"rejected: {rejection.message}" for rejection in extraction.rejections]
    assert not differences, f"{entry.text}\n({entry.why})\n" + "\n".join(differences)


def test_sentences_have_ids_of_their_own() -> None:
    doubles = [name for name, count in Counter(entry.id for entry in ENTRIES).items() if count > 1]
    assert doubles == []


def test_known_failures_name_sentences() -> None:
    assert set(REASONS) <= {entry.id for entry in ENTRIES}
    assert all(REASONS.values())
