"""The inputs of a run: of which sort they are, how large, and how they are cut into batches."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from flows.batches import batched
from flows.settings import Settings
from intake.reading.remote import is_object_address, is_web
from schemas import Page, Rejection


def samples_folder() -> str:
    """The folder of the samples, as seen from here where it lies below."""
    folder, here = Path(__file__).parent.parent / "samples", Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def is_local(given: str) -> bool:
    """Whether an input is of this machine: files, or standard input."""
    return not is_web(given) and not is_object_address(given)


def is_file(given: str) -> bool:
    """Whether an input names files here or in storage, which any machine can read."""
    return given != "-" and not is_web(given)


def size_of(inputs: Sequence[str]) -> int | None:
    """How many bytes there are to read, or null where that shows only on reading."""
    from intake.reading.local import STDIN, find_files  # noqa: PLC0415 -- runs only

    if STDIN in inputs or not all(map(is_local, inputs)):
        return None
    files = [found for given in inputs for found in find_files(given) if isinstance(found, Path)]
    if any(file.suffix == ".gz" for file in files):
        return None
    return sum(file.stat().st_size for file in files if file.is_file())


def in_batches(
    items: Iterable[Page | Rejection], settings: Settings
) -> Iterator[list[Page | Rejection]]:
    """Cut what is read into batches that bound the memory of a run."""
    return batched(items, settings.batch_pages, weigh, settings.batch_characters)


def weigh(item: Page | Rejection) -> int:
    """How much memory an item takes, about."""
    return len(item.content) if isinstance(item, Page) else len(item.excerpt)


def size_of_batch(items: Iterable[Page | Rejection]) -> int:
    """How many bytes were read for a batch."""
    return sum(item.size for item in items if isinstance(item, Page))
