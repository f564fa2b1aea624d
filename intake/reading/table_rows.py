"""Tables to pages: one page a row, read one at a time."""

import codecs
import csv
import json
from collections.abc import Collection, Iterator

from intake.limits import Limits
from intake.reading.byte_streams import lines
from intake.reading.decoding import bom_encoding, decode, looks_binary
from intake.rejections import TerminalError

Row = tuple[int, bytes, str, str]
"""Number of the row, its bytes, its content as JSON, its encoding."""
BadRow = tuple[int, TerminalError]

DELIMITERS = ",;\t|"
TEXT_COLUMN = "text"


def json_rows(pieces: Iterator[bytes], limits: Limits) -> Iterator[Row | BadRow]:
    """Give the lines of a JSON lines file with their numbers; blank lines are passed over."""
    for number, line in enumerate(lines(pieces, limits), 1):
        if isinstance(line, TerminalError):
            yield number, line
        elif not line.isspace():
            try:
                yield number, line, *decode(line)
            except TerminalError as error:
                yield number, error


def csv_rows(
    pieces: Iterator[bytes], limits: Limits, needed: Collection[str] = (TEXT_COLUMN,)
) -> Iterator[Row | BadRow]:
    """Give the records of a CSV file as JSON objects, named by its header in lower case.

    Rows are numbered as spreadsheets do: the header is row 1.

    Args:
        pieces: The bytes of the file.
        limits: How long a row may be.
        needed: Columns that the header must name.

    Raises:
        TerminalError: If the header cannot be read, or lacks a needed column.
    """
    csv.field_size_limit(max(csv.field_size_limit(), limits.row_bytes))
    feed = _Lines(pieces, limits)
    header, delimiter = _header(next(feed, ""), needed)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    number = 1
    while True:
        number += 1
        feed.start_record()
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, _bad_row(str(error), feed.text)
            continue
        except TerminalError as error:
            yield number, error
            continue
        if len(fields) == len(header):
            yield number, feed.raw, _as_json(header, fields), feed.encoding
        elif fields:
            problem = f"it has {len(fields)} fields where the header has {len(header)}"
            yield number, _bad_row(problem, feed.text)


def _as_json(header: list[str], fields: list[str]) -> str:
    """A record as a JSON object, without its empty fields."""
    record = {name: value for name, value in zip(header, fields, strict=True) if name and value}
    return json.dumps(record, ensure_ascii=False)


def _header(line: str, needed: Collection[str]) -> tuple[list[str], str]:
    """Read the names of the columns, and the delimiter between them."""
    delimiter = max(DELIMITERS, key=line.count)
    try:
        fields = next(csv.reader([line], delimiter=delimiter))
    except csv.Error as error:
        raise TerminalError(
            "bad_header",
            f"The first row cannot be read ({error}); save the table with usual line ends.",
            line,
        ) from error
    names = [name.strip().lower() for name in fields]
    if missing := sorted(set(needed) - set(names)):
        columns = ", ".join(f"'{name}'" for name in missing)
        hint = "; tables of UCDP, ACLED and Airwars are for `tollcheck import`"
        raise TerminalError(
            "missing_column",
            f"The first row names no column {columns}; give the table a header with it"
            f"{hint * ('text' in missing)}.",
            line,
        )
    return names, delimiter


def _bad_row(problem: str, excerpt: str) -> TerminalError:
    return TerminalError(
        "bad_row", f"The row cannot be read: {problem}; check its quotes and commas.", excerpt
    )


class _Lines:
    """The decoded lines of a CSV file, with what the current record was made of."""

    def __init__(self, pieces: Iterator[bytes], limits: Limits) -> None:
        self._lines = lines(pieces, limits)
        self._limit = limits.row_bytes
        self.start_record()

    def start_record(self) -> None:
        """Forget the lines of the record before."""
        self._raw, self._text = bytearray(), list[str]()
        self.encoding = "utf-8"

    @property
    def raw(self) -> bytes:
        """The bytes of the record so far."""
        return bytes(self._raw)

    @property
    def text(self) -> str:
        """The text of the record so far."""
        return "".join(self._text)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if isinstance(line, TerminalError):
            raise line
        if len(self._raw) + len(line) > self._limit:
            raise _bad_row("it is too long, perhaps for a quote that never closes", self.text)
        text, encoding = decode(line)
        self._raw += line
        self._text.append(text)
        if encoding != "utf-8":
            self.encoding = encoding
        return text


def recoded(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Turn a table in UTF-16 into UTF-8, and refuse one that is no text.

    Raises:
        TerminalError: If the table is binary or breaks its own encoding.
    """
    first = next(pieces, b"")
    if looks_binary(first):
        decode(first)
    encoding = bom_encoding(first)
    if encoding in {None, "utf-8-sig"}:
        yield first
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(encoding or "utf-8")()
    try:
        yield decoder.decode(first).encode()
        for piece in pieces:
            yield decoder.decode(piece).encode()
    except UnicodeError as error:
        raise TerminalError("undecodable", f"The file is not all {encoding}: {error}.") from error
