"""The review app: routes, and what stands before each of them."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.trustedhost import TrustedHostMiddleware
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles

from desk.review import (
    addition_pages,
    blind_pages,
    bulk_pages,
    claim_pages,
    correction_pages,
    event_pages,
    event_search,
    group_pages,
    near_pair_pages,
    place_pages,
    queue_pages,
    sign_in,
    speaker_pages,
    text_pages,
)
from desk.review.call import AppState, Call
from desk.review.error_pages import guarded
from desk.review.sessions import COOKIE, Sessions
from desk.review.text_readers import TextReaders
from desk.review.warehouse_access import WarehouseAccess
from desk.templating import ROOM

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
LARGEST_FORM = 256 * 1024
FOREIGN = {"cross-site", "same-site"}

Handler = Callable[[Call], Response]
ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/", queue_pages.show_queue),
    ("GET", "/reviewers", queue_pages.show_reviewers),
    ("POST", "/undo", queue_pages.undo),
    ("POST", "/bulk", bulk_pages.decide_bulk),
    ("GET", "/told", correction_pages.read_words),
    ("POST", "/claims/{claim_id}/accept", claim_pages.accept),
    ("POST", "/claims/{claim_id}/reject", claim_pages.reject),
    ("POST", "/claims/{claim_id}/correct", correction_pages.correct),
    ("POST", "/claims/{claim_id}/repeat", correction_pages.repeat),
    ("POST", "/claims/{claim_id}/part", correction_pages.correct_part),
    ("POST", "/claims/{claim_id}/note", claim_pages.note),
    ("POST", "/claims/{claim_id}/move", event_pages.move),
    ("GET", "/claims/{claim_id}", claim_pages.show_claim),
    ("GET", "/texts", text_pages.list_texts),
    ("GET", "/pages/{page_id}", text_pages.show_copy),
    ("GET", "/texts/{document_id:path}", text_pages.show_text),
    ("GET", "/add/{document_id:path}", addition_pages.show_addition),
    ("POST", "/add/{document_id:path}", addition_pages.add),
    ("POST", "/events/{event_id}/merge", event_pages.merge),
    ("POST", "/events/{event_id}/split", event_pages.split),
    ("POST", "/events/{event_id}/grade", event_pages.grade),
    ("POST", "/events/{event_id}/assign", bulk_pages.assign_event),
    ("POST", "/events/{event_id}/describe", event_pages.describe),
    ("GET", "/near-events", event_search.show_near),
    ("GET", "/near-pairs", near_pair_pages.show_pairs),
    ("POST", "/near-pairs", near_pair_pages.answer),
    ("GET", "/blind", blind_pages.begin),
    ("GET", "/blind/{claim_id}", blind_pages.show),
    ("POST", "/blind/{claim_id}/accept", blind_pages.accept),
    ("POST", "/blind/{claim_id}/reject", blind_pages.reject),
    ("POST", "/blind/{claim_id}/correct", blind_pages.correct),
    ("GET", "/adjudication", blind_pages.adjudicate),
    ("POST", "/adjudication/{reading_id}", blind_pages.settle),
    ("GET", "/speakers", speaker_pages.list_speakers),
    ("POST", "/speakers/{holder_id:path}/unite", speaker_pages.unite),
    ("GET", "/speakers/{holder_id:path}", speaker_pages.show_speaker),
    ("POST", "/kinds/{holder_id:path}", speaker_pages.classify),
    ("GET", "/groups", group_pages.list_groups),
    ("POST", "/groups", group_pages.set_group),
    ("GET", "/added-places", place_pages.show_added),
    ("POST", "/added-places", place_pages.add),
    ("GET", "/places", place_pages.show_places),
    ("POST", "/events/{event_id}/locate", place_pages.locate),
    ("GET", "/events/{event_id}", event_pages.show_event),
)


def create_app(
    store: WarehouseAccess,
    hosts: list[str],
    readers: TextReaders,
    token: str | None = None,
) -> FastAPI:
    """Make the application.

    Args:
        store: The warehouse.
        hosts: Names under which browsers may address the server.
        readers: What words are read with.
        token: What reviewers have to know to sign in, if anything.
    """
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    state = AppState(store, Sessions(), token, readers)
    app.mount("/assets", StaticFiles(directory=ROOM / "static"), name="assets")
    for method, path, handler in ROUTES:
        app.add_api_route(path, endpoint(state, handler), methods=[method], include_in_schema=False)
    app.add_api_route("/signin", endpoint(state, sign_in.show, open_=True), methods=["GET"])
    app.add_api_route("/signin", endpoint(state, sign_in.sign_in, open_=True), methods=["POST"])
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts)
    app.middleware("http")(with_headers)
    return app


async def with_headers(
    request: Request, following: Callable[[Request], Awaitable[Response]]
) -> Response:
    """Refuse oversized forms, and send each answer with headers that keep it harmless."""
    size = request.headers.get("content-length", "0")
    too_large = not size.isdigit() or int(size) > LARGEST_FORM
    if request.method == "POST" and (too_large or "content-length" not in request.headers):
        response: Response = Response("The form is too large.", 413)
    else:
        response = await following(request)
    response.headers.update(HEADERS)
    is_asset = request.url.path.startswith("/assets/")
    response.headers["Cache-Control"] = "max-age=600" if is_asset else "no-store"
    return response


def endpoint(
    state: AppState, handler: Handler, *, open_: bool = False
) -> Callable[[Request], Awaitable[Response]]:
    """What stands before a handler: the session, and for forms the proof that we sent them."""

    async def answer(request: Request) -> Response:
        session = state.sessions.find(request.cookies.get(COOKIE))
        form: dict[str, Any] = {}
        if request.method == "POST":
            sent = await request.form()
            form = {name: sent.getlist(name) for name in sent}
            if is_foreign(request):
                return Response("This form came from another site.", 403)
        call = Call(request, state, session, form)
        if not open_:
            if session is None:
                return RedirectResponse("/signin", 303)
            if request.method == "POST" and not session.trusts(call.field("csrf")):
                return Response("The form is out of date: go back, reload and try again.", 403)
        return await run_in_threadpool(guarded, handler, call)

    return answer


def is_foreign(request: Request) -> bool:
    """Whether another site made the browser send a form."""
    origin = request.headers.get("origin")
    foreign_origin = origin not in {None, str(request.base_url).rstrip("/")}
    return foreign_origin or request.headers.get("sec-fetch-site") in FOREIGN
