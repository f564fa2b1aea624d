"""Processes that are started beside this one."""

import gc
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import ForkContext, SpawnContext
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

SELDOM = 100_000
"""How many objects are made before those without a reference are looked for in cycles."""


def collect_seldom() -> None:
    """Look for garbage in cycles seldom.

    What a command imports is a million objects that stay: to go through them over and over takes
    a sixth of a short run.
    """
    gc.set_threshold(SELDOM)


def start_processes(number: int, *, copied: bool = False) -> ProcessPoolExecutor:
    """Prepare processes that end when this one is killed.

    Args:
        number: How many.
        copied: Begin with all that this process has imported, instead of afresh. Not once it runs
            threads, as those of DuckDB and Prefect: a copy has their locks in whatever state.
    """
    return ProcessPoolExecutor(number, context(copied=copied), initializer=begin)


def context(*, copied: bool) -> ForkContext | SpawnContext:
    """How processes are started: as copies where the system can do that safely, or afresh."""
    return get_context("fork") if copied and sys.platform == "linux" else get_context("spawn")


def end_processes(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool, whatever they are at."""
    # From Python 3.14 on the pool does this itself.
    for process in list((pool._processes or {}).values()):
        process.kill()


def run_in_process(
    pool: ProcessPoolExecutor,
    function: Callable[Given, Result],
    *given: Given.args,
    **named: Given.kwargs,
) -> Result:
    """Call a function in a process of a pool; where this one is interrupted, that one ends too.

    Args:
        pool: The pool.
        function: A function of an importable module.
        *given: Its arguments.
        **named: Its named arguments.
    """
    try:
        return pool.submit(function, *given, **named).result()
    except BaseException:
        # The pool would wait for a function that hangs.
        end_processes(pool)
        raise


def begin() -> None:
    """Look for garbage seldom, as the command does, and end with the process that started this."""
    collect_seldom()
    end_with_parent()


def end_with_parent() -> None:
    """Have this process end when the one that started it is killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
