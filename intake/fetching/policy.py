"""How pages are fetched."""

from pydantic import Field

from intake.limits import DEFAULT_LIMITS, Limits
from schemas.base import Contract

AGENT = "tollcheck"


class FetchPolicy(Contract):
    """How to behave towards servers, and what to put up with from them.

    Attributes:
        user_agent: Who we say that we are; add an address where you can be reached.
        pause: Seconds between two requests to one host.
        longest_wait: How many seconds to wait for a host, because of a pause or because it asked
            for it, before giving up for now.
        obey_robots: Whether to keep to robots.txt.
        private_hosts: Hosts with private addresses that redirects and links may lead to.
        limits: Bounds on time, size and redirects.
    """

    user_agent: str = f"{AGENT}/0.1 (reads news reports for casualty figures)"
    pause: float = Field(default=1.0, ge=0)
    longest_wait: float = Field(default=60.0, ge=0)
    obey_robots: bool = True
    private_hosts: frozenset[str] = frozenset()
    limits: Limits = DEFAULT_LIMITS
