"""What the tests of several rooms share, and what keeps them out of the repository."""

import atexit
import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

import warehouse.connect
from tests.kept_places import share_places

HOME = Path(tempfile.mkdtemp(prefix="tollcheck-tests-"))
"""A home folder of each process's own: Prefect, browsers and shells keep their files there."""
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
CACHE = Path(os.environ.get("PYTEST_TOLLCHECK_CACHE", HOME / "cache"))
"""The cache that all processes of a session share: making the index of places takes seconds."""
os.environ |= {
    "HOME": str(HOME),
    "PREFECT_HOME": str(HOME / "prefect"),
    "PYTEST_TOLLCHECK_CACHE": str(CACHE),
    "XDG_CACHE_HOME": str(CACHE),
    "XDG_CONFIG_HOME": str(HOME / "config"),
    "XDG_DATA_HOME": str(HOME / "data"),
}

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

OPTIMIZERS = "disabled_optimizers"
"""DuckDB's setting with the names of what it leaves undone to a query."""
CACHES = (".venv/", ".hypothesis/", "__pycache__/", ".*_cache/", "*.egg-info/", "build/")
BEFORE = pytest.StashKey[dict[str, int]]()


def untracked(repository: Path) -> dict[str, int]:
    """When each file in a repository that is not part of it was written; caches apart."""
    command = ["git", "ls-files", "--others", "-z", *(f"--exclude={name}" for name in CACHES)]
    listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    files = {name: repository / name for name in listed.stdout.split("\0") if name}
    return {name: file.stat().st_mtime_ns for name, file in files.items() if file.exists()}


def pytest_sessionstart(session: pytest.Session) -> None:
    """Remember what lies in the repository before the first test; hand out what is kept."""
    session.config.stash[BEFORE] = untracked(ROOT)
    if not hasattr(session.config, "workerinput"):
        share_places(CACHE)


def pytest_collection_finish() -> None:
    """Leave out of garbage collection what was imported and collected: it stays till the end."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail where a test has written into the repository."""
    gc.unfreeze()
    before, after = session.config.stash[BEFORE], untracked(ROOT)
    written = sorted(name for name, moment in after.items() if before.get(name) != moment)
    if written:
        raise pytest.UsageError(f"the tests wrote into the repository: {', '.join(written)}")


@cache
def needs_prefect_server(file: str) -> bool:
    """Whether tests of a file need the Prefect server."""
    return "prefect_server" in (ROOT / file).read_text("utf-8")


class FileScheduling(LoadFileScheduling):
    """Hands out whole files; one process gets all that need the Prefect server, which is slow."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "prefect_server" if needs_prefect_server(file) else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> FileScheduling:
    """Schedule the tests of several processes."""
    return FileScheduling(config, log)


@pytest.fixture(autouse=True)
def _in_temporary_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Have each test work in a temporary folder: what it writes without a path stays there."""
    monkeypatch.chdir(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real texts and gold, beside the repository unless TOLLCHECK_SHARED names it."""
    folder = Path(os.environ.get("TOLLCHECK_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip(f"the shared texts are not at {folder}; set TOLLCHECK_SHARED to their folder")
    return folder


@pytest.fixture(scope="session")
def empty_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse without rows."""
    path = tmp_path_factory.mktemp("empty") / "empty.duckdb"
    warehouse.connect.make_empty(path)
    return path


@pytest.fixture(autouse=True)
def new_warehouses_are_copies(empty_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copy an empty warehouse where a test needs a new one: hundreds do, and making one takes long.

    `tests/warehouse/test_warehouse_file.py`, which is about the making, does without.
    """
    monkeypatch.setattr(
        warehouse.connect, "make_empty", lambda path: shutil.copyfile(empty_warehouse, path)
    )


@pytest.fixture(scope="session", autouse=True)
def _warehouses_hold_few_rows() -> Iterator[None]:
    """Open warehouses with one thread, and plan their queries as they are written.

    Waking other threads and optimizing a query take longer than reading the few rows of a test.
    """
    with duckdb.connect() as connection:
        rows = connection.execute("select name from duckdb_optimizers()").fetchall()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(warehouse.connect.NO_EXTENSIONS, "threads", 1)
        patch.setitem(
            warehouse.connect.NO_EXTENSIONS, OPTIMIZERS, ",".join(name for (name,) in rows)
        )
        yield


@pytest.fixture
def optimized_queries() -> Iterator[None]:
    """Plan queries as the program does: for what depends on how a file is written."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(warehouse.connect.NO_EXTENSIONS, OPTIMIZERS)
        yield


@pytest.fixture(autouse=True)
def _slow_tests_optimize(request: pytest.FixtureRequest) -> None:
    """Let the slow tests plan queries as the program does."""
    if request.node.get_closest_marker("slow") is not None:
        request.getfixturevalue("optimized_queries")


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
