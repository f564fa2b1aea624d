"""Fetching as a good guest: robots.txt, pauses, waiting when asked to."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urlsplit

from protego import Protego

from intake.fetching.addresses import parse_url
from intake.fetching.policy import AGENT, FetchPolicy
from intake.fetching.transfer import Received, transfer
from intake.limits import Limits
from intake.rejections import TerminalError, TransientError

ROBOTS_BYTES = 512 * 1024
"""As much of a robots.txt as has to be read."""
ROBOTS_SECONDS = 24 * 3600.0
LONGEST_RETRY_AFTER = 24 * 3600.0
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass
class _Host:
    """What is known of a host.

    Attributes:
        turn: Held while a request is under way: one at a time.
        not_before: When it may be asked again.
        rules: Its robots.txt.
        read: When that was read.
    """

    turn: threading.Lock = field(default_factory=threading.Lock)
    not_before: float = 0.0
    rules: Protego | None = None
    read: float = 0.0


class Fetcher:
    """Fetches pages one after another from each host; safe to share between threads."""

    def __init__(
        self,
        policy: FetchPolicy | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Begin without knowing any host.

        Args:
            policy: How to behave.
            clock: Tells the time in seconds.
            sleep: Waits.
        """
        self.policy = policy or FetchPolicy()
        self._clock = clock
        self._sleep = sleep
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)

    def fetch(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        named: bool = True,
    ) -> Received:
        """Fetch an address.

        Args:
            url: The address.
            etag: The tag of the version that is known; 304 is answered where it still holds.
            last_modified: The date of that version, likewise.
            named: Whether a person named the address, which then may be private; false for one
                that was found in a page or feed.

        Returns:
            What the server sent, with status 200 or 304.

        Raises:
            TransientError: If it may go well later.
            TerminalError: If it will not.
        """
        parts = parse_url(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        own = {parts.netloc} if named else set()
        host = self._hosts[origin]
        with host.turn:
            self._obey(host, url, origin, own)
            headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
            return self._judge(host, self._request(host, url, headers, own))

    def _obey(self, host: _Host, url: str, origin: str, own: set[str]) -> None:
        if not self.policy.obey_robots:
            return
        if host.rules is None or self._clock() - host.read > ROBOTS_SECONDS:
            host.rules = self._read_rules(host, origin, own)
            host.read = self._clock()
        if not host.rules.can_fetch(url, AGENT):
            raise TerminalError(
                "forbidden_by_robots", "The site's robots.txt asks programs to leave this page."
            )

    def _read_rules(self, host: _Host, origin: str, own: set[str]) -> Protego:
        limits = self.policy.limits.model_copy(update={"page_bytes": ROBOTS_BYTES})
        found = self._request(host, f"{origin}/robots.txt", {}, own, limits)
        if found.status in BUSY:
            self._judge(host, found)
        body = found.body if found.status < 300 else b""
        return Protego.parse(body.decode("utf-8", "replace"))

    def _request(
        self,
        host: _Host,
        url: str,
        headers: dict[str, str | None],
        own: set[str],
        limits: Limits | None = None,
    ) -> Received:
        self._wait(host)
        sent = {
            "User-Agent": self.policy.user_agent,
            "Accept-Encoding": "gzip, deflate",
            "Accept": "text/html, application/xhtml+xml, application/xml, text/plain, */*;q=0.5",
            **{name: value for name, value in headers.items() if value},
        }

        def may_be_private(target: SplitResult) -> bool:
            return target.netloc in own or target.hostname in self.policy.private_hosts

        try:
            return transfer(url, sent, limits or self.policy.limits, may_be_private)
        finally:
            delay = host.rules.crawl_delay(AGENT) if host.rules else None
            host.not_before = self._clock() + max(self.policy.pause, delay or 0.0)

    def _wait(self, host: _Host) -> None:
        remaining = host.not_before - self._clock()
        if remaining > self.policy.longest_wait:
            error = TransientError(
                "asked_to_wait", f"The server asked to wait; try again in {remaining:.0f} seconds."
            )
            error.retry_after = remaining
            raise error
        if remaining > 0:
            self._sleep(remaining)

    def _judge(self, host: _Host, found: Received) -> Received:
        status = found.status
        if status in BUSY:
            wait = retry_after(found.header("retry-after"), datetime.now(UTC))
            host.not_before = max(host.not_before, self._clock() + (wait or 0.0))
            error = TransientError(
                "busy", f"The server cannot answer now ({status} {found.reason}); try later."
            )
            error.retry_after = wait
            raise error
        if status in {200, 304}:
            return found
        where = urlsplit(found.url).netloc
        problem = "does not have the page" if status in {404, 410} else "does not give the page"
        raise TerminalError(
            "gone" if status in {404, 410} else "refused",
            f"The server {where} {problem} ({status} {found.reason}); check the address.",
        )


def retry_after(value: str | None, now: datetime) -> float | None:
    """Read how long a server asks to wait: in seconds, or until a date.

    Args:
        value: The header's value.
        now: The time, since a date is turned into seconds.
    """
    if not value:
        return None
    try:
        seconds = float(value) if value.strip().isdigit() else _until(value, now)
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)


def _until(value: str, now: datetime) -> float:
    moment = parsedate_to_datetime(value)
    return ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds()
