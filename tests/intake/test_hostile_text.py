"""Whatever the bytes: no crash, and every offset is true."""

import gzip
import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake import Limits, extract_documents, read_pages
from intake.content import make_page
from intake.reading.kinds import FileKind
from intake.text.dates import find_dates, parse_date
from intake.text.lines import split_lines
from schemas import Page, Rejection

LIMITS = Limits(page_bytes=5_000, row_bytes=2_000, unpacked_ratio=20)

PIECES = st.sampled_from(
    [
        "Ferry sinks off the cape with 40 aboard",
        "By Ann Lee, Bay News",
        "Posted by Bo Carr on May 3, 2012",
        "3 March 2012",
        "March 8, 2010 at 4:05 pm",
        "Last updated: 2012-03-04",
        "FacebookTwitterEmail",
        "0 comments",
        "Read more »",
        "Reply",
        "Related stories",
        "Leave a Reply",
        "• Home",
        "LIMA, Peru (AP) -- Two people were hurt on Sunday, the police said in a statement.",
        "Nobody was hurt, the harbour master said on Tuesday.",
        "(With AFP)",
        "World",
        "***",
        "",
        " \u2028 ",
        "\x00",
        "\ufeff",
    ]
)
LINES = st.lists(st.one_of(PIECES, st.text(max_size=60)), max_size=40)
PAGES = st.builds(
    lambda lines, newline: newline.join(lines), LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"])
)


def page_of(content: str, kind: FileKind = FileKind.TEXT) -> Page:
    raw = content.encode("utf-8", "replace")
    return make_page(b"x", "memory", kind).model_copy(
        update={"content": raw.decode(), "size": len(raw)}
    )


@settings(deadline=None, max_examples=300)
@given(PAGES)
def test_documents_of_text_are_slices_in_order(content: str) -> None:
    page = page_of(content)
    documents, rejections = extract_documents(page)
    assert bool(rejections) == (not content.strip())
    position = 0
    for document in documents:
        start = document.page_start
        assert start is not None
        assert start >= position
        position = start + len(document.text)
        assert page.content[start:position] == document.text
        assert document.text
    if len(documents) == 1:
        assert documents[0].text == page.content


@settings(deadline=None)
@given(PAGES)
def test_lines_cover_the_page(content: str) -> None:
    lines = split_lines(content)
    assert "".join(content[line.start : line.end] for line in lines) == content


@settings(deadline=None, max_examples=200)
@given(
    st.one_of(
        st.binary(max_size=3_000),
        PAGES.map(lambda text: text.encode("utf-8", "replace")),
        PAGES.map(lambda text: text.encode("utf-16", "replace")),
        st.binary(max_size=2_000).map(gzip.compress),
        st.binary(max_size=200).map(lambda tail: gzip.compress(b"x" * 99)[:-9] + tail),
    ),
    st.sampled_from(
        ["", "<html><body><p>", "<?xml version='1.0'?><rss>", '{"text": "', "text,title\n"]
    ),
)
def test_any_bytes_are_read_or_refused(raw: bytes, opening: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            sys, "stdin", type("In", (), {"buffer": io.BytesIO(opening.encode() + raw)})()
        )
        for item in read_pages(["-"], LIMITS):
            if isinstance(item, Rejection):
                assert item.message
                continue
            item.content.encode("utf-8")
            documents, rejections = extract_documents(item)
            assert documents or rejections
            assert all(document.text.encode("utf-8") for document in documents)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from([FileKind.HTML, FileKind.FEED, FileKind.JSON]),
    st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "<p>",
                    "</p>",
                    "<h1>",
                    "<div",
                    "<!--",
                    "-->",
                    "<![CDATA[",
                    "]]>",
                    "&#0;",
                    "&amp",
                    "<item>",
                    "<title>",
                    "<rss>",
                    "<svg>",
                    '{"text":',
                    '"',
                    "}",
                    "[",
                    "\\ud83d",
                    "<table>",
                    "2012-01-01",
                    '<meta/name="date"/content="',
                    "<time",
                ]
            ),
            st.text(max_size=30),
        ),
        max_size=60,
    ).map("".join),
)
def test_any_markup_is_taken_or_refused(kind: FileKind, content: str) -> None:
    documents, rejections = extract_documents(page_of(content, kind))
    assert documents or rejections
    assert all(document.text.encode("utf-8") for document in documents)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_dates_lie_within_their_text(text: str) -> None:
    parse_date(text)
    for date in find_dates(text):
        assert 0 <= date.start < date.end <= len(text)
        assert date.moment.utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    [
        "By " + "Aa " * 5_000,
        "A-" * 5_000 + "(AFP)",
        "FacebookTwitter" * 1_000 + "!",
        "KABUL, " * 3_000,
        "1 May 2012 " * 3_000,
        "on on on " * 3_000 + "May 3, 2012",
        "A " * 150 + "| 3 May 2012",
        "(" * 5_000 + ")" * 5_000,
        "Aa, " * 70 + "\n" + "Aa " * 90,
    ],
)
def test_repetitive_text_ends_soon(text: str) -> None:
    page = page_of("\n".join([text] * 3))
    documents, _ = extract_documents(page)
    assert len(documents) == 1
