"""Start the review app."""

import ipaddress
from pathlib import Path

from desk.errors import DeskError
from desk.review.app import create_app
from desk.review.sessions import secret
from desk.review.store import Store
from warehouse import migrate

LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"]
SHORTEST_TOKEN = 16


def serve(
    database: Path, host: str = "127.0.0.1", port: int = 8765, token: str | None = None
) -> None:
    """Serve the review app until it is interrupted.

    Args:
        database: The warehouse.
        host: The address to listen on; any but this machine's own needs a token.
        port: The port; 0 for any that is free.
        token: What reviewers have to know; made up and printed where the address needs one.

    Raises:
        DeskError: The token is too easy to guess.
        WarehouseError: The warehouse cannot be read.
    """
    import uvicorn  # noqa: PLC0415 -- only the app needs the server

    token = needed_token(host, token)
    if not database.exists():
        raise DeskError(f"there is no warehouse {database}: `tollcheck run` makes one")
    migrate(database)
    hosts = LOOPBACK_NAMES if is_loopback(host) else ["*"]
    app = create_app(Store(database), hosts, token)
    shown = "localhost" if is_loopback(host) else host
    suffix = f"/signin?token={token}" if token else "/"
    print(f"The desk is at http://{shown}:{port}{suffix} (stop it with Ctrl-C)")  # noqa: T201 -- for the person who started it
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def needed_token(host: str, token: str | None) -> str | None:
    """The token that an address needs.

    Raises:
        DeskError: The given one is too easy to guess.
    """
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise DeskError(f"a token needs at least {SHORTEST_TOKEN} characters")
    return token or (None if is_loopback(host) else secret())


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
