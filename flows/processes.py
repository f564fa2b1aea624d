"""Processes that are started beside this one."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def start_processes(number: int) -> ProcessPoolExecutor:
    """Prepare processes that begin afresh, and that end when this one is killed."""
    # Forked processes would inherit the threads of DuckDB and Prefect in whatever state they are.
    return ProcessPoolExecutor(number, get_context("spawn"), initializer=end_with_parent)


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


def end_with_parent() -> None:
    """Have this process end when the one that started it is killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
