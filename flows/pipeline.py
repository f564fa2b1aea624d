"""The pipeline: read, split, extract, check, load, compare, report.

`check_casualty_claims` is the flow that reads inputs, and `run_pipeline` what it shares with the
flow that reads stored pages again. Reading, splitting, extracting and checking go batch by batch,
several at once (`flows.extraction`); the rest is done once a run. `flows.stages` has each stage as
a Prefect task.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Any, cast

from prefect import flow
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import logs, stages
from flows.artifacts import move_progress, open_progress
from flows.backpressure import in_window
from flows.cluster import extract_shares
from flows.hooks import leave_advice
from flows.inputs import in_batches, is_file, is_local, samples_folder, size_of
from flows.noted_visits import noted
from flows.object_versions import ObjectVersions
from flows.partitions import InputPartition, partition_inputs
from flows.pool import BatchPool
from flows.progress import advance
from flows.quality import process_for_checks
from flows.release_memory import give_back
from flows.runs import start_run
from flows.settings import Runner, Settings
from flows.stages import as_is
from flows.staging import StagedBatch, clear_staged
from flows.staging_owner import run_staging
from flows.summary import Counts, RunSummary
from flows.timing import StageTimer
from flows.warehouse_lock import warehouse_lock
from flows.watching import Watch, held, held_for_good, unread
from intake.fetching.fetcher import Fetcher
from intake.fetching.response_store import ResponseStore
from intake.pages import read_pages
from intake.reading.remote import is_object_address, is_web
from intake.rejections import IntakeError, rejection
from schemas import Page, Rejection, Run
from warehouse.operations import Visited

THREADS = cast("TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=32))


@flow(
    name="check-casualty-claims",
    task_runner=THREADS,
    on_failure=[leave_advice],
    on_crashed=[leave_advice],
)
def check_casualty_claims(
    inputs: list[str] | None = None,
    database: Path | None = None,
    report: Path | None = None,
    processes: int | None = None,
    watch: bool = False,
) -> RunSummary:
    """Read pages, extract their claims, check and load them, and report discrepancies.

    Args:
        inputs: Files, folders, globs or URLs; the settings' inputs, or else the samples.
        database: The warehouse file.
        report: Folder of the report.
        processes: How many processes extract; 0 for one a core.
        watch: Read only what is new or changed since the last time.
    """
    settings = Settings.given(inputs=inputs, database=database, report=report, processes=processes)
    logs.configure(settings)
    run = start_run("watch" if watch else "run", settings.inputs or (samples_folder(),))
    total = size_of(run.inputs)
    ask = held if watch else held_for_good
    versions = ObjectVersions(settings.object_notes, lambda: ask(settings.database, run.extractor))
    if watch:
        round_ = start_round(settings)
        found = visit_inputs(run.inputs, round_, versions)
        items = unread(found, settings.database, run.extractor)

        def settle() -> Sequence[Visited]:
            return [*versions.settle(), *round_.settle()]

        return run_pipeline(run, items, settings, total, settle=settle)
    if settings.runner is Runner.DASK:
        dealt, refused = partition_inputs(
            [given for given in run.inputs if is_file(given)], settings
        )
        others = read_inputs([given for given in run.inputs if not is_file(given)], versions)
        items = chain(refused, others)
        return run_pipeline(run, items, settings, total, settle=versions.settle, dealt=dealt)
    items = read_inputs(run.inputs, versions)
    return run_pipeline(run, items, settings, total, settle=versions.settle)


def run_pipeline(
    run: Run,
    items: Iterable[Page | Rejection],
    settings: Settings,
    total: int | None,
    *,
    settle: Callable[[], Sequence[Visited]] = tuple,
    dealt: Sequence[InputPartition] = (),
) -> RunSummary:
    """Take pages through all stages after reading, and tell how it went.

    Args:
        run: The run.
        items: What is read, as it comes.
        settings: The settings.
        total: How many bytes there are to read, where that is known.
        settle: Called once everything is loaded; tells how visits ended.
        dealt: What a cluster reads beside these items.
    """
    timer = StageTimer(run.run_id)
    with run_staging(settings.staged, run.run_id) as staging, ExitStack() as turn:
        with timer("extract"):
            batches = list(extract_all(run, items, settings, total, dealt, staging))
        turn.enter_context(warehouse_lock(settings.database))
        checking = turn.enter_context(process_for_checks())
        with timer("load"):
            added = stages.load(as_is(batches), settings.database, run)
            give_back()
        visits = settle()
        clear_staged(staging, batches)
        read = sum((batch.counts for batch in batches), start=Counts())
        summary = compare_and_report(settings, timer, checking, read=read, added=added)
        stages.record(run, as_is(summary), settings, as_is(visits))
    return summary


def compare_and_report(
    settings: Settings,
    timer: StageTimer,
    checking: ProcessPoolExecutor,
    *,
    read: Counts,
    added: Counts,
) -> RunSummary:
    """Compare what the warehouse holds, check it and write the report.

    Args:
        settings: The settings.
        timer: Times the stages; it knows the run.
        checking: The process in which quality is checked.
        read: What the run has read.
        added: What of it was new.
    """
    with timer("compare"):
        stages.compare(settings.database)
    with timer("quality"):
        checks, failed = stages.check_quality(
            settings.database, timer.run_id, settings.data_docs, as_is(checking)
        )
    with timer("report"):
        front, held = stages.report(
            settings.database, settings.report, settings.data_docs, settings.hold_on
        )
    return RunSummary(
        run_id=timer.run_id,
        database=settings.database,
        read=read,
        added=added,
        checks=checks,
        failed=failed,
        report=front,
        held=held,
        seconds=timer.total,
        stages=timer.seconds,
    )


def read_inputs(inputs: Sequence[str], versions: ObjectVersions) -> Iterator[Page | Rejection]:
    """Read files, what is new in storage, and addresses on the web, with another try if need be."""
    yield from read_pages([given for given in inputs if is_local(given)])
    for given in filter(is_object_address, inputs):
        yield from noted(given, versions.read(given), versions.visited)
    for given in filter(is_web, inputs):
        yield from noted(given, fetched(given), versions.visited)


def fetched(address: str) -> Iterator[Page | Rejection]:
    """Read an address on the web, with another try where that may help."""
    try:
        yield from stages.fetch(address)
    except IntakeError as error:
        yield rejection(error, address)


def start_round(settings: Settings) -> Watch:
    """Begin a round of visits to the watched addresses."""
    fetcher, store = Fetcher(settings.policy), ResponseStore(settings.responses)
    return Watch(
        store, lambda address, named: stages.visit(address, named, as_is(fetcher), as_is(store))
    )


def visit_inputs(
    inputs: Sequence[str], round_: Watch, versions: ObjectVersions
) -> Iterator[Page | Rejection]:
    """Read files, and of addresses on the web and objects in storage what is new."""
    yield from read_pages([given for given in inputs if is_local(given)])
    for given in filter(is_object_address, inputs):
        yield from noted(given, versions.read(given), versions.visited)
    for given in filter(is_web, inputs):
        yield from round_.read(given)


def extract_all(
    run: Run,
    items: Iterable[Page | Rejection],
    settings: Settings,
    total: int | None,
    dealt: Sequence[InputPartition],
    staging: str,
) -> Iterator[StagedBatch]:
    """Extract and stage every batch: of partitions on a cluster, of other items here."""
    progress, done = open_progress("Share of the inputs' bytes that was read and extracted"), 0
    for batch in chain(
        chain.from_iterable(extract_shares(dealt, settings, staging, run.extractor)),
        extract_batches(items, settings, staging, run.extractor),
    ):
        done += batch.size
        advance("bytes read", done, total)
        move_progress(progress, done, total)
        yield batch


def extract_batches(
    items: Iterable[Page | Rejection], settings: Settings, staging: str, extractor: str
) -> Iterator[StagedBatch]:
    """Extract and stage batches on this machine, a few at a time."""
    batches = in_batches(items, settings)
    first = list(islice(batches, 2))
    # A single batch is sooner extracted here than a process is started.
    with BatchPool(settings.processes if len(first) > 1 else 1) as pool:
        futures = (
            stages.extract_batch.submit(as_is(batch), as_is(pool), staging, extractor)
            for batch in chain(first, batches)
        )
        yield from in_window(futures, 2 * pool.processes)
