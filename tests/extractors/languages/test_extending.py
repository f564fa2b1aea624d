"""What `docs/extending.md` says is tried: a cue of one's own, a construction of one's own."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from extractors import extract_claims
from extractors.constructions import sentence
from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern
from extractors.constructions.findings import Findings
from extractors.languages.en import PACK
from extractors.languages.lexicon import OWN_LEXICONS
from schemas import Claim, Document, Harm


def claims_of(text: str) -> tuple[Claim, ...]:
    packs = {"en": replace(PACK)}  # a pack of its own has read no lexicon yet
    return extract_claims(Document(document_id="d", text=text), packs).claims


@pytest.mark.parametrize(
    "text",
    [
        "The mayor croaked that two miners died.",
        "Two miners died, the mayor croaked.",
        '"Two miners died," croaked the mayor.',
    ],
)
def test_one_entry_makes_a_cue(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = (
        "entries: [{id: croak, part: verb, takes: [clause, quote], words: [croak],"
        " provenance: mine, example: The mayor croaked that two miners died.}]"
    )
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "cues.yml").write_text(entry, "utf-8")
    monkeypatch.setenv(OWN_LEXICONS, str(tmp_path))
    (claim,) = claims_of(text)
    assert claim.attribution.cue is not None
    assert claim.attribution.cue.text == "croaked"


def test_one_declaration_makes_a_construction(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(findings: Findings) -> Iterable[Casualty]:
        for number in findings.free:
            if findings.sentence.folded[number.end :].startswith(" lost to the sea"):
                yield Casualty(
                    Harm.KILLED, number, None, findings.sentence.tree[0], PATTERN, PATTERN.id
                )

    PATTERN = CountPattern(
        id="lost-to-sea",
        meaning="a number lost to the sea",
        victims="left out",
        find=find,
        examples=("After the deaths of the storm, seven lost to the sea were mourned.",),
    )
    monkeypatch.setattr(sentence, "STAGES", (PATTERN.read, *sentence.STAGES))
    (claim,) = [each for each in claims_of(PATTERN.examples[0]) if each.rule == PATTERN.id]
    assert claim.quantity.value == 7
