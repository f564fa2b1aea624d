"""The flow: read pages, extract and check their claims, load them, check the data, report."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, cast

from prefect import flow
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from flows import logs, steps, tasks
from flows.hooks import leave_advice
from flows.settings import Runner, Settings
from flows.shares import deal
from flows.summary import Summary
from flows.watching import Watch, unread
from flows.work import carry_out
from intake.errors import IntakeError, rejection
from intake.fetching.fetcher import Fetcher
from intake.fetching.store import Store
from intake.pages import read_pages
from schemas import Page, Rejection

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
) -> Summary:
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
    command = "watch" if watch else "run"
    run = steps.start_run(command, settings.inputs or (steps.samples_folder(),))
    total = steps.size_of(run.inputs)
    if not watch and settings.runner is Runner.DASK:
        files = [given for given in run.inputs if steps.is_file(given)]
        others = tuple(given for given in run.inputs if not steps.is_file(given))
        dealt, refused = deal(files, settings)
        return carry_out(run, chain(refused, read_inputs(others)), settings, total, dealt=dealt)
    if not watch:
        return carry_out(run, read_inputs(run.inputs), settings, total)
    round_ = start_round(settings)
    items = unread(visit_inputs(run.inputs, round_), settings.database, run.extractor)
    return carry_out(run, items, settings, total, round_.settle)


def read_inputs(inputs: tuple[str, ...]) -> Iterator[Page | Rejection]:
    """Read files as they come, and addresses on the web with another try where that may help."""
    yield from read_pages([given for given in inputs if not steps.is_remote(given)])
    for given in filter(steps.is_remote, inputs):
        try:
            yield from tasks.fetch(given)
        except IntakeError as error:
            yield rejection(error, given)


def start_round(settings: Settings) -> Watch:
    """Begin a round of visits to the watched addresses."""
    fetcher, store = Fetcher(settings.policy), Store(settings.responses)
    return Watch(
        store,
        lambda address, named: tasks.look(address, named, tasks.as_is(fetcher), tasks.as_is(store)),
    )


def visit_inputs(inputs: tuple[str, ...], round_: Watch) -> Iterator[Page | Rejection]:
    """Read files, and of addresses on the web what is new."""
    yield from read_pages([given for given in inputs if not steps.is_remote(given)])
    for given in filter(steps.is_remote, inputs):
        yield from round_.read(given)
