"""What keeps strangers and foreign pages from deciding."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from desk import DeskError
from desk.review.app import LARGEST_FORM
from desk.review.serve import is_loopback, needed_token
from tests.desk.conftest import PATIENCE, Desk
from tests.desk.test_review_queue import claims, decisions


@contextmanager
def signed_in(desk: Desk, **form: str) -> Iterator[tuple[httpx.Client, str]]:
    """A client with a session, and what its forms carry."""
    with httpx.Client(base_url=desk.address, timeout=PATIENCE) as client:
        answer = client.post("/signin", data={"reviewer": "Ana", **form})
        assert answer.status_code == 303
        html = client.get("/").text
        yield client, html.split('name=csrf value="')[1].split('"')[0]


def test_a_decision_needs_a_session_and_the_sign_of_its_form(desk: Desk) -> None:
    address = f"/claims/{claims(desk)['14 Doctors'].claim_id}/accept"
    with httpx.Client(base_url=desk.address, timeout=PATIENCE) as stranger:
        assert stranger.post(address, data={"csrf": "guess"}).headers["location"] == "/signin"
    with signed_in(desk) as (client, csrf):
        assert client.post(address, data={}).status_code == 403
        assert client.post(address, data={"csrf": csrf[:-1]}).status_code == 403
        for foreign in (
            {"origin": "https://evil.example"},
            {"origin": "null"},
            {"sec-fetch-site": "cross-site"},
        ):
            assert client.post(address, data={"csrf": csrf}, headers=foreign).status_code == 403
        assert decisions(desk) == []
        assert client.post(address, data={"csrf": csrf}).status_code == 303
    assert [decision.kind for decision in decisions(desk)] == ["accept"]


def test_other_names_for_the_server_are_refused(desk: Desk) -> None:
    answer = httpx.get(desk.address, headers={"host": "evil.example"}, timeout=PATIENCE)
    assert answer.status_code == 400


def test_every_answer_carries_a_strict_policy(desk: Desk) -> None:
    with signed_in(desk) as (client, _):
        for path in ("/", "/signin", "/assets/review/main.js", "/claims/nowhere", "/nowhere"):
            headers = client.get(path).headers
            assert "default-src 'none'" in headers["content-security-policy"]
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
        cookie = client.post("/signin", data={"reviewer": "Ana"}).headers["set-cookie"]
    assert "httponly" in cookie.lower()
    assert "samesite=strict" in cookie.lower()


def test_an_oversized_form_is_refused_unread(desk: Desk) -> None:
    with signed_in(desk) as (client, csrf):
        big = {"csrf": csrf, "note": "x" * LARGEST_FORM}
        assert client.post("/undo", data=big).status_code == 413
        endless = iter([b"csrf=", b"x" * 100])
        assert client.post("/undo", content=endless).status_code == 413


def test_a_desk_has_a_token_of_its_user(tmp_path: Path) -> None:
    made = needed_token(None, tmp_path)
    assert len(made) >= 32
    assert needed_token(None, tmp_path) == made
    assert (tmp_path / "desk-token").stat().st_mode & 0o077 == 0
    with pytest.raises(DeskError, match="16 characters"):
        needed_token("short")
    assert [is_loopback(host) for host in ("::1", "localhost", "desk.example")] == [1, 1, 0]


def test_who_does_not_know_the_token_stays_outside(
    running: Callable[..., Desk], database: Path
) -> None:
    desk = running(database, token="correct horse battery")
    with httpx.Client(base_url=desk.address, timeout=PATIENCE) as client:
        wrong = client.post("/signin", data={"reviewer": "Ana", "token": "guess"})
        assert wrong.status_code == 403
        assert client.get("/").headers["location"] == "/signin"
    with signed_in(desk, token="correct horse battery") as (client, _):
        assert client.get("/reviewers").status_code == 200
