"""The desk beside a flow that loads: it waits, or says why it cannot, and loses nothing."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.desk import world
from tests.desk.conftest import PATIENCE, Desk, wait_for_saves
from tests.desk.test_review_queue import claims, decisions
from tests.warehouse.examples import run
from warehouse import load_batch
from warehouse.read_models.reader import patiently

pytestmark = pytest.mark.slow

WRITER = """
import sys
from warehouse import open_warehouse
with open_warehouse(sys.argv[1]):
    print("writing", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_process_writes(database: Path) -> Iterator[Callable[[], None]]:
    """Another process has the file open until it is told to be done."""
    command = [sys.executable, "-c", WRITER, str(database)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        yield writer.stdin.close
        writer.stdin.close()


def test_a_decision_waits_for_a_load(desk: Desk, window: Callable[..., Any]) -> None:
    page = desk.begin(window(desk.address).page)
    page.wait_for_load_state("networkidle")
    with another_process_writes(desk.database) as done:
        threading.Timer(0.5, done).start()
        page.keyboard.press("a")
        page.get_by_text("Accepted.").wait_for()
        wait_for_saves(page)
    assert [decision.kind for decision in decisions(desk)] == ["accept"]


def test_a_form_that_could_not_be_recorded_is_sent_again_whole(
    running: Callable[..., Desk], database: Path, window: Callable[..., Any]
) -> None:
    desk = running(database, patience=1.0)
    page = desk.sign_in(window(desk.address).page)
    page.goto(f"{desk.address}/claims/{claims(desk)['14 Doctors'].claim_id}")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("n")
    page.keyboard.type("A long thought.")
    with another_process_writes(database):
        page.get_by_role("button", name="Keep the note").click()
        page.get_by_text("The warehouse is busy").wait_for()
    page.get_by_role("button", name="Try again").click()
    page.get_by_text("Noted.").wait_for()
    assert [decision.note for decision in decisions(desk)] == ["A long thought."]


def test_loads_and_decisions_from_many_sides_all_arrive(desk: Desk) -> None:
    names = [claim.claim_id for claim in claims(desk).values()]

    def decide(reviewer: str) -> None:
        for name in names[:3]:
            desk.store.decide("note", reviewer, claim_id=name, note=reviewer)

    def load() -> None:
        for number in range(3):
            batch = world.many(1, 2 + number, f"0.{number}.0")
            patiently(lambda n=number, b=batch: load_batch(desk.database, run(str(n)), b), PATIENCE)

    sides = [threading.Thread(target=decide, args=(name,)) for name in ("ana", "ben")]
    sides.append(threading.Thread(target=load))
    for side in sides:
        side.start()
    for side in sides:
        side.join()
    assert len(decisions(desk)) == 6
    with desk.store.reading() as reader:
        assert reader.count("runs") == 4
