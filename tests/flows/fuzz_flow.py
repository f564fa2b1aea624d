"""A coverage-guided fuzzer of the whole flow, from bytes to rows; not part of the suite.

    python -m tests.flows.fuzz_flow -max_total_time=3600 CORPUS

reads bytes as one of the kinds of input, splits, extracts and checks as a run does, loads what
comes of it and reads the discrepancies. CORPUS keeps what it found interesting, and begins with
our samples. What it breaks becomes a test.
"""

import io
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["intake", "extractors", "schemas", "flows", "warehouse"]):
    from flows.extraction import extract_batch
    from flows.inputs import samples_folder
    from flows.runs import start_run
    from intake import IntakeError, Limits
    from intake.content import read_stream
    from intake.reading.kinds import FileKind
    from schemas import Batch, Page, Rejection
    from warehouse import load_batch, open_warehouse

LIMITS = Limits(page_bytes=20_000, row_bytes=5_000, unpacked_ratio=20)
KINDS = (
    FileKind.TEXT,
    FileKind.HTML,
    FileKind.JSONL,
    FileKind.CSV,
    FileKind.FEED,
    FileKind.EMAIL,
    None,
)
LOADED_TOGETHER = 20
"""Inputs of one load: loads cost more than all before them."""
LOADS_A_WAREHOUSE = 25
"""A warehouse that grows for an hour would leave no time for anything else."""
RELATIONS = ("discrepancies", "current_claims", "review_queue", "failing_rows", "tolls")
MISQUOTED = """
select claim_id from current_claims join documents using (document_id)
where superseded is null and version = document_version
    and quantity_text <> substring(text, quantity_start + 1, quantity_end - quantity_start)
"""
HARMS = ("killed", "wounded", "detained", "missing", "said", "at least", "no one was", "officials")


class Flow:
    """What was read and not yet loaded, and the warehouse that takes it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waiting: list[Batch] = []
        self.loads = count()

    def take(self, data: bytes) -> None:
        """Read bytes as the kind that the first of them picks, and load them in their turn."""
        if not data:
            return
        items = read(data[1:], KINDS[data[0] % len(KINDS)])
        batch = extract_batch(items)
        assert_accounted(batch, items)
        self.waiting.append(batch)
        if len(self.waiting) == LOADED_TOGETHER:
            self.load()

    def load(self) -> None:
        """Load what waits, twice, and read what a fact-checker would be shown."""
        number = next(self.loads)
        path = self.folder / f"{number // LOADS_A_WAREHOUSE}.duckdb"
        run = start_run("run", ("memory",))
        batch = together(self.waiting)
        self.waiting = []
        load_batch(path, run, batch)
        again = load_batch(path, run, batch)
        assert (again.documents, again.claims) == (0, 0), "the same batch twice is once"
        with open_warehouse(path, read_only=True) as connection:
            assert not connection.execute(MISQUOTED).fetchall()
            for relation in RELATIONS:
                connection.execute(f"select * from {relation}").fetchall()


def read(content: bytes, kind: FileKind | None) -> list[Page | Rejection]:
    """Read bytes; what can't be read at all gives nothing, with a message."""
    try:
        return list(read_stream(io.BytesIO(content), "memory", kind, LIMITS))
    except IntakeError as error:
        assert error.message
        return []


def assert_accounted(batch: Batch, items: Sequence[Page | Rejection]) -> None:
    """Each page ends in a document or a rejection, and each claim quotes its document."""
    pages = [item for item in items if isinstance(item, Page)]
    assert not pages or batch.documents or batch.rejections
    for document, extraction in zip(batch.documents, batch.extractions, strict=True):
        for refused in extraction.rejections:
            assert "the extractor failed" not in refused.message, refused.message
            assert refused.reason != "span_mismatch", refused.message
        for claim in extraction.claims:
            claim.prove(document)
    for refused in batch.rejections:
        assert refused.reason != "intake_failed", refused.message


def together(batches: Sequence[Batch]) -> Batch:
    """One batch of many; a document that came twice, or as two texts, is for the load to settle."""
    return Batch(
        pages=tuple(page for batch in batches for page in batch.pages),
        documents=tuple(document for batch in batches for document in batch.documents),
        extractions=tuple(extraction for batch in batches for extraction in batch.extractions),
        rejections=tuple(refused for batch in batches for refused in batch.rejections),
    )


def begin_corpus(folder: Path) -> None:
    """Lay our samples into a corpus that is empty, each as the kind that it is."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        return
    kinds = {".txt": FileKind.TEXT, ".html": FileKind.HTML, ".jsonl": FileKind.JSONL}
    for sample in sorted(Path(samples_folder()).iterdir()):
        first = KINDS.index(kinds[sample.suffix])
        (folder / sample.name).write_bytes(bytes([first]) + sample.read_bytes())


def dictionary(folder: Path) -> Path:
    """Words that turn a text into a claim, for the fuzzer to splice in."""
    path = folder / "words.dict"
    path.write_text("".join(f'"{word}"\n' for word in HARMS), encoding="utf-8")
    return path


def fuzz(arguments: list[str]) -> None:
    """Fuzz until the time given is over."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for given in arguments[1:]:
            if not given.startswith("-"):
                begin_corpus(Path(given))
        flow = Flow(folder)
        atheris.Setup([*arguments, f"-dict={dictionary(folder)}"], flow.take)
        atheris.Fuzz()


if __name__ == "__main__":
    fuzz(sys.argv)
