"""A Prefect server of the tests' own, and inputs that go wrong."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

GOOD = "VERADO, March 3, 2021 (Lantern) -- Police said nine people were killed in the flood.\n"
RAIN = "Rain fell on Verado all day, and nobody in the town could say when it would end."


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """A Prefect server with an empty database, for all flow runs of this session."""
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415 -- takes seconds

    with prefect_test_harness(server_startup_timeout=180):
        yield


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A text with one claim."""
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


@pytest.fixture
def bad_inputs(tmp_path: Path) -> dict[str, Path]:
    """One input of each sort that cannot be taken whole, by what is wrong with it."""
    folder = tmp_path / "bad"
    folder.mkdir()
    made = {
        "empty": folder / "empty.txt",
        "binary": folder / "binary.txt",
        "long_line": folder / "long.jsonl",
        "bad_json": folder / "rows.jsonl",
        "missing": folder / "missing.txt",
    }
    made["empty"].write_bytes(b"")
    made["binary"].write_bytes(bytes(range(256)) * 40)
    made["long_line"].write_bytes(b'{"text": "' + b"x" * 50_000_000 + b'"}\n')
    rows = ['{"text": "Three died in Verado."}', '{"text": ', json.dumps({"text": RAIN})]
    made["bad_json"].write_text("\n".join(rows) + "\n")
    return made
