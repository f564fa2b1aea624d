"""What speed is compared of: each reads the same files and says how many claims it found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from evaluation.data import load_data
from schemas import Document

BATCH = 64
"""Documents that are read and worked on at a time."""

SCAN = regex.compile(rf"(?i)\b(?:{'|'.join(load_data('baseline').values())})\b")
"""The harm words that everybody would think of, in one pattern."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """Something whose speed is measured.

    Attributes:
        name: How it is called in tables.
        run: Reads files and counts what it finds in them.
        needs_textacy: Whether it runs only where textacy is installed.
    """

    name: str
    run: Callable[[Sequence[Path]], int]
    needs_textacy: bool = False


def scan(paths: Sequence[Path]) -> int:
    """The floor: read, decode, and look once for harm words."""
    return sum(1 for document in _read(paths) for _ in SCAN.finditer(document.text))


def extract(paths: Sequence[Path]) -> int:
    """Extract as the product does."""
    return _extract(paths, everything=False)


def extract_everything(paths: Sequence[Path]) -> int:
    """Extract with every sentence parsed."""
    return _extract(paths, everything=True)


def parse(paths: Sequence[Path]) -> int:
    """Only parse, with all components of the model; nothing is found."""
    from extractors.languages.en.parser import load_parser  # noqa: PLC0415 - loads spaCy

    for _ in load_parser().pipe((document.text for document in _read(paths)), batch_size=BATCH):
        pass
    return 0


def search_as_peers(paths: Sequence[Path]) -> int:
    """Quotations by textacy, and quantities by quantulum3 in every sentence."""
    from evaluation.baselines.numbers import numbers_by_quantulum  # noqa: PLC0415 - loads spaCy
    from evaluation.baselines.quotations import find_quotations  # noqa: PLC0415
    from extractors.document.text import split_sentences  # noqa: PLC0415

    found = 0
    for batch in _batches(paths):
        documents = list(_read(batch))
        find_quotations(documents)
        for document in documents:
            for sentence in split_sentences(document.text):
                text = document.text[sentence.start : sentence.end]
                found += sum(1 for _ in numbers_by_quantulum(text))
    return found


CONTESTANTS = {
    "floor": Contestant("read and scan", scan),
    "tollcheck": Contestant("tollcheck", extract),
    "unfiltered": Contestant("tollcheck, filter off", extract_everything),
    "parse": Contestant("spaCy's parse alone", parse),
    "peers": Contestant("textacy + quantulum3", search_as_peers, needs_textacy=True),
}


def _extract(paths: Sequence[Path], *, everything: bool) -> int:
    import extractors  # noqa: PLC0415 - loads spaCy

    found = 0
    for batch in _batches(paths):
        documents = list(_read(batch))
        extractions = extractors.extract_batch(documents, everything=everything)
        found += sum(len(extraction.claims) for extraction in extractions)
    return found


def _batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    return (paths[start : start + BATCH] for start in range(0, len(paths), BATCH))


def _read(paths: Sequence[Path]) -> Iterator[Document]:
    for path in paths:
        yield Document(document_id=path.name, text=path.read_bytes().decode("utf-8"))
