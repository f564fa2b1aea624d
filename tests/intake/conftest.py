"""What the tests of fetching share."""

from collections.abc import Iterator

import pytest

from intake.fetching.fetcher import Fetcher
from intake.fetching.policy import FetchPolicy
from intake.limits import Limits
from tests.intake.faulty_server import Site, serve


class Clock:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Fetcher:
    limits = Limits(page_bytes=200_000, seconds=3.0, redirects=3)
    return Fetcher(FetchPolicy(limits=limits, pause=2.0), clock=clock, sleep=clock.sleep)
