"""What all flows share: from pages to a loaded, checked and reported warehouse."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from flows import steps, tasks
from flows.artifacts import move_progress, open_progress
from flows.cluster import make_shares
from flows.memory import give_back
from flows.partitions import Counts, Partition
from flows.pool import BatchPool
from flows.progress import advance
from flows.settings import Settings
from flows.shares import Share
from flows.stages import Stages
from flows.summary import Summary
from flows.turns import turn_at_warehouse
from flows.window import in_window
from schemas import Page, Rejection, Run
from warehouse.operations import Visited


def carry_out(
    run: Run,
    items: Iterable[Page | Rejection],
    settings: Settings,
    total: int | None,
    settle: Callable[[], Sequence[Visited]] = tuple,
    dealt: Sequence[Share] = (),
) -> Summary:
    """Extract the claims of pages, load them in one transaction, and tell how it went.

    Args:
        run: The run.
        items: What is read, as it comes.
        settings: The settings.
        total: How many bytes there are to read, where that is known.
        settle: Called once everything is loaded; tells how visits ended.
        dealt: What a cluster reads beside these items.
    """
    timed = Stages(run.run_id)
    with timed("extract"):
        partitions = list(extract_all(run, items, settings, total, dealt))
    with turn_at_warehouse():
        return take_in(run, partitions, settings, timed, settle)


def take_in(
    run: Run,
    partitions: Sequence[Partition],
    settings: Settings,
    timed: Stages,
    settle: Callable[[], Sequence[Visited]],
) -> Summary:
    """Load what was extracted, check and report what the warehouse then holds."""
    with timed("load"):
        added = tasks.load(tasks.as_is(list(partitions)), settings.database, run)
        give_back()
    read = sum((partition.counts for partition in partitions), start=Counts())
    visits = settle()
    steps.clear(settings, partitions)
    with timed("locate"):
        tasks.locate(settings.database)
    with timed("check"):
        checks, failed = tasks.check(settings.database, run.run_id, settings.data_docs)
        give_back()
    gate = tasks.gate(settings.database, settings.hold_on)
    with timed("report"):
        front = tasks.report(settings.database, settings.report) if gate.is_open else None
    summary = Summary(
        run_id=run.run_id,
        database=settings.database,
        read=read,
        added=added,
        checks=checks,
        failed=failed,
        report=front,
        held=gate.reasons,
        seconds=timed.total,
        stages=timed.seconds,
    )
    tasks.tell(run, tasks.as_is(summary), settings, tasks.as_is(visits))
    tasks.show(tasks.as_is(summary))
    return summary


def extract_all(
    run: Run,
    items: Iterable[Page | Rejection],
    settings: Settings,
    total: int | None,
    dealt: Sequence[Share],
) -> Iterator[Partition]:
    """Make a partition of each batch: of shares on a cluster, of other items here."""
    progress, done = open_progress("Share of the inputs' bytes that was read and extracted"), 0
    for partition in chain(
        chain.from_iterable(make_shares(dealt, settings, run.extractor)),
        make_batches(items, settings, run.extractor),
    ):
        done += partition.size
        advance("bytes read", done, total)
        move_progress(progress, done, total)
        yield partition


def make_batches(
    items: Iterable[Page | Rejection], settings: Settings, extractor: str
) -> Iterator[Partition]:
    """Make a partition of each batch on this machine, a few batches at a time."""
    batches = steps.in_batches(items, settings)
    first = list(islice(batches, 2))
    # A single batch is sooner done here than a process is started.
    with BatchPool(settings.processes if len(first) > 1 else 1) as pool:
        futures = (
            tasks.make_batch.submit(
                tasks.as_is(batch), tasks.as_is(pool), settings.staged, extractor
            )
            for batch in chain(first, batches)
        )
        yield from in_window(futures, 2 * pool.processes)
