"""Extraction while the Prefect server of a run still starts."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from extractors.version import EXTRACTOR_VERSION
from flows.inputs import in_batches, is_file, is_local
from flows.runs import run_name
from flows.settings import Settings
from flows.staging import batch_folder, stage_batch
from flows.staging_owner import run_staging
from intake.pages import read_pages


def extract_ahead(inputs: Sequence[str], settings: Settings, ready: Callable[[], bool]) -> None:
    """Stage the first batches of some files, which the run takes from there as if left by another.

    Args:
        inputs: What the run reads; only files can be read twice, and those of storage better once.
        settings: The settings.
        ready: Whether the server answers, so that the run can begin.
    """
    if not all(is_file(given) and is_local(given) for given in inputs):
        return
    with run_staging(settings.staged, run_name(datetime.now(UTC))) as own:
        for batch in in_batches(read_pages(inputs), settings):
            stage_batch(batch, batch_folder(batch, own, EXTRACTOR_VERSION), EXTRACTOR_VERSION)
            if ready():
                return
