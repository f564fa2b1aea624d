"""The texts that gold refers to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from evaluation.json_lines import GoldError, check_row, read_objects
from schemas import DatePrecision, Document, Rejection


class _Slice(BaseModel):
    """A document as a stretch of a text file."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    doc: str
    file: str
    start: int = 0
    end: int | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """Documents by their names.

    Attributes:
        documents: Every document, in the order of the input.
        offsets: Where in its file a document starts, for those that are stretches of a file.
    """

    documents: Mapping[str, Document]
    offsets: Mapping[str, int]


def read_texts(paths: Sequence[Path]) -> Texts:
    """Read documents.

    Args:
        paths: Pages and folders as `tollcheck extract` takes them, JSON lines of documents, or
            an index (JSON lines with `doc`, `file`, and `start` and `end` where the document is
            a part of the file). Files of an index are looked for beside it and in the folders
            among `paths`.

    Raises:
        GoldError: Something is missing or malformed.
    """
    folders = [path for path in paths if path.is_dir()]
    indices = [path for path in paths if _is_index(path)]
    documents: dict[str, Document] = {}
    offsets: dict[str, int] = {}
    for path in indices:
        for place, row in read_objects(path):
            piece = check_row(place, row, _Slice)
            documents[piece.doc] = _cut(place, piece, [path.parent, *folders])
            offsets[piece.doc] = piece.start
    pages = [path for path in paths if path not in indices and not (indices and path in folders)]
    documents |= _read_pages(pages)
    if not documents:
        raise GoldError("no texts were given; name them with --texts")
    return Texts(documents, offsets)


def _is_index(path: Path) -> bool:
    if path.suffix != ".jsonl" or not path.is_file():
        return False
    first = next(read_objects(path), None)
    return first is not None and "file" in first[1]


def _cut(place: str, piece: _Slice, folders: Sequence[Path]) -> Document:
    found = next(
        (folder / piece.file for folder in folders if (folder / piece.file).is_file()), None
    )
    if found is None:
        raise GoldError(f"{place}: {piece.file} is missing; give its folder with --texts")
    content = found.read_bytes().decode("utf-8")
    return Document(
        document_id=piece.doc,
        text=content[piece.start : piece.end],
        title=piece.title,
        byline=piece.byline,
        outlet=piece.outlet,
        published=_midnight(piece.published),
        published_precision=DatePrecision.DAY if piece.published else None,
        page_start=piece.start,
    )


def _midnight(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _read_pages(paths: Sequence[Path]) -> dict[str, Document]:
    """Read pages as the pipeline does, and refuse what it would put aside."""
    if not paths:
        return {}
    from intake import extract_documents, read_pages  # noqa: PLC0415 - slow readers of markup

    documents: dict[str, Document] = {}
    for page in read_pages([str(path) for path in paths]):
        if isinstance(page, Rejection):
            raise GoldError(f"{page.input}: {page.message}")
        found, rejected = extract_documents(page)
        for rejection in rejected:
            raise GoldError(f"{rejection.input}: {rejection.message}")
        documents |= {document.document_id: document for document in found}
    return documents
