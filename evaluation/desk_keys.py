"""What a review by keys costs: keys, changes of text, and how long the reviewer waits."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from evaluation.json_lines import GoldError
from evaluation.report_scale import COMMAND, FLAGS, LOAD
from evaluation.score_report import RESULTS

CLAIMS, EVENTS, DOCUMENTS = 100, 40, 300
"""The first hundred of some five hundred claims that wait, as on a day of news."""
REJECTED, REPEATED = (24, 49, 74, 99), (30, 31, 32)
CORRECTED = 29
"""Which of the claims are not accepted: 1 in 25 is none, and 1 in 25 has the wrong place."""
PLACE = "Orsk"
TOKEN = "a-token-for-measuring"  # noqa: S105 -- of a server on this machine, for a minute
READING = 3.0
"""Seconds between a claim and the reviewer's key: quicker than anybody reads and decides."""
WORDS_A_MINUTE = 238
"""Silent reading of English (Brysbaert 2019, a review of 190 studies)."""
DECIDING, KEYING = 1.35, 0.28
"""Seconds to decide and to press a key (Card, Moran and Newell 1980, keystroke-level model)."""
SHOWN = """() => [
    document.querySelector("[data-claim]").dataset.claim,
    document.querySelector("[data-key=w]").getAttribute("href"),
    document.getElementById("text").innerText.split(/\\s+/).length,
]"""
"""The claim that is shown, its text, and how many words that has."""


@dataclass(frozen=True, slots=True)
class ReviewCost:
    """What a review took.

    Attributes:
        claims: Claims decided on.
        texts: Texts that they are of.
        changes: How often another text came into view.
        keys: Keys pressed.
        waited: Seconds from keys to the next claims, in all.
        median_wait: The median of them, one by one.
        longest_wait: The longest.
        unsaved: Decisions that were not recorded at the end.
        waiting: Processes that wanted a core meanwhile, beside the number of cores.
        reading: Minutes that a person would take to read each text once.
        minutes: What the person would take in all: reading, deciding, keys and waiting.
    """

    claims: int
    texts: int
    changes: int
    keys: int
    waited: float
    median_wait: float
    longest_wait: float
    unsaved: int
    waiting: tuple[float, int]
    reading: float
    minutes: float


def measure_review(database: Path | None = None, results: Path | None = RESULTS) -> ReviewCost:
    """Go through the first hundred claims of a queue by keys.

    Args:
        database: The warehouse, of which a copy is reviewed; else one of invented reports.
        results: Folder for the dated file; null keeps nothing.

    Raises:
        GoldError: There is no browser.
    """
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "review.duckdb"
        if database:
            shutil.copy(database, copy)
        else:
            made = [sys.executable, "-c", LOAD, str(copy), str(EVENTS), str(DOCUMENTS)]
            subprocess.run(made, check=True)  # noqa: S603 - our own program
        with _desk(copy) as address, _page() as page:
            cost = _review(page, address)
    if results:
        day = datetime.now(UTC).date().isoformat()
        path = results / f"desk-{day}.json"
        path.write_text(json.dumps({"date": day, **asdict(cost)}, indent=2) + "\n", "utf-8")
    return cost


@contextmanager
def _desk(database: Path) -> Iterator[str]:
    """The desk on a port of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [COMMAND, "desk", "--db", str(database), "--port", str(port), "--token", TOKEN]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        try:
            for _ in range(600):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@contextmanager
def _page() -> Iterator[Any]:
    """A page of a browser of this machine."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise GoldError("there is no browser: install chromium")
    library: Any = import_module("playwright.sync_api")
    with library.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        try:
            yield started.new_page()
        finally:
            started.close()


def _review(page: Any, address: str) -> ReviewCost:
    page.goto(f"{address}/signin?token={TOKEN}")
    page.fill("#reviewer", "A reviewer")
    page.click("button.primary")
    page.wait_for_url(f"{address}/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/*")
    page.wait_for_load_state("networkidle")
    keys, waits, texts, words = 1, list[float](), list[str](), dict[str, int]()
    for number in range(CLAIMS):
        claim, text, length = page.evaluate(SHOWN)
        texts.append(text)
        words[text] = length
        page.wait_for_timeout(1_000 * READING)
        pressed, begin = _decide(page, number)
        keys += pressed
        page.wait_for_function("name => !location.href.endsWith(name)", arg=claim)
        waits.append(time.perf_counter() - begin)
    page.wait_for_function("() => document.getElementById('saving').innerText === 'All saved'")
    reading = 60 * sum(words.values()) / WORDS_A_MINUTE
    seconds = reading + DECIDING * CLAIMS + KEYING * keys + sum(waits)
    return ReviewCost(
        claims=CLAIMS,
        texts=len(words),
        changes=sum(one != other for one, other in pairwise(texts)),
        keys=keys,
        waited=round(sum(waits), 2),
        median_wait=round(median(waits), 3),
        longest_wait=round(max(waits), 3),
        unsaved=int(page.locator("#refused").is_visible()),
        waiting=(round(os.getloadavg()[1], 1), os.cpu_count() or 1),
        reading=round(reading / 60, 1),
        minutes=round(seconds / 60, 1),
    )


def _decide(page: Any, number: int) -> tuple[int, float]:
    """Decide on a claim: how many keys that took, and when the last one was pressed."""
    if number in REJECTED:
        presses = ["x", "1"]
    elif number in REPEATED:
        presses = ["r"]
    elif number == CORRECTED:
        page.keyboard.press("e")
        page.locator("#event_where").fill("")
        presses = [*PLACE, "Control+Enter"]
        page.locator("#event_where").focus()
    else:
        presses = ["a"]
    for key in presses[:-1]:
        page.keyboard.press(key)
    begin = time.perf_counter()
    page.keyboard.press(presses[-1])
    return len(presses) + (number == CORRECTED), begin
