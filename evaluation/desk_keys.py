"""What a review by keys costs: keys, changes of text, and how long the reviewer waits."""

import json
import os
import shutil
import socket
import subprocess
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
from evaluation.report_scale import COMMAND, FLAGS
from evaluation.review_tally import ReviewTally
from evaluation.review_texts import write_review_texts
from evaluation.score_report import RESULTS

CLAIMS = 100
REJECTED, REPEATED = (24, 49, 74, 99), (30, 31, 32)
CORRECTED = 29
"""Which of the claims are not accepted: 1 in 25 is none, and 1 in 25 has the wrong place."""
PLACE = "Orsk"
TOKEN = "a-token-for-measuring"  # noqa: S105 -- of a server on this machine, for a minute
READING = 3.0
"""Seconds between a claim and the reviewer's key: quicker than anybody reads and decides."""
SHOWN = """() => {
    const told = (choice) => Array.from(document.querySelectorAll(choice), (element) => {
        const copy = element.cloneNode(true);
        for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
        return copy.textContent;
    });
    return {
        claim: document.querySelector("[data-claim]").dataset.claim,
        text: document.querySelector("[data-key=w]").getAttribute("href"),
        sentence: told(".panel .sentence"),
        elsewhere: told(".elsewhere > li"),
        claims: told(".says, .beside > li"),
        beside: told(".says, .beside:not(.rest *) > li").length,
    };
}"""
"""The claim that is shown, its text, and what a reviewer reads before accepting it."""


@dataclass(frozen=True, slots=True)
class ReviewCost:
    """What a review took.

    Attributes:
        claims: Claims decided on.
        texts: Texts that they are of.
        changes: How often another text came into view.
        sentences: Sentences that they stand in.
        keys: Keys pressed.
        decisions: Commands given by them, before each of which a person makes up their mind.
        waited: Seconds from keys to the next claims, in all.
        median_wait: The median of them, one by one.
        longest_wait: The longest.
        unsaved: Decisions that were not recorded at the end.
        waiting: Processes that wanted a core meanwhile, beside the number of cores.
        words: Words to be read: each sentence, and of what stands beside it (the claims, and what
            they rest on elsewhere) the words that were not read in this text before.
        reading: Minutes that a person would take to read them.
        minutes: What the person would take in all: reading, deciding, keys and waiting.
    """

    claims: int
    texts: int
    changes: int
    sentences: int
    keys: int
    decisions: int
    waited: float
    median_wait: float
    longest_wait: float
    unsaved: int
    waiting: tuple[float, int]
    words: int
    reading: float
    minutes: float


def measure_review(database: Path | None = None, results: Path | None = RESULTS) -> ReviewCost:
    """Go through the first hundred claims of a queue by keys.

    Args:
        database: The warehouse, of which a copy is reviewed; else one of 35 invented texts.
        results: Folder for the dated file; null keeps nothing.

    Raises:
        GoldError: There is no browser.
    """
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "review.duckdb"
        if database:
            shutil.copy(database, copy)
        else:
            texts = Path(name) / "texts"
            texts.mkdir()
            write_review_texts(texts)
            made = [COMMAND, "run", str(texts), "--db", str(copy), "--quiet"]
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
    tally, done = ReviewTally(), 0
    while done < CLAIMS:
        page.wait_for_selector("[data-claim]")
        shown = page.evaluate(SHOWN)
        tally.look(shown)
        page.wait_for_timeout(1_000 * READING)
        begin, decided = _decide(page, tally, done, shown["beside"], len(shown["claims"]))
        done += decided
        if done < CLAIMS:
            page.wait_for_function("name => !location.href.endsWith(name)", arg=shown["claim"])
            tally.waits.append(time.perf_counter() - begin)
    page.wait_for_function("() => document.getElementById('saving').innerText === 'All saved'")
    return ReviewCost(
        claims=done,
        texts=len(set(tally.texts)),
        changes=sum(one != other for one, other in pairwise(tally.texts)),
        sentences=tally.sentences,
        keys=tally.keys,
        decisions=tally.decisions,
        waited=round(sum(tally.waits), 2),
        median_wait=round(median(tally.waits), 3),
        longest_wait=round(max(tally.waits), 3),
        unsaved=int(page.locator("#refused").is_visible()),
        waiting=(round(os.getloadavg()[1], 1), os.cpu_count() or 1),
        words=tally.words,
        reading=round(tally.reading / 60, 1),
        minutes=round(tally.seconds / 60, 1),
    )


def _decide(
    page: Any, tally: ReviewTally, number: int, beside: int, shown: int
) -> tuple[float, int]:
    """Decide on a claim, on its sentence, or on all of its text, where none of them is special.

    Args:
        page: The page that shows the claim.
        tally: Where it is counted.
        number: How many were decided on before.
        beside: How many claims the sentence has.
        shown: How many of the text are shown.

    Returns:
        When the last key was pressed, and on how many claims that decided.
    """
    special = {*REJECTED, *REPEATED, CORRECTED}
    decided, commands = 1, 1
    if number in REJECTED:
        presses, commands = ["1"], 2  # that it is none, and why
    elif number in REPEATED:
        presses = ["r"]
    elif number == CORRECTED:
        page.keyboard.press("e")
        page.click("#event_where", click_count=3)
        presses, commands = [*PLACE, "Control+Enter"], 2
        tally.keys += 1
        tally.pointed += 1
    elif shown > beside and not special.intersection(range(number, number + shown)):
        presses, decided = ["d"], shown
    elif not special.intersection(range(number, number + beside)):
        presses, decided = ["a"], beside
    else:
        presses = ["i"]
    for key in presses[:-1]:
        page.keyboard.press(key)
    begin = time.perf_counter()
    page.keyboard.press(presses[-1])
    tally.keys += len(presses) + presses[-1].count("+")
    tally.decisions += commands
    return begin, decided
