"""Work in a process of its own."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from desk.processes import end_processes, start_processes

Given = ParamSpec("Given")
Made = TypeVar("Made")


def apart(work: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
    """Do some work in a process of its own, which takes its libraries and memory with it.

    Args:
        work: A function of an importable module.
        *given: Its arguments.
        **named: Its named arguments.
    """
    with start_processes(1) as pool:
        try:
            return pool.submit(work, *given, **named).result()
        except BaseException:
            # The pool would wait for work that hangs.
            end_processes(pool)
            raise
