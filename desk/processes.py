"""Processes that are started beside this one."""

import os
import threading
from multiprocessing import connection, parent_process


def end_with_parent() -> None:
    """Have this process end when the one that started it is killed."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
