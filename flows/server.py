"""A Prefect server for one run, where none is running."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from socket import create_server
from time import monotonic, sleep
from urllib.request import urlopen

from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    get_current_settings,
    temporary_settings,
)

from flows.processes import context, end_with_parent

PATIENCE = 180.0
"""Seconds to wait for it: the first one makes its database, which a slow disk draws out."""
AGAIN = 0.05


class ServerError(OSError):
    """The server did not start."""


class Server:
    """A Prefect server in a process of its own, which starts while this process does other things.

    Attributes:
        url: Where its interface will be.
    """

    def __init__(self, process: BaseProcess, url: str) -> None:
        self.url = url
        self._process = process

    @property
    def pid(self) -> int | None:
        """The number of its process."""
        return self._process.pid

    def answers(self) -> bool:
        """Whether it answers by now."""
        return answers(self.url)

    def wait(self) -> None:
        """Wait until it answers.

        Raises:
            ServerError: It ended, or takes too long.
        """
        deadline = monotonic() + PATIENCE
        while not self.answers():
            if not self._process.is_alive() or monotonic() > deadline:
                raise ServerError(
                    "Prefect's temporary server did not start; start one by "
                    "`prefect server start`, and set PREFECT_API_URL to see what is wrong"
                )
            sleep(AGAIN)

    def stop(self) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.join(5)
        self._process.kill()


def answers(url: str) -> bool:
    """Whether a server answers at an address."""
    try:
        # Its health is told before it has laid out its routes, on which a first question waits.
        with urlopen(f"{url}/admin/version", timeout=5) as response:  # noqa: S310 -- our own
            return bool(response.status == 200)
    except OSError:
        return False


@contextmanager
def server_for_run() -> Iterator[Server | None]:
    """Start a server for the flows inside the block, unless the settings name one.

    It ends with the flow, so that nobody waits for the flow's heartbeats, which the flow in turn
    would wait for.

    Yields:
        The server, which need not answer yet; nothing where one is running.
    """
    if get_current_settings().api.url:
        yield None
        return
    server = start_server()
    try:
        with temporary_settings(
            {PREFECT_API_URL: server.url, PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}
        ):
            yield server
    finally:
        server.stop()


def start_server() -> Server:
    """Start a server at an address that is free."""
    with create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    process = context(copied=True).Process(target=serve, args=(port,), daemon=True)
    process.start()
    return Server(process, address(port))


def address(port: int) -> str:
    """Where a server's interface is."""
    return f"http://127.0.0.1:{port}/api"


def serve(port: int) -> None:
    """Serve until the process is ended; without pages and services that a single run can spare."""
    end_with_parent()
    import uvicorn  # noqa: PLC0415 -- with the next, takes seconds
    from prefect.server.api.server import create_app  # noqa: PLC0415 -- see above

    app = create_app(ephemeral=True, final=True)
    threading.Thread(target=ask_first, args=(address(port),), daemon=True).start()
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="critical")


def ask_first(url: str) -> None:
    """Ask a server of this process the first question, on which it lays out its routes."""
    while not answers(url):
        sleep(AGAIN)
