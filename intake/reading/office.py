"""PDF, Word and e-mail: files that hold one text, and tell something of it beside."""

import io
import logging
import zipfile
from collections.abc import Callable, Iterator, Mapping
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from time import monotonic
from typing import TYPE_CHECKING

from intake.limits import Limits
from intake.reading.kinds import FileKind
from intake.rejections import TerminalError
from intake.row_fields import LONGEST_FIELD

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from pypdf import PdfReader

PAGE_BREAK = "\f"
"""What stands between the pages of a PDF, as other programs write it: it counts them."""
Row = dict[str, str]


def office_row(raw: bytes, kind: FileKind, limits: Limits) -> Row:
    """Read a file as a row of a table: its text, and what it tells beside.

    Args:
        raw: The file.
        kind: What sort of file it is.
        limits: How much text and time it may take.

    Raises:
        TerminalError: It is damaged, locked, or holds no text.
    """
    try:
        row = READERS[kind](raw, limits)
    except TerminalError:
        raise
    except Exception as error:
        # The libraries trip over damaged files in ways of their own.
        raise TerminalError(
            "damaged_file", f"The file cannot be read ({error!r}); open it and save it anew."
        ) from error
    if not row["text"].strip():
        raise TerminalError(
            "no_text", "The file holds no text; if it is a scan, recognise its text (OCR) first."
        )
    return {name: value[:LONGEST_FIELD] if name != "text" else value for name, value in row.items()}


def _from_pdf(raw: bytes, limits: Limits) -> Row:
    from pypdf import PdfReader  # noqa: PLC0415 - only PDFs need it

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise TerminalError("encrypted", "The PDF is locked with a password; save it without one.")
    title = (reader.metadata.title or "").strip() if reader.metadata else ""
    text = PAGE_BREAK.join(_pdf_pages(reader, limits))
    return {"text": text if text.strip(PAGE_BREAK) else "", "title": title}


def _pdf_pages(reader: "PdfReader", limits: Limits) -> Iterator[str]:
    deadline, length = monotonic() + limits.seconds, 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > limits.page_bytes:
            raise TerminalError(
                "too_large", f"The file holds more than {limits.page_bytes:,} characters; split it."
            )
        if monotonic() > deadline:
            raise TerminalError(
                "too_slow", f"The file was read for {limits.seconds:.0f} seconds; split it."
            )
        yield text.strip()


def _from_docx(raw: bytes, limits: Limits) -> Row:
    from docx import Document  # noqa: PLC0415 - only Word files need it

    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        if sum(part.file_size for part in packed.infolist()) > limits.unpacked_ratio * len(raw):
            raise TerminalError(
                "zip_bomb", f"The file unpacks to more than {limits.unpacked_ratio} times its size."
            )
    document = Document(io.BytesIO(raw))
    text = "\n\n".join(line for line in _docx_lines(document) if line.strip())
    if len(text) > limits.page_bytes:
        raise TerminalError(
            "too_large", f"The file holds more than {limits.page_bytes:,} characters; split it."
        )
    return {"text": text, "title": document.core_properties.title or ""}


def _docx_lines(document: "WordDocument") -> Iterator[str]:
    from docx.table import Table  # noqa: PLC0415 - see above

    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                yield " | ".join(cell.text.strip() for cell in row.cells)
        else:
            yield part.text


def _from_email(raw: bytes, limits: Limits) -> Row:
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    content = str(body.get_content()) if body else ""
    if body and body.get_content_subtype() == "html":
        from intake.markup import fragment_text  # noqa: PLC0415 - plain mails do without

        content = fragment_text(content)
    subject, written_by = str(message["subject"] or ""), str(message["from"] or "")
    text = f"{subject}\n\n{content}" if subject and content.strip() else content
    return {
        "text": text[: limits.page_bytes],
        "title": subject,
        "byline": parseaddr(written_by)[0] or written_by,
        "published": str(message["date"] or ""),
    }


READERS: Mapping[FileKind, Callable[[bytes, Limits], Row]] = {
    FileKind.PDF: _from_pdf,
    FileKind.DOCX: _from_docx,
    FileKind.EMAIL: _from_email,
}
