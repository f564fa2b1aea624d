"""Scanners of code and of what is installed, which need no network."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
ROOMS = ("schemas", "intake", "extractors", "warehouse", "desk", "flows", "evaluation")


def has_reason(finding) -> bool:
    """Whether a line of a finding says why it is none, to ruff, which has the same rules."""
    lines = (ROOT / finding["filename"]).read_text("utf-8").splitlines()
    first, last = min(finding["line_range"]), max(finding["line_range"])
    sign = re.compile(rf"# noqa: .*\bS{finding['test_id'][1:]}\b.* --? \w")
    return any(sign.search(line) for line in lines[first - 1 : last])


@pytest.mark.slow
def test_bandit_finds_nothing_that_has_no_reason():
    command = [BIN / "bandit", "-q", "-ll", "-f", "json", "-r", *ROOMS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    assert not found["errors"]
    assert len(found["metrics"]) > 300
    unexplained = [
        f"{each['filename']}:{each['line_number']}: {each['issue_text']}"
        for each in found["results"]
        if not has_reason(each)
    ]
    assert not unexplained


@pytest.mark.slow
def test_the_bill_of_materials_names_what_is_locked(tmp_path):
    bill = tmp_path / "sbom.json"
    done = subprocess.run(
        ["make", "--silent", "sbom", f"SBOM={bill}"], cwd=ROOT, text=True, check=False
    )
    assert done.returncode == 0
    made = json.loads(bill.read_text("utf-8"))
    assert made["bomFormat"] == "CycloneDX"
    assert made["metadata"]["component"]["name"] == "tollcheck"
    named = {(each["name"].lower(), each.get("version")) for each in made["components"]}
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for name in ("duckdb", "prefect", "pypdf", "spacy"):
        version = re.search(rf"^{name}==(\S+)", lock, re.M)
        assert version
        assert (name, version[1]) in named
