"""PDF, Word, e-mail and exports of social media: their text, and what they tell of it."""

import io
import json
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from extractors import extract_batch
from intake import Limits
from intake.archives.responses import Response
from intake.content import read_response
from intake.reading.office import PAGE_BREAK
from tests.intake.reading import take

FIRST = ["The flood in Verado", "", "Police said nine people were killed in the flood on Monday."]
SECOND = ["The mayor said that twelve people", "were killed in the flood."]


def pdf(*pages: list[str], password: str = "") -> bytes:
    """A PDF with a text layer, of some lines a page."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(width=600, height=800)
        stream = DecodedStreamObject()
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream.set_data(f"BT /F1 12 Tf 40 760 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    writer.add_metadata({"/Title": "Flood report"})
    if password:
        writer.encrypt(password)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def word(path: Path) -> None:
    """A Word file with a heading, a paragraph and a table."""
    document = docx.Document()
    document.core_properties.title = "Flood report"
    document.add_heading("The flood in Verado")
    document.add_paragraph("Police said nine people were killed in the flood on Monday.")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Verado", "9 killed"
    document.save(str(path))


def mail(subtype: str) -> bytes:
    """An e-mail of a press office."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Flood in Verado", "Ann Lee <ann@verado.example>"
    message["Date"] = "Wed, 03 Mar 2021 12:00:00 +0100"
    text = "Police said nine people were killed."
    message.set_content(f"<p>{text}</p>" if subtype == "html" else text, subtype=subtype)
    message.add_attachment(b"\x00\x01", maintype="application", subtype="octet-stream")
    return message.as_bytes()


def test_a_pdf_is_one_document_whose_pages_can_be_counted(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(pdf(FIRST, SECOND))
    ((document,), rejections) = take(tmp_path)
    assert not rejections
    assert document.title == "Flood report"
    (extraction,) = extract_batch([document])
    pages = {
        claim.quantity.value: document.text.count(PAGE_BREAK, 0, claim.evidence.start) + 1
        for claim in extraction.claims
    }
    assert pages == {9: 1, 12: 2}


def test_a_pdf_that_a_server_sends_is_read() -> None:
    received = datetime(2026, 3, 1, tzinfo=UTC)
    response = Response("https://news.example/report", 200, {}, pdf(FIRST), received)
    (page,) = read_response(response, Limits())
    assert "nine people were killed" in page.content


def test_a_word_file_is_read_with_its_tables(tmp_path: Path) -> None:
    word(tmp_path / "report.docx")
    ((document,), rejections) = take(tmp_path)
    assert not rejections
    assert document.title == "Flood report"
    assert document.text.split("\n\n") == [
        "The flood in Verado",
        "Police said nine people were killed in the flood on Monday.",
        "Verado | 9 killed",
    ]


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_an_email_tells_who_wrote_it_and_when(subtype: str, tmp_path: Path) -> None:
    (tmp_path / "note.eml").write_bytes(mail(subtype))
    ((document,), rejections) = take(tmp_path)
    assert not rejections
    assert (document.title, document.byline) == ("Flood in Verado", "Ann Lee")
    assert document.published == datetime(2021, 3, 3, 11, tzinfo=UTC)
    assert document.text.strip() == "Flood in Verado\n\nPolice said nine people were killed."


def test_a_post_tells_its_author_and_when_it_was_posted(tmp_path: Path) -> None:
    row = {"text": "Nine killed in Verado.", "author": "Ann Lee", "posted": "2021-03-03"}
    (tmp_path / "posts.jsonl").write_text(json.dumps(row))
    ((document,), rejections) = take(tmp_path)
    assert not rejections
    assert document.byline == "Ann Lee"
    assert document.published == datetime(2021, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("locked.pdf", pdf(FIRST, password="secret"), "encrypted"),
        ("scan.pdf", pdf([], []), "no_text"),
        ("cut.pdf", pdf(FIRST)[:200], "damaged_file"),
        ("cut.docx", b"PK\x03\x04 and no more", "damaged_file"),
        ("empty.eml", b"Subject: Flood\n\n", "no_text"),
    ],
)
def test_what_cannot_be_read_is_rejected(
    name: str, content: bytes, reason: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    (documents, (rejection,)) = take(tmp_path)
    assert not documents
    assert rejection.reason == reason


def test_a_file_of_too_many_pages_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf(*[["x" * 90] * 40] * 30))
    (_, (rejection,)) = take(path, limits=Limits(page_bytes=50_000))
    assert rejection.reason == "too_large"
