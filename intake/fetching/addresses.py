"""Which addresses may be asked at all."""

import asyncio
import socket
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from intake.errors import TerminalError, TransientError

SCHEMES = {"http": 80, "https": 443}


def parse_url(url: str) -> SplitResult:
    """Read an address on the web.

    Raises:
        TerminalError: If it is none.
    """
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good:
        raise TerminalError(
            "bad_url", "This is no address on the web; it should begin with https:// and a host."
        )
    return parts


async def refuse_private(url: SplitResult) -> None:
    """Look up a host, and refuse one that is not on the public internet.

    Raises:
        TerminalError: If one of its addresses is private.
        TransientError: If the host is not found.
    """
    host = url.hostname or ""
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(host, url.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise TransientError(
            "no_host", f"The host {host} is not found; check the address and the connection."
        ) from error
    for *_, where in found:
        refuse_private_address(str(where[0]), host)


def refuse_private_address(address: str, host: str) -> None:
    """Refuse an IP address that is not on the public internet.

    Raises:
        TerminalError: If it is private, of this machine, or otherwise reserved.
    """
    ip = ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    ip = mapped or ip
    if not ip.is_global or ip.is_multicast:
        raise TerminalError(
            "private_address",
            f"The address leads to the private host {host}; allow it in the settings if wanted.",
        )
