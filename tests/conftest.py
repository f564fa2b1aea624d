"""What the tests of several rooms share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and gold, beside the repository unless TOLLCHECK_SHARED names it."""
    folder = Path(os.environ.get("TOLLCHECK_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip(f"the shared texts are not at {folder}; set TOLLCHECK_SHARED to their folder")
    return folder


def browser_path() -> str:
    """Where the browser is; the tests that need one fail, rather than vanish, without it."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail(
            "these tests need a browser and there is none: install Debian's with "
            "`sudo apt-get update && sudo apt-get install -y chromium`, or Google Chrome",
            pytrace=False,
        )
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file.

    Playwright leaves an event loop running in this thread for as long as it is open; what comes
    later in the same process, and wants a loop of its own, must not find it there.
    """
    path = browser_path()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()
