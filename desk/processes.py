"""Processes that are started beside this one."""

import os
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import connection, get_context, parent_process


def start_processes(number: int) -> ProcessPoolExecutor:
    """Prepare processes that begin afresh, and that end when this one is killed."""
    # Forked processes would inherit the threads of DuckDB and Prefect in whatever state they are.
    return ProcessPoolExecutor(number, get_context("spawn"), initializer=end_with_parent)


def end_processes(pool: ProcessPoolExecutor) -> None:
    """End the processes of a pool, whatever they are at."""
    # From Python 3.14 on the pool does this itself.
    for process in list((pool._processes or {}).values()):
        process.kill()


def end_with_parent() -> None:
    """Have this process end when the one that started it is killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
