"""Which addresses may be asked at all."""

import asyncio
import socket
from ipaddress import ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from intake.rejections import TerminalError, TransientError

SCHEMES = {"http": 80, "https": 443}
NOT_GLOBAL = tuple(
    ip_network(block)
    for block in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "fec0::/10",
    )
)
"""Ranges of protocols and translators, which can lead to private hosts though Python calls some
of them global (IANA special-purpose address registries)."""


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


async def find_address(url: SplitResult, *, may_be_private: bool) -> str:
    """Look up the address to connect to.

    Args:
        url: The address on the web.
        may_be_private: Whether the host may be one that is not on the public internet.

    Returns:
        An IP address of its host; who connects to it asks no name server a second time.

    Raises:
        TerminalError: If one of its addresses is private, and may not be.
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
    addresses = [str(where[0]) for *_, where in found]
    if not may_be_private:
        for address in addresses:
            refuse_private_address(address, host)
    return addresses[0]


def refuse_private_address(address: str, host: str) -> None:
    """Refuse an IP address that is not on the public internet.

    Raises:
        TerminalError: If it is private, of this machine, or otherwise reserved.
    """
    ip = ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    ip = mapped or ip
    is_special = any(ip in block for block in NOT_GLOBAL if block.version == ip.version)
    if not ip.is_global or ip.is_multicast or is_special:
        raise TerminalError(
            "private_address",
            f"The address leads to the private host {host}; allow it in the settings if wanted.",
        )
