"""A run that is killed at any moment costs nothing: the next one ends as if it had not been."""

import random
import subprocess
import sys
import time

import pytest

from tests.flows.content import content
from warehouse import open_warehouse

# tests/flows/kill_many.py kills the whole flow at fifty moments.
MOMENTS = 2
RUN = """
import sys
from pathlib import Path

from flows.inputs import in_batches
from flows.pool import BatchPool
from flows.runs import start_run
from flows.settings import Settings
from flows.staging import clear_staged, extract_staged, load_staged
from flows.staging_owner import run_staging
from intake.pages import read_pages

database = Path(sys.argv[1])
run = start_run("run", sys.argv[2:])
settings = Settings(batch_pages=2, database=database)
with BatchPool(1) as pool, run_staging(settings.staged, run.run_id) as own:
    batches = [
        extract_staged(batch, pool, own, run.extractor)
        for batch in in_batches(read_pages(run.inputs), settings)
    ]
    print("extracted", flush=True)
    load_staged(database, run, batches)
    clear_staged(own, batches)
"""


def start(database, texts) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", RUN, str(database), str(texts)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def finish(database, texts):
    with start(database, texts) as process:
        process.communicate()
    assert process.returncode == 0


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for number in range(12):
        text = f"March {number + 1}, 2021\nPolice in Lima said {number + 3} people were killed.\n"
        (folder / f"{number:02}.txt").write_text(text)
    return folder


@pytest.fixture(scope="module")
def undisturbed(texts, tmp_path_factory):
    database = tmp_path_factory.mktemp("undisturbed") / "test.duckdb"
    began = time.monotonic()
    finish(database, texts)
    return content(database), time.monotonic() - began


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(MOMENTS))
def test_killed_at_any_moment(seed, texts, undisturbed, tmp_path):
    expected, seconds = undisturbed
    database = tmp_path / "test.duckdb"
    with start(database, texts) as process:
        time.sleep(random.Random(seed).uniform(0, seconds))
        process.kill()
    if database.exists():
        with open_warehouse(database) as connection:
            loaded = connection.execute("select count(*) from documents").fetchall()
        assert loaded in ([(0,)], [(len(expected["documents"]),)])
    finish(database, texts)
    assert content(database) == expected


@pytest.mark.slow
def test_killed_when_all_is_extracted_and_nothing_loaded(texts, undisturbed, tmp_path):
    database = tmp_path / "test.duckdb"
    with start(database, texts) as process:
        assert process.stdout
        assert process.stdout.readline() == "extracted\n"
        process.kill()
    finish(database, texts)
    assert content(database) == undisturbed[0]
