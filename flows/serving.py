"""The watch on a schedule, from one process beside a Prefect server."""

import asyncio
import os
from threading import Timer
from typing import Any

from prefect.runner import Runner

from flows.pipeline import check_casualty_claims
from flows.terminal import say

GRACE = 20.0
"""Seconds to end in: pausing the schedule takes one where the server answers."""
LATE = "The server does not answer; ended without pausing the schedule."


class WatchRunner(Runner):
    """A runner that ends when it is told to, also where its server is gone."""

    def handle_sigterm(self, *given: Any, **named: Any) -> None:
        """Shut down in time: Prefect's runner goes on asking a server that is gone."""
        last = Timer(GRACE, end_at_once)
        last.daemon = True
        last.start()
        super().handle_sigterm(*given, **named)


def end_at_once() -> None:
    """End this process, whatever it waits for."""
    say(LATE)
    os._exit(0)


def serve_watch(cron: str) -> None:
    """Run the watch on a schedule until this process is told to end."""
    runner = WatchRunner(name="serve", limit=1)
    runner.add_flow(
        check_casualty_claims,
        name="serve",
        cron=cron,
        parameters={"watch": True},
        tags=["tollcheck"],
    )
    say(f"Watching the sources at {cron}; Ctrl-C ends it.")
    asyncio.run(runner.start())
