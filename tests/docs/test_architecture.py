"""The tree in `docs/architecture.md` names every folder of the project."""

import subprocess
from pathlib import Path

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
