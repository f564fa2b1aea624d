"""Start the review app."""

import ipaddress
import os
import socket
from pathlib import Path

import platformdirs

from desk.desk_error import DeskError
from desk.review.app import create_app
from desk.review.sessions import secret
from desk.review.text_readers import TextReaders
from desk.review.warehouse_access import WarehouseAccess
from warehouse import WarehouseMissingError, migrate

LOOPBACK_NAMES = ["127.0.0.1", "localhost", "[::1]"]
SHORTEST_TOKEN = 16


def serve(
    database: Path,
    readers: TextReaders,
    host: str = "127.0.0.1",
    port: int = 8765,
    token: str | None = None,
) -> None:
    """Serve the review app until it is interrupted.

    Args:
        database: The warehouse.
        readers: What words are read with, as the extraction reads them.
        host: The address to listen on.
        port: The port; 0 for any that is free.
        token: What reviewers have to know to sign in; else the one kept in the user's own folder.

    Raises:
        DeskError: The token is too easy to guess, or the address is not found.
        WarehouseError: The warehouse is missing or cannot be read.
    """
    import uvicorn  # noqa: PLC0415 -- only the app needs the server

    token = needed_token(token)
    if not database.exists():
        raise WarehouseMissingError(f"there is no warehouse {database}: `tollcheck run` makes one")
    refuse_unknown(host)
    migrate(database)
    hosts = LOOPBACK_NAMES if is_loopback(host) else ["*"]
    app = create_app(WarehouseAccess(database), hosts, readers, token)
    shown = "localhost" if is_loopback(host) else host
    address = f"http://{shown}:{port}/signin?token={token}"
    print(f"The desk is at {address} (stop it with Ctrl-C)")  # noqa: T201 -- for the person who started it
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def refuse_unknown(host: str) -> None:
    """Refuse an address that this machine cannot listen on.

    Raises:
        DeskError: The name is not found.
    """
    try:
        socket.getaddrinfo(host, None)
    except OSError as error:
        raise DeskError(f"the host {host} is not found; name an address of this machine") from error


def needed_token(token: str | None, folder: Path | None = None) -> str:
    """The token of a desk: the given one, or the one that this user's desks share.

    Any account of a machine can reach its loopback addresses, so that these need one, too.

    Args:
        token: What the person who starts the desk gave.
        folder: Where the shared token is kept; the user's own folder, if not given.

    Raises:
        DeskError: The given one is too easy to guess.
    """
    if token is not None:
        if len(token) < SHORTEST_TOKEN:
            raise DeskError(f"a token needs at least {SHORTEST_TOKEN} characters")
        return token
    folder = folder or platformdirs.user_state_path("tollcheck", ensure_exists=True)
    file = folder / "desk-token"
    if file.is_file() and len(kept := file.read_text("utf-8").strip()) >= SHORTEST_TOKEN:
        return kept
    made = secret()
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(made)
    return made


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
