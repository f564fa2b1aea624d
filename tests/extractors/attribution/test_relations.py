from pathlib import Path
from typing import Any

import pytest

from extractors.attribution import AttributionAnalysis, find_relations
from extractors.document.analysis import DocumentAnalysis
from schemas.yaml_text import parse_yaml

CASES = parse_yaml((Path(__file__).parent / "relations.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_cue_has_its_source_and_content(case: dict[str, Any]) -> None:
    relations = find_relations(AttributionAnalysis(DocumentAnalysis(case["text"])))
    fired = [each for each in relations if each.cue and each.cue.text == case["cue"]]
    sourced = [each for each in fired if each.source is not None]
    if case["source"] is None:
        assert not sourced
        return
    assert sourced, [(each.cue, each.source) for each in relations]
    relation = sourced[0]
    assert relation.source is not None
    assert relation.source.text == case["source"]
    if "content" in case:
        assert " ".join(span.text.strip() for span in relation.content) == case["content"]
