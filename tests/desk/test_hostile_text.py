"""Text from the web is only ever shown, in the report and in the review app."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk import write_report
from schemas import Batch, Document, SpeakerKind
from tests.desk.conftest import Desk
from tests.warehouse.examples import claim, document, extraction, run
from warehouse import load_batch

PAYLOADS = (
    "<script>window.harmed = 1</script>",
    "<img src=x onerror='window.harmed = 2'>",
    '"><svg onload=window.harmed=3><a href="javascript:window.harmed=4">',
    "' autofocus onfocus='window.harmed=5",
    "</title></style></textarea></script><script>window.harmed=6</script>",
    "{{ 7 * 7 }}{% include 'page.html' %}${7*7}",
    "&lt;script&gt;window.harmed=7&lt;/script&gt;",
    "]]><!-- --><iframe srcdoc='<script>parent.harmed=8</script>'></iframe>",
    "\u202egnorw eht \u2066\u2067\u200b\u0000\x1b[31m\ufeff",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f" * 40,
    "W" * 5_000,
    "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=//evil.example'>",
    "\ud800 lone half",
)
ADDRESSES = (
    "javascript:window.harmed=9",
    "data:text/html,<script>window.harmed=10</script>",
    "https://user:secret@evil.example/",
    "http://[broken",
    'https://fine.example/?q="><script>window.harmed=11</script>',
)


def hostile(number: int, payload: str) -> Document:
    """A document whose every part is hostile."""
    payload = payload.encode("utf-8", "replace").decode()
    return document(
        f"{payload}\n{number + 3} bakers died in {payload}, said Ib {payload} Holm.",
        title=payload,
        outlet=payload,
        agency=payload[:100],
        byline=payload,
        url=ADDRESSES[number % len(ADDRESSES)],
    )


@pytest.fixture(scope="module")
def hostile_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "w.duckdb"
    sources, extractions = [], []
    for number, payload in enumerate(PAYLOADS):
        source = hostile(number, payload)
        speaker = source.text[source.text.index("Ib ") : source.text.rindex(".")]
        place = source.title or ""
        found = claim(
            source,
            f"{number + 3} bakers",
            number + 3,
            group=place,
            where=place,
            speaker=speaker,
            kind=SpeakerKind.PERSON,
            role=place,
        )
        sources.append(source)
        extractions.append(extraction(source, [found]))
    load_batch(path, run(), Batch(documents=sources, extractions=extractions))
    return path


def check(page: Any) -> None:
    """Nothing of the text took effect on a page."""
    assert page.evaluate("window.harmed") is None
    assert page.locator("iframe, base, img, svg [onload], [onerror], [onfocus]").count() == 0
    assert page.locator("a[href^='javascript'], a[href^='data'], a[href*='secret']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    raw = page.locator("main").inner_text() + page.title()
    assert not {"\u202e", "\u2066", "\u200b", "\x1b"} & set(raw)


def files(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*.html")
    for kind in ("events", "speakers", "outlets", "documents"):
        yield from folder.glob(f"{kind}/*.html")


@pytest.mark.slow
def test_the_report_only_shows_it(
    hostile_database: Path, tmp_path: Path, window: Callable[..., Any]
) -> None:
    folder = write_report(hostile_database, tmp_path / "report").parent
    page = window(width=390, height=800).page
    for file in files(folder):
        page.goto(file.as_uri())
        check(page)
    assert any("{{ 7 * 7 }}" in file.read_text("utf-8") for file in files(folder))


@pytest.mark.slow
def test_the_review_app_only_shows_it(
    hostile_database: Path, running: Callable[..., Desk], window: Callable[..., Any]
) -> None:
    desk = running(hostile_database)
    page = desk.sign_in(window(desk.address, width=390, height=800).page, PAYLOADS[0][:60])
    check(page)
    with desk.store.reading() as reader:
        found = list(reader.claims("true", "claim_id"))
    for item in found:
        page.goto(f"{desk.address}/claims/{item.claim_id}")
        check(page)
    for item in found[::4]:
        page.goto(f"{desk.address}/events/{item.event_id}")
        check(page)
