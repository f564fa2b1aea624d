"""Extraction without a database: inputs in, batches of claims out, in the order of the inputs."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, islice

from flows.backpressure import in_window
from flows.extraction import extract_batch
from flows.inputs import in_batches, size_of, size_of_batch
from flows.pool import BatchPool
from flows.progress import advance
from flows.settings import Settings
from schemas import Batch


def extract_stream(inputs: Sequence[str], settings: Settings) -> Iterator[Batch]:
    """Read inputs and extract their claims, batch by batch, on all cores if there is enough.

    Args:
        inputs: Files, folders, globs, URLs, or `-`.
        settings: How many processes and how large batches.
    """
    import intake  # noqa: PLC0415 -- brings the HTML reader

    total, done = size_of(inputs), 0
    batches = in_batches(intake.read_pages(inputs), settings)
    first = list(islice(batches, 2))
    with BatchPool(settings.processes if len(first) > 1 else 1) as pool:
        width = 2 * pool.processes
        with ThreadPoolExecutor(width) as threads:
            futures = (
                threads.submit(pool.run, extract_batch, batch) for batch in chain(first, batches)
            )
            for batch in in_window(futures, width):
                done += size_of_batch(batch.pages)
                advance("bytes read", done, total)
                yield batch
