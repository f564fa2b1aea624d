"""Where the time goes: samples of the running process, charged to the module that works."""

import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

INTERVAL = 0.002


@contextmanager
def sample_stages(prefix: str) -> Iterator[Counter[str]]:
    """Sample the process while the body runs.

    Each sample charges the processor time since the one before to the innermost module of ours
    whose name begins with `prefix`: what a library does counts for the module that called it.

    Args:
        prefix: Package whose modules are the stages ("extractors").

    Yields:
        Seconds by stage, filled while the body runs; `other` is what no stage called.
    """
    seconds: Counter[str] = Counter()
    last = time.process_time()

    def take(_: int, frame: FrameType | None) -> None:
        nonlocal last
        now = time.process_time()
        seconds[_stage(frame, prefix)] += now - last  # type: ignore[assignment]
        last = now

    before = signal.signal(signal.SIGPROF, take)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        yield seconds
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stage(frame: FrameType | None, prefix: str) -> str:
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module == prefix or module.startswith(f"{prefix}."):
            return module.removeprefix(f"{prefix}.").split(".")[0]
        frame = frame.f_back
    return "other"
