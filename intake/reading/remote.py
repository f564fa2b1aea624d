"""Object storage and other file systems that fsspec knows, as byte streams with an address."""

import glob
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from intake.reading.kinds import kind_of_name
from intake.rejections import IntakeError, TerminalError, TransientError

WITHHELD = frozenset({"missing", "not_permitted", "no_driver", "storage_refused"})
"""Reasons that lie in the storage or in our access to it, not in what an object holds."""


def is_object_address(given: str) -> bool:
    """Whether an input names objects in storage: `s3://bucket/reports/*.jsonl.gz`."""
    return "://" in given and not is_web(given)


def is_web(given: str) -> bool:
    """Whether an input is an address on the web."""
    return given.lower().startswith(("http://", "https://"))


def find_objects(given: str) -> Iterator[str]:
    """List the addresses that an input names: itself, those below it, those that fit a pattern.

    Raises:
        IntakeError: If the storage cannot be asked, or holds nothing there.
    """
    try:
        found = sorted(_find(given))
    except Exception as error:
        # Drivers raise whatever their vendor's library does.
        raise failed(error) from error
    if not found:
        raise TerminalError("no_match", f"Nothing fits {given}; check the address.")
    yield from found


def _find(given: str) -> Iterator[str]:
    import fsspec  # noqa: PLC0415 - local inputs do without

    system: Any
    system, path = fsspec.core.url_to_fs(given)
    # Drivers remember what they listed, and another program may have put something there since.
    system.invalidate_cache()
    if glob.has_magic(path) and not system.isfile(path):
        paths = [found for found in system.glob(path) if system.isfile(found)]
    elif system.isdir(path):
        paths = [found for found in system.find(path) if kind_of_name(found)]
    else:
        paths = [path]
    return (str(system.unstrip_protocol(found)) for found in paths)


def open_object(address: str) -> BinaryIO:
    """Open an object as a stream of bytes.

    Raises:
        IntakeError: If it cannot be opened.
    """
    import fsspec  # noqa: PLC0415 - local inputs do without

    try:
        stream: BinaryIO = fsspec.open(address, "rb", compression=None).open()
    except Exception as error:
        raise failed(error) from error
    return stream


def object_info(address: str) -> Mapping[str, Any]:
    """What the storage tells of an object: `size`, and what changes with it.

    Raises:
        IntakeError: If it cannot be asked, or the object is gone.
    """
    import fsspec  # noqa: PLC0415 - local inputs do without

    try:
        system, path = fsspec.core.url_to_fs(address)
        told: Mapping[str, Any] = system.info(path)
    except Exception as error:
        raise failed(error) from error
    return told


def failed(error: Exception) -> IntakeError:
    """Say what went wrong in the storage, and whether it may pass."""
    if isinstance(error, IntakeError):
        return error
    if isinstance(error, FileNotFoundError):
        return TerminalError("missing", "There is nothing at this address; check it.")
    if isinstance(error, ImportError):
        return TerminalError(
            "no_driver", f"This storage needs a library that is not installed ({error})."
        )
    detail = f"{type(error).__name__}: {error}"
    if isinstance(error, PermissionError):
        return TerminalError("not_permitted", f"The storage does not let us read this ({detail}).")
    if isinstance(error, OSError):
        return TransientError(
            "storage_failed", f"The storage cannot be read ({detail}); try later."
        )
    return TerminalError(
        "storage_refused",
        f"The storage cannot be read ({detail}); check its address and your access to it.",
    )
