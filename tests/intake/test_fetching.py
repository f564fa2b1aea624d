"""Fetching from servers that hang, drip, lie and flood: bounded, and told apart."""

from datetime import UTC, datetime

import pytest

from intake import TerminalError, TransientError
from intake.fetching.addresses import refuse_private_address
from intake.fetching.fetcher import Fetcher, retry_after
from intake.fetching.policy import FetchPolicy
from intake.web import read_url
from schemas import Page
from tests.intake.conftest import Clock
from tests.intake.faulty_server import (
    STORY,
    Site,
    bomb,
    break_off,
    drip,
    drip_body,
    flood,
    hang,
)


def test_page_comes_as_sent(site: Site, fetcher: Fetcher) -> None:
    site.answer("/story", STORY.encode(), Content_Type="text/plain")
    (page,) = read_url(f"{site.address}/story", fetcher)
    assert isinstance(page, Page)
    assert page.content == STORY
    assert page.address == f"{site.address}/story"
    assert all("tollcheck" in agent for agent in site.agents)


@pytest.mark.parametrize(
    ("route", "reason"),
    [
        (hang, "too_slow"),
        (drip, "too_slow"),
        (drip_body, "too_slow"),
        (break_off, "no_answer"),
    ],
)
def test_what_may_pass_is_transient(
    route: object, reason: str, site: Site, fetcher: Fetcher
) -> None:
    site.routes["/page"] = route  # type: ignore[assignment]
    with pytest.raises(TransientError) as caught:
        fetcher.fetch(f"{site.address}/page")
    assert caught.value.reason == reason


def test_refused_connection_is_transient(fetcher: Fetcher) -> None:
    with pytest.raises(TransientError):
        fetcher.fetch("http://127.0.0.1:9/page")


@pytest.mark.parametrize(("status", "reason"), [(404, "gone"), (410, "gone"), (403, "refused")])
def test_what_will_not_pass_is_terminal(
    status: int, reason: str, site: Site, fetcher: Fetcher
) -> None:
    site.answer("/page", b"no", status)
    with pytest.raises(TerminalError) as caught:
        fetcher.fetch(f"{site.address}/page")
    assert caught.value.reason == reason


def test_flood_is_cut(site: Site, fetcher: Fetcher) -> None:
    site.routes["/page"] = flood
    with pytest.raises(TerminalError) as caught:
        fetcher.fetch(f"{site.address}/page")
    assert caught.value.reason == "too_large"


def test_bomb_is_not_unpacked(site: Site, fetcher: Fetcher) -> None:
    site.routes["/page"] = bomb
    (rejection,) = read_url(f"{site.address}/page", fetcher)
    assert not isinstance(rejection, Page)
    assert rejection.reason == "too_large"


@pytest.mark.parametrize("address", ["ftp://a.example/x", "http://", "https://a:b/", "http://[::1"])
def test_no_address_on_the_web(address: str, fetcher: Fetcher) -> None:
    with pytest.raises(TerminalError):
        fetcher.fetch(address)


def test_redirects_are_followed_to_the_page(site: Site, fetcher: Fetcher) -> None:
    site.answer("/old", b"", 301, Location="/new")
    site.answer("/new", STORY.encode(), Content_Type="text/plain")
    assert fetcher.fetch(f"{site.address}/old").url == f"{site.address}/new"


def test_redirect_loop_ends(site: Site, fetcher: Fetcher) -> None:
    site.answer("/a", b"", 302, Location="/b")
    site.answer("/b", b"", 302, Location="/a")
    for number in range(9):
        site.answer(f"/c{number}", b"", 302, Location=f"/c{number + 1}")
    for start in ("/a", "/c0"):
        with pytest.raises(TerminalError) as caught:
            fetcher.fetch(site.address + start)
        assert caught.value.reason == "redirect_loop"


@pytest.mark.parametrize("location", ["http://[::1", "javascript:alert(1)", "http://", "//"])
def test_redirect_to_no_address(location: str, site: Site, fetcher: Fetcher) -> None:
    site.answer("/out", b"", 302, Location=location)
    with pytest.raises(TerminalError):
        fetcher.fetch(f"{site.address}/out")


def test_redirect_to_a_private_host_is_refused(site: Site, fetcher: Fetcher) -> None:
    port = site.address.rpartition(":")[2]
    site.answer("/out", b"", 302, Location=f"http://localhost:{port}/secret")
    site.answer("/secret", b"secret")
    with pytest.raises(TerminalError) as caught:
        fetcher.fetch(f"{site.address}/out")
    assert caught.value.reason == "private_address"
    assert not site.asked["/secret"]


