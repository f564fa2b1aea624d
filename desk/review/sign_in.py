"""Reviewers say who they are, and show that the desk's token is known to them."""

import getpass
import hmac

from fastapi import Response

from desk.review.call import Call
from desk.review.sessions import COOKIE

LONGEST_NAME = 60


def show(call: Call) -> Response:
    """Ask for the reviewer's name."""
    return asked(call, token=call.query("token"))


def asked(call: Call, *, token: str, problem: str = "", status: int = 200) -> Response:
    """The sign-in page."""
    return call.page(
        "signin.html",
        status,
        needs_token=call.state.token is not None,
        token=token,
        problem=problem,
        suggestion=user_name() if is_local(call) else "",
    )


def sign_in(call: Call) -> Response:
    """Begin a session."""
    name = " ".join(call.field("reviewer").split())[:LONGEST_NAME]
    token = call.field("token")
    if not is_right(call.state.token, token):
        return asked(call, token="", problem="That is not the token.", status=403)
    if not name:
        return asked(call, token=token, problem="Please give a name.", status=422)
    response = call.go("/")
    cookie = call.state.sessions.start(name)
    is_secure = call.request.url.scheme == "https"
    response.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", secure=is_secure)
    return response


def is_right(token: str | None, given: str) -> bool:
    """Whether a token is the right one."""
    return token is None or hmac.compare_digest(token.encode(), given.encode("utf-8", "replace"))


def is_local(call: Call) -> bool:
    """Whether the browser runs on the machine of the desk."""
    client = call.request.client
    return client is not None and client.host in {"127.0.0.1", "::1"}


def user_name() -> str:
    """The name of this machine's user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
