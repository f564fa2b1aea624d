from pathlib import Path
from typing import Any

import pytest

from extractors.attribution import AttributionAnalysis, attribute
from extractors.document.analysis import DocumentAnalysis
from schemas import Attribution
from schemas.yaml_text import parse_yaml

CASES = parse_yaml((Path(__file__).parent / "speakers.yml").read_text("utf-8"))


def place(text: str, figure: str, nth: int = 1) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.index(figure, start + 1)
    return start, start + len(figure)


def told(attribution: Attribution) -> dict[str, Any]:
    return {
        "speaker": attribution.speaker,
        "source": attribution.source.text if attribution.source else None,
        "cue": attribution.cue.text if attribution.cue else None,
        "kind": attribution.speaker_kind.value,
        "role": attribution.speaker_role,
        "stance": attribution.stance.value,
        "hedge": attribution.hedge,
        "hops": list(attribution.hops),
        "quotation": attribution.quotation.value,
        "named": attribution.speaker_is_named,
        "body": attribution.speaker_body,
        "aliases": list(attribution.speaker_aliases),
        "country": attribution.speaker_country,
        "body_key": attribution.speaker_body_key,
        "withdrawn": attribution.is_withdrawn,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_figure_has_its_speakers(case: dict[str, Any]) -> None:
    analysis = AttributionAnalysis(DocumentAnalysis(case["text"]))
    wanted: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for said in case["says"]:
        where = place(case["text"], said["figure"], said.get("nth", 1))
        wanted.setdefault(where, []).append(said)
    for where, speakers in wanted.items():
        found = [told(attribution) for attribution in attribute(analysis, *where)]
        assert [said["speaker"] for said in speakers] == [each["speaker"] for each in found]
        for said, each in zip(speakers, found, strict=True):
            checked = {key: value for key, value in said.items() if key in each}
            assert checked == {key: each[key] for key in checked}


def test_ids_are_unique() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))
