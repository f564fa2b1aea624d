"""What the tests of several rooms share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and gold, beside the repository unless TOLLCHECK_SHARED names it."""
    folder = Path(os.environ.get("TOLLCHECK_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip(f"the shared texts are not at {folder}; set TOLLCHECK_SHARED to their folder")
    return folder
