"""Who sits at which browser."""

import hmac
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_SESSIONS = 1_000
COOKIE = "tollcheck_desk"


def secret() -> str:
    """Something that nobody guesses."""
    return secrets.token_urlsafe(24)


@dataclass
class Session:
    """A reviewer at a browser.

    Attributes:
        reviewer: The name that verdicts carry.
        csrf: What forms of this browser carry, so that no other page can send them.
        message: What to tell on the next page, once.
        queue: Claims in the order in which the reviewer goes through them.
        repeats: The fields that the last correction filled in, to be repeated on other claims.
    """

    reviewer: str
    csrf: str = field(default_factory=secret)
    message: str = ""
    queue: tuple[str, ...] = ()
    repeats: Mapping[str, str] = field(default_factory=dict)

    def told(self) -> str:
        """The message, once."""
        message, self.message = self.message, ""
        return message

    def trusts(self, given: str) -> bool:
        """Whether a form came from a page of this session."""
        return hmac.compare_digest(self.csrf.encode(), given.encode("utf-8", "replace"))


class Sessions:
    """The sessions of a server; the longest unused is forgotten first."""

    def __init__(self) -> None:
        self.known: OrderedDict[str, Session] = OrderedDict()

    def find(self, name: str | None) -> Session | None:
        """The session of a cookie."""
        if name is None or name not in self.known:
            return None
        self.known.move_to_end(name)
        return self.known[name]

    def start(self, reviewer: str) -> str:
        """Begin a session.

        Returns:
            What the browser keeps as its cookie.
        """
        name = secret()
        self.known[name] = Session(reviewer)
        while len(self.known) > MOST_SESSIONS:
            self.known.popitem(last=False)
        return name
