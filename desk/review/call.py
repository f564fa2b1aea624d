"""One request, as handlers see it."""

from dataclasses import dataclass
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from desk.review.sessions import Session, Sessions
from desk.review.text_readers import TextReaders
from desk.review.warehouse_access import WarehouseAccess
from desk.templating import environment


@dataclass(frozen=True)
class AppState:
    """What all requests share.

    Attributes:
        store: The warehouse.
        sessions: Who sits where.
        token: What reviewers have to know to sign in, if anything.
        readers: What words are read with.
    """

    store: WarehouseAccess
    sessions: Sessions
    token: str | None
    readers: TextReaders


@dataclass(frozen=True)
class Call:
    """A request.

    Attributes:
        request: The request itself.
        state: What all requests share.
        given: The session, which only the sign-in page does without.
        form: The fields of a form.
    """

    request: Request
    state: AppState
    given: Session | None
    form: dict[str, list[Any]]

    @property
    def session(self) -> Session:
        """The session of a reviewer."""
        assert self.given is not None
        return self.given

    @property
    def store(self) -> WarehouseAccess:
        """The warehouse."""
        return self.state.store

    @property
    def reviewer(self) -> str:
        """The name that verdicts carry."""
        return self.session.reviewer

    @property
    def is_ahead(self) -> bool:
        """Whether a page is loaded before the reviewer asks for it."""
        return "x-ahead" in self.request.headers

    def path(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    def query(self, name: str) -> str:
        """A parameter of the address."""
        return self.request.query_params.get(name, "")

    def field(self, name: str) -> str:
        """A field of the form; files count for nothing."""
        return next((item for item in self.form.get(name, []) if isinstance(item, str)), "")

    def fields(self) -> dict[str, str]:
        """All fields of the form."""
        return {name: self.field(name) for name in self.form}

    def page(self, template: str, status: int = 200, **context: Any) -> HTMLResponse:
        """Answer with a page."""
        found = environment().get_template(f"review/{template}")
        session = self.given
        html = found.render(
            root="/",
            here=self.request.url.path,
            reviewer=session.reviewer if session else None,
            csrf=session.csrf if session else "",
            message=session.told() if session and not self.is_ahead else "",
            **context,
        )
        return HTMLResponse(html.encode("utf-8", "backslashreplace"), status)

    def go(self, address: str, message: str = "") -> RedirectResponse:
        """Answer by sending the browser on."""
        if self.given is not None and message:
            self.given.message = message
        return RedirectResponse(address, 303)
