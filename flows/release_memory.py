"""Memory that a stage has done with, given back before the next one needs its own."""

import ctypes
from contextlib import suppress


def give_back() -> None:
    """Return freed memory to the system, which the C library of Linux otherwise keeps."""
    import pyarrow as pa  # noqa: PLC0415 -- only runs hold anything

    pa.default_memory_pool().release_unused()
    # Other systems have no such call, and need none.
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
