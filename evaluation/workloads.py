"""The texts that speed is measured on, each a folder of text files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import find_shared, read_articles, read_releases
from evaluation.json_lines import GoldError
from extractors.constructions.trigger import find_triggers
from extractors.document.text import fold
from intake import extract_documents, read_pages
from schemas import Page

REPEATED = 5
"""How often the few archive pages are read, so that there is something to measure."""
SAMPLES = "the project's samples"


@dataclass(frozen=True, slots=True)
class Workload:
    """Texts of one kind.

    Attributes:
        name: The kind.
        texts: The texts.
    """

    name: str
    texts: tuple[str, ...]

    @property
    def words(self) -> int:
        """Number of words of all texts."""
        return sum(len(text.split()) for text in self.texts)

    def write(self, folder: Path) -> list[Path]:
        """Write each text into a file of its own."""
        folder.mkdir(parents=True)
        paths = [folder / f"{number:05}.txt" for number in range(len(self.texts))]
        for path, text in zip(paths, self.texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return paths


def open_workloads(limit: int) -> tuple[list[Workload], str | None]:
    """Read the kinds of text: general, casualty-dense, long, and without any trigger.

    Args:
        limit: Most texts of a kind.

    Returns:
        The workloads, and what is missing: without the shared texts it is the project's samples.
    """
    try:
        found = [Workload(name, tuple(read()[:limit])) for name, read in _KINDS.items()]
    except GoldError as error:
        return [Workload(SAMPLES, tuple(_samples()[:limit]))], f"measured on {SAMPLES}: {error}"
    return [workload for workload in found if workload.texts], None


def _samples() -> Sequence[str]:
    folder = Path(__file__).resolve().parent.parent / "samples"
    pages = (page for page in read_pages([str(folder)]) if isinstance(page, Page))
    return [document.text for page in pages for document in extract_documents(page)[0]] * REPEATED


def _news() -> Sequence[str]:
    return [article.document.text for article in read_articles(find_shared())]


def _releases() -> Sequence[str]:
    return [release.document.text for release in read_releases(find_shared())]


def _archive() -> Sequence[str]:
    pages = sorted((find_shared() / "seeds").glob("*.txt"))
    return [path.read_bytes().decode("utf-8") for path in pages] * REPEATED


def _harmless() -> Sequence[str]:
    return [text for text in _news() if not find_triggers(fold(text))]


_KINDS: dict[str, Callable[[], Sequence[str]]] = {
    "general news": _news,
    "casualty-dense releases": _releases,
    "long archive pages": _archive,
    "news without a trigger": _harmless,
}
