"""Shares on a Dask cluster: each is a task there, done again where its process is killed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from os import cpu_count
from typing import TYPE_CHECKING

from prefect.settings import PREFECT_API_URL, get_current_settings, temporary_settings

from flows import stages
from flows.partitions import InputPartition, read_partition
from flows.pool import BatchPool
from flows.settings import Settings
from flows.staging import StagedBatch, extract_staged

if TYPE_CHECKING:
    from prefect_dask.task_runners import DaskTaskRunner


class SetupError(OSError):
    """What was asked for is not set up; the message says what to do."""


def extract_shares(
    dealt: Sequence[InputPartition], settings: Settings, staging: str, extractor: str
) -> Iterator[list[StagedBatch]]:
    """Extract and stage the batches of all partitions, in their order."""
    if not dealt:
        return
    from distributed import KilledWorker  # noqa: PLC0415 -- an extra, which one machine does without

    given = {"settings": settings, "folder": staging, "extractor": extractor}
    with started(settings) as runner:
        futures = [
            runner.submit(stages.extract_partition, {"partition": partition, **given})
            for partition in dealt
        ]
        for partition, future in zip(dealt, futures, strict=True):
            try:
                yield future.result()
            except KilledWorker:
                yield extract_here(partition, settings, staging, extractor)


def extract_here(
    partition: InputPartition, settings: Settings, staging: str, extractor: str
) -> list[StagedBatch]:
    """Extract a partition with processes of our own, which find the page that kills them."""
    with BatchPool(2) as pool:
        batches = read_partition(partition, settings)
        return [extract_staged(batch, pool, staging, extractor) for batch in batches]


@contextmanager
def started(settings: Settings) -> "Iterator[DaskTaskRunner]":
    """A task runner on the cluster that the settings name, or on one of this machine.

    Raises:
        SetupError: Dask is not installed, or its processes would not find Prefect's server.
    """
    try:
        from prefect_dask.task_runners import DaskTaskRunner  # noqa: PLC0415 -- an extra, see above
    except ImportError as error:
        raise SetupError("the runner dask needs: pip install 'tollcheck[dask]'") from error
    own = {
        "n_workers": settings.processes or cpu_count() or 1,
        "threads_per_worker": 1,
        "dashboard_address": None,
    }
    where = {"address": settings.scheduler} if settings.scheduler else {"cluster_kwargs": own}
    with server_for_all(settings), DaskTaskRunner(**where) as runner:
        yield runner


@contextmanager
def server_for_all(settings: Settings) -> Iterator[None]:
    """Have the cluster's processes use the server that this run uses, not one each."""
    if get_current_settings().api.url:
        yield
        return
    if settings.scheduler:
        raise SetupError(
            "other machines cannot reach this run's own Prefect server: start one by "
            "`prefect server start --host 0.0.0.0`, and set PREFECT_API_URL here and there"
        )
    # The import brings the whole server, which a run beside a server does without.
    from prefect.server.api.server import SubprocessASGIServer  # noqa: PLC0415

    with temporary_settings({PREFECT_API_URL: SubprocessASGIServer().api_url}):
        yield
