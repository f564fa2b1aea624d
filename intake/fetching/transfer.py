"""One request, bounded in time and size, through its redirects."""

import asyncio
import ssl
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import SplitResult, urljoin

import httpx

from intake.fetching.addresses import find_address, parse_url
from intake.limits import Limits
from intake.rejections import TerminalError, TransientError

REDIRECTS = frozenset({301, 302, 303, 307, 308})
Result = TypeVar("Result")


@dataclass(frozen=True)
class Received:
    """What a server sent.

    Attributes:
        url: The address that answered, after redirects.
        status: HTTP status.
        reason: The words beside it.
        headers: Names and values, in their order.
        body: The bytes as they came, still compressed where the server compressed them.
        received: When (UTC).
    """

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    received: datetime

    def header(self, name: str) -> str | None:
        """The first value of a header."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def transfer(
    url: str,
    headers: Mapping[str, str],
    limits: Limits,
    may_be_private: Callable[[SplitResult], bool],
) -> Received:
    """Ask for an address and follow its redirects.

    Args:
        url: The address.
        headers: What to send.
        limits: Bounds; the time is for everything together, a look-up and each redirect included.
        may_be_private: Tells of an address whether its host may be a private one; asked anew
            for each redirect.

    Raises:
        TransientError: If the server cannot be reached, is too slow, or breaks off.
        TerminalError: If the answer is too large, or redirects lead nowhere good.
    """
    return _run(_bounded(url, headers, limits, may_be_private))


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    """Run in a thread of its own, since the caller may be inside an event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


async def _bounded(
    url: str,
    headers: Mapping[str, str],
    limits: Limits,
    may_be_private: Callable[[SplitResult], bool],
) -> Received:
    try:
        async with asyncio.timeout(limits.seconds):
            return await _follow(url, headers, limits, may_be_private)
    except (TimeoutError, httpx.TimeoutException) as error:
        raise TransientError(
            "too_slow", f"The server took longer than {limits.seconds:g} seconds; try later."
        ) from error
    except httpx.InvalidURL as error:
        raise TerminalError("bad_url", f"The address cannot be asked ({error}).") from error
    except httpx.TransportError as error:
        raise _failed(error) from error


def _failed(error: httpx.TransportError) -> TransientError | TerminalError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return TerminalError(
                "bad_certificate", f"The server's certificate is not valid ({cause.reason})."
            )
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.RemoteProtocolError) and "location header" in str(error):
        return TerminalError("bad_url", f"The address redirects to something that is none: {error}")
    kind = type(error).__name__
    return TransientError("no_answer", f"The server did not answer fully ({kind}); try later.")


async def _follow(
    url: str,
    headers: Mapping[str, str],
    limits: Limits,
    may_be_private: Callable[[SplitResult], bool],
) -> Received:
    seen: set[str] = set()
    # Proxies and credentials of the environment are not for addresses that pages name.
    async with httpx.AsyncClient(trust_env=False, timeout=limits.seconds) as client:
        while url not in seen and len(seen) <= limits.redirects:
            seen.add(url)
            target = parse_url(url)
            address = await find_address(target, may_be_private=may_be_private(target))
            found = await _ask(client, target, address, headers, limits)
            if isinstance(found, Received):
                return found
            url = urljoin(url, found)
    raise TerminalError(
        "redirect_loop", f"The address redirects in a circle or too often, last to {url}."
    )


async def _ask(
    client: httpx.AsyncClient,
    target: SplitResult,
    address: str,
    headers: Mapping[str, str],
    limits: Limits,
) -> Received | str:
    """Give the answer of the server at an IP address, or where it redirects to."""
    url = httpx.URL(target._replace(fragment="").geturl())
    # Connecting to the address that was checked leaves no second look-up to be answered otherwise.
    there = url.copy_with(host=address.partition("%")[0])
    sent = {**headers, "Host": url.netloc.decode("ascii")}
    known_as = {"sni_hostname": url.raw_host.decode("ascii")}
    async with client.stream("GET", there, headers=sent, extensions=known_as) as answer:
        if answer.status_code in REDIRECTS and "location" in answer.headers:
            return str(answer.headers["location"])
        return Received(
            url=str(url),
            status=answer.status_code,
            reason=answer.reason_phrase,
            headers=tuple(answer.headers.multi_items()),
            body=await _body(answer, limits),
            received=datetime.now(UTC),
        )


async def _body(answer: httpx.Response, limits: Limits) -> bytes:
    body = bytearray()
    async for piece in answer.aiter_raw():
        body += piece
        if len(body) > limits.page_bytes:
            raise TerminalError(
                "too_large",
                f"The server sends more than {limits.page_bytes:,} bytes; raise the limit.",
            )
    return bytes(body)
