"""A corpus in one file through the whole flow, with its memory over time.

    python -m tests.flows.stream_many FOLDER --documents 200000

makes the corpus in FOLDER, runs `tollcheck run` on it, and prints a table. A second call goes on
with the same folder: the corpus is kept, and what an earlier run extracted is taken from there.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

BIN = Path(sys.executable).parent
TOLD_EVERY = 50
"""One document in so many tells of victims, as in a feed of all news."""
TEXT = """
the council mayor budget bridge river school market price season team coach match goal film
festival song stage museum harbour train road winter summer plan vote report company bank
share growth loan house street garden farm wheat milk village valley hill coast island bird
"""
WORDS = TEXT.split()
TOLD = "Police in {town} said {dead} people were killed and {hurt} wounded when a ferry capsized."


def documents(count: int) -> Iterator[dict[str, str]]:
    """Documents of about 1,200 characters, each of its own words; the same every time."""
    dice = random.Random(count)
    for number in range(count):
        sentences = [" ".join(dice.choices(WORDS, k=12)).capitalize() + "." for _ in range(14)]
        if number % TOLD_EVERY == 0:
            place = "".join(dice.choices("bdklmnrst", k=2)) + "ora" + str(number)
            town = place.translate(str.maketrans("0123456789", "aeiouyaeio")).title()
            told = TOLD.format(town=town, dead=number % 37 + 1, hurt=number % 53 + 2)
            sentences.insert(3, told)
        date = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}"
        yield {"text": " ".join(sentences), "title": f"Day {number}", "published": date}


def make_corpus(path: Path, count: int) -> None:
    """Write the documents, a line each."""
    with path.open("w", encoding="utf-8") as stream:
        for document in documents(count):
            stream.write(json.dumps(document) + "\n")


def memory(process: psutil.Process) -> dict[str, float]:
    """Megabytes of a process and of those below it, each shared page divided among its users."""
    found = {"flow": 0.0, "others": 0.0}
    for each in [process, *process.children(recursive=True)]:
        try:
            size = each.memory_full_info().pss / 1e6
        except psutil.Error:
            continue
        found["flow" if each.pid == process.pid else "others"] += size
    return found


def watch(folder: Path, corpus: Path, seconds: float) -> None:
    """Run, and print memory every so often."""
    command = [str(BIN / "tollcheck"), "run", str(corpus), "--db", str(folder / "many.duckdb")]
    command += ["--report", str(folder / "report")]
    began, peak, told = time.monotonic(), 0.0, 0.0
    with subprocess.Popen(command, cwd=folder, env=dict(os.environ)) as process:
        top = psutil.Process(process.pid)
        while process.poll() is None:
            found = memory(top)
            peak = max(peak, sum(found.values()))
            past = time.monotonic() - began
            if past >= told:
                made = len(list(folder.glob(".many.duckdb.staging/*/*/batch.json")))
                line = f"{past:8.0f} s {found['flow']:8.0f} MB {found['others']:8.0f} MB {made:6}"
                sys.stdout.write(f"{line} batches\n")
                sys.stdout.flush()
                told += seconds
            time.sleep(1)
    past = time.monotonic() - began
    sys.stdout.write(f"ended with {process.returncode} after {past:.0f} s; peak {peak:.0f} MB\n")


def main() -> None:
    """Read the arguments, make the corpus where it is missing, and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=200_000)
    parser.add_argument("--every", type=float, default=30, help="Seconds between lines.")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    corpus = given.folder.resolve() / f"{given.documents}.jsonl"
    if not corpus.exists():
        make_corpus(corpus, given.documents)
    watch(given.folder.resolve(), corpus, given.every)


if __name__ == "__main__":
    main()
