"""The tree in `docs/architecture.md` names every folder; its sentence is read as the page says."""

import re
import subprocess
from pathlib import Path

from extractors import extract_claims
from schemas import Document

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
LEFT_OUT = ("tests/", ".ci/")


def test_every_folder_is_named() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    folders = {
        parent.name
        for line in listed.stdout.splitlines()
        if not line.startswith(LEFT_OUT)
        for parent in Path(line).parents
        if parent.name
    }
    assert len(folders) > 40
    assert {name for name in folders if f"{name}/" not in PAGE} == set()


def test_the_sentence_becomes_the_claims_that_the_page_tells() -> None:
    quoted = re.search(r"^> (.+)$", PAGE, re.MULTILINE)
    assert quoted
    whole, part = extract_claims(Document(document_id="d", text=quoted[1])).claims
    assert (whole.rule, part.rule) == ("object-kill", "part")
    assert (whole.quantity.value, part.quantity.value) == (12, 2)
    assert part.part_of == whole.claim_id
    assert whole.agent is not None
    assert whole.agent.text == "government warplanes"
    assert {each.attribution.speaker for each in (whole, part)} == {"rebels"}
    assert {each.event.when for each in (whole, part)} == {"Monday"}
