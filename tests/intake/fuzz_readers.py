"""A coverage-guided fuzzer of the readers; not part of the suite.

Run it with `python -m tests.intake.fuzz_readers -max_total_time=600 FOLDER`, where FOLDER keeps
what it found interesting. What it breaks goes to `test_hostile_text.py`.
"""

import io
import sys

import atheris

with atheris.instrument_imports(include=["intake", "warcio", "feedparser", "csv"]):
    from intake import IntakeError, Limits, extract_documents
    from intake.content import read_stream
    from intake.reading.kinds import FileKind
    from schemas import Rejection

LIMITS = Limits(page_bytes=20_000, row_bytes=5_000, unpacked_ratio=20)
KINDS = (None, *FileKind)


def read_anything(data: bytes) -> None:
    """Read bytes as the kind that the first of them picks, and check what comes out."""
    if not data:
        return
    kind = KINDS[data[0] % len(KINDS)]
    if kind is FileKind.JSON:
        kind = FileKind.JSONL
    try:
        items = list(read_stream(io.BytesIO(data[1:]), "memory", kind, LIMITS))
    except IntakeError as error:
        assert error.message
        return
    for item in items:
        if isinstance(item, Rejection):
            assert item.reason
            continue
        item.content.encode("utf-8")
        documents, rejections = extract_documents(item)
        assert documents or rejections
        for document in documents:
            document.text.encode("utf-8")
            start = document.page_start
            if start is not None:
                assert item.content[start : start + len(document.text)] == document.text


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_anything)
    atheris.Fuzz()
