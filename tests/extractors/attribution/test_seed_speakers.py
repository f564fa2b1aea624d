"""The speakers of the coded claims of real pages."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractors.attribution import AttributionAnalysis, attribute
from extractors.document.analysis import DocumentAnalysis
from schemas import Attribution


@pytest.fixture(scope="module")
def coded(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "gold" / "seed_claims.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, tuple[AttributionAnalysis, int]]:
    lines = (shared / "gold" / "seed_documents.jsonl").read_text("utf-8").splitlines()
    found = {}
    for row in map(json.loads, lines):
        page = (shared / "seeds" / row["file"]).read_bytes().decode("utf-8")
        start = row.get("start", 0)
        parsed = DocumentAnalysis(page[start : row.get("end", len(page))])
        found[row["doc"]] = (AttributionAnalysis(parsed), start)
    return found


def plain(name: str | None) -> str | None:
    if name is None:
        return None
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if words[0] in {"the", "a", "an"} else words)


def is_right(found: Attribution, claim: dict[str, Any]) -> bool:
    readings = {claim["speaker"], claim["speaker_canonical"], *claim["speaker_alternatives"]}
    names = {plain(reading) for reading in readings}
    said = {plain(found.speaker)} | ({plain(found.source.text)} if found.source else set())
    return bool(names & said)


def test_speakers_kinds_and_stances(
    coded: list[dict[str, Any]], documents: dict[str, tuple[AttributionAnalysis, int]]
) -> None:
    right = kinds = stances = hedges = 0
    for claim in coded:
        analysis, start = documents[claim["doc"]]
        found = attribute(analysis, claim["start"] - start, claim["end"] - start)
        matching = [each for each in found if is_right(each, claim)]
        best = (matching or list(found))[0]
        right += bool(matching)
        kinds += best.speaker_kind == claim["speaker_kind"]
        hedges += best.hedge == claim["hedge"]
        stances += claim["stance"] == "asserts" or best.stance == "denies"
    assert right >= 0.95 * len(coded)
    assert kinds >= 0.95 * len(coded)
    assert hedges >= 0.95 * len(coded)
    assert stances == len(coded)
