"""Extraction while the Prefect server of a run still starts."""

from collections.abc import Callable, Sequence

from extractors.version import EXTRACTOR_VERSION
from flows.inputs import in_batches, is_file
from flows.settings import Settings
from flows.staging import batch_folder, stage_batch
from intake.pages import read_pages


def extract_ahead(inputs: Sequence[str], settings: Settings, ready: Callable[[], bool]) -> None:
    """Stage the first batches of some files, which the run takes from there as if left by another.

    Args:
        inputs: What the run reads; only files can be read twice.
        settings: The settings.
        ready: Whether the server answers, so that the run can begin.
    """
    if not all(map(is_file, inputs)):
        return
    for batch in in_batches(read_pages(inputs), settings):
        stage_batch(
            batch, batch_folder(batch, settings.staged, EXTRACTOR_VERSION), EXTRACTOR_VERSION
        )
        if ready():
            return
