"""Every example of `docs/sql.md` runs, with the clients that it names, and shows something."""

import os
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schemas import Batch
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = re.findall(
    r"^```(sh|python)\n(.*?)^```$", (ROOT / "docs" / "sql.md").read_text("utf-8"), re.S | re.M
)
TEXT = "The mayor said four miners died at Karvat on Friday. Police said nine died there."


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("sql")
    source = document(TEXT, outlet="Karvat Post", published=datetime(2009, 7, 30, tzinfo=UTC))
    day = date(2009, 7, 29)
    claims = [
        claim(source, "four", 4, speaker="The mayor", day=day),
        claim(source, "nine", 9, speaker="Police", day=day),
    ]
    batch = Batch([], [source], [extraction(source, claims)], [])
    load_batch(folder / "tollcheck.duckdb", run(), batch)
    return folder


def test_every_client_has_an_example():
    told = "\n".join(code for _, code in BLOCKS)
    for client in ("tollcheck sql", "duckdb -readonly", "import duckdb", ".df()", ".pl()"):
        assert client in told


@pytest.mark.slow
def test_the_examples_run_one_after_the_other(folder):
    bin_folder = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "120",
    }
    for kind, code in BLOCKS:
        program = ["bash", "-e", "-c", code] if kind == "sh" else [sys.executable, "-c", code]
        done = subprocess.run(
            program, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{code}\n{done.stderr}"
        assert done.stdout or "Wrote 2 claims" in done.stderr, code