def test_redirect_to_another_port_of_a_private_host_is_refused(
    site: Site, fetcher: Fetcher
) -> None:
    host, _, port = site.address.rpartition(":")
    site.answer("/out", b"", 302, Location=f"{host}:{int(port) + 1}/secret")
    with pytest.raises(TerminalError) as caught:
        fetcher.fetch(f"{site.address}/out")
    assert caught.value.reason == "private_address"


def test_private_host_that_a_page_names_is_refused(site: Site, fetcher: Fetcher) -> None:
    with pytest.raises(TerminalError) as caught:
        fetcher.fetch(f"{site.address}/page", named=False)
    assert caught.value.reason == "private_address"
    assert not site.asked


def test_private_host_may_be_allowed(site: Site, clock: Clock) -> None:
    port = site.address.rpartition(":")[2]
    site.answer("/out", b"", 302, Location=f"http://localhost:{port}/page")
    site.answer("/page", STORY.encode())
    policy = FetchPolicy(private_hosts=frozenset({"localhost"}))
    found = Fetcher(policy, clock, clock.sleep).fetch(f"{site.address}/out")
    assert found.body == STORY.encode()


@pytest.mark.parametrize(
    "address",
    [
        *("10.0.0.1", "169.254.169.254", "::1", "::ffff:192.168.0.1", "fe80::1%eth0", "224.0.0.1"),
        *("64:ff9b::a00:1", "2002:a00:1::", "192.0.0.8", "fec0::1", "100.64.0.1", "0.0.0.0"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    with pytest.raises(TerminalError):
        refuse_private_address(address, "host.example")


def test_public_address_is_let_through() -> None:
    refuse_private_address("93.184.216.34", "host.example")


@pytest.mark.parametrize("status", [429, 503])
def test_busy_server_is_left_alone_as_long_as_it_asks(
    status: int, site: Site, fetcher: Fetcher, clock: Clock
) -> None:
    site.answer("/page", b"busy", status, Retry_After="600")
    with pytest.raises(TransientError) as caught:
        fetcher.fetch(f"{site.address}/page")
    assert caught.value.retry_after == 600
    with pytest.raises(TransientError) as again:
        fetcher.fetch(f"{site.address}/other")
    assert again.value.reason == "asked_to_wait"
    assert not site.asked["/other"]
    clock.now += 600
    site.answer("/page", STORY.encode())
    assert fetcher.fetch(f"{site.address}/page").body == STORY.encode()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("30", 30),
        ("Mon, 02 Mar 2026 10:01:00 GMT", 60),
        ("Mon, 02 Mar 2026 09:00:00 GMT", 0),
        ("99999999999", 86_400),
        ("soon", None),
        ("-3", None),
        (None, None),
    ],
)
def test_ways_to_ask_for_patience(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, datetime(2026, 3, 2, 10, tzinfo=UTC)) == seconds


def test_hosts_are_given_a_pause(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    site.answer("/a", b"a")
    site.answer("/b", b"b")
    fetcher.fetch(f"{site.address}/a")
    fetcher.fetch(f"{site.address}/b")
    assert clock.slept == [2.0, 2.0]


def test_robots_txt_is_obeyed(site: Site, fetcher: Fetcher, clock: Clock) -> None:
    rules = b"User-agent: *\nDisallow: /private\nAllow: /private/open*\nCrawl-delay: 7\n"
    site.answer("/robots.txt", rules)
    site.answer("/private/open.html", STORY.encode())
    with pytest.raises(TerminalError) as caught:
        fetcher.fetch(f"{site.address}/private/page")
    assert caught.value.reason == "forbidden_by_robots"
    assert not site.asked["/private/page"]
    fetcher.fetch(f"{site.address}/private/open.html")
    fetcher.fetch(f"{site.address}/private/open.html")
    assert site.asked["/robots.txt"] == 1
    assert clock.slept[-1] == 7.0


def test_unreachable_robots_txt_forbids_for_now(site: Site, fetcher: Fetcher) -> None:
    site.answer("/robots.txt", b"", 503)
    site.answer("/page", STORY.encode())
    with pytest.raises(TransientError):
        fetcher.fetch(f"{site.address}/page")
    assert not site.asked["/page"]


def test_wrong_charset_is_not_believed(site: Site, fetcher: Fetcher) -> None:
    site.answer(
        "/page", "Łódź: dwóch zabitych.".encode(), Content_Type="text/plain; charset=latin-1"
    )
    site.answer(
        "/mad", "fünf Tote in Köln".encode("latin-1"), Content_Type="text/plain; charset=x-y"
    )
    (page,) = read_url(f"{site.address}/page", fetcher)
    assert isinstance(page, Page)
    assert page.content == "Łódź: dwóch zabitych."
    (mad,) = read_url(f"{site.address}/mad", fetcher)
    assert isinstance(mad, Page)
    assert "Tote in" in mad.content
