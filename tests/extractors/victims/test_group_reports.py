"""The group of each claim's victims, over invented reports and over the shared texts."""

import json
from pathlib import Path

import pytest

from extractors.document.text import fold
from extractors.victims import GroupContext, find_group, read_groups
from schemas import SpeakerKind
from schemas.yaml_text import parse_yaml

REPORTS = parse_yaml(Path(__file__).with_name("reports.yml").read_text("utf-8"))
LEAST = 0.9


def _find(text: str, claim: dict[str, str], kind: SpeakerKind) -> str:
    at = text.index(claim["at"])
    victims = claim.get("victims")
    context = GroupContext(
        read_groups(text),
        text.index(victims, at) if victims else at,
        agents=tuple(claim.get("agents", ())),
        speaker=claim.get("speaker"),
        speaker_kind=kind,
        speaker_role=claim.get("role"),
        related=claim.get("related"),
    )
    return find_group(victims, None, context)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["text"][:40])
def test_victims_of_a_report(report: dict) -> None:
    text = report["text"]
    found = {
        claim["at"]: _find(text, claim, SpeakerKind(claim.get("kind", "article")))
        for claim in report["claims"]
    }
    assert found == {claim["at"]: claim["group"] for claim in report["claims"]}


def test_agrees_with_the_coders(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "gold/seed_documents.jsonl").open()]
    texts = {}
    for row in rows:
        page = (shared / "seeds" / row["file"]).read_text("utf-8")
        start = row.get("start", 0)
        texts[row["doc"]] = (fold(page[start : row.get("end", len(page))]), start)
    documents = {name: read_groups(text) for name, (text, _) in texts.items()}
    found: dict[str, str] = {}
    claims = [json.loads(line) for line in (shared / "gold/seed_claims.jsonl").open()]
    for claim in claims:
        context = GroupContext(
            documents[claim["doc"]],
            claim["start"] - texts[claim["doc"]][1],
            speaker=claim["speaker_canonical"] if claim["speaker"] else None,
            speaker_kind=SpeakerKind(claim["speaker_kind"] or "article"),
            speaker_role=claim["speaker"],
            related=found.get(claim["part_of"] or claim["repeats"] or _denied(claim, claims)),
        )
        found[claim["claim"]] = find_group(claim["victims"], None, context)
    wrong = [c["claim"] for c in claims if found[c["claim"]] != c["victim_group"]]
    assert len(wrong) <= (1 - LEAST) * len(claims), wrong


def _denied(claim: dict, claims: list[dict]) -> str:
    """The claim that a denial answers: the same figure, asserted in the same document."""
    same = (
        other["claim"]
        for other in claims
        if claim["stance"] == "denies" != other["stance"]
        and all(other[field] == claim[field] for field in ("doc", "harm", "value"))
    )
    return next(same, "")
