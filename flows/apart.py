"""Work in a process of its own."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from desk.processes import start_processes

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
        return pool.submit(work, *given, **named).result()
