"""Compressed WARC files to bytes, past members that are damaged."""

import zlib
from collections.abc import Iterator

from intake.reading.byte_streams import CHUNK, GZIP_MAGIC, Readable
from intake.rejections import TerminalError

MEMBER = GZIP_MAGIC + b"\x08"
OPENING = b"WARC/"
PROBE = 1024
"""Compressed bytes that must open with a record, where a member is looked for after damage."""


def warc_bytes(stream: Readable) -> Iterator[bytes | TerminalError]:
    """Give the bytes of a WARC file, unpacked where it is compressed.

    A WARC file compresses each record by itself, so one that is damaged costs only itself: an
    error stands in its place, and unpacking goes on at the next.
    """
    data = stream.read(CHUNK)
    if not data.startswith(GZIP_MAGIC):
        while data:
            yield data
            data = stream.read(CHUNK)
        return
    yield from _members(stream, data)


def _members(stream: Readable, data: bytes) -> Iterator[bytes | TerminalError]:
    decoder, finished = _decoder(), True
    while data:
        try:
            out = decoder.decompress(data, 4 * CHUNK)
        except zlib.error as error:
            yield TerminalError(
                "corrupt_record",
                f"A record of the archive is damaged ({error}); get that part of it again.",
            )
            # The member that failed may have begun at the first byte.
            data = _find_member(stream, data[1:])
            decoder, finished = _decoder(), True
            continue
        if out:
            yield out
        finished = decoder.eof
        if finished:
            data = decoder.unused_data.lstrip(b"\0") or stream.read(CHUNK)
            decoder = _decoder()
        else:
            data = decoder.unconsumed_tail or stream.read(CHUNK)
    if not finished:
        yield TerminalError("cut_off", "The archive ends in the middle of a record; get it again.")


def _decoder() -> "zlib._Decompress":
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _find_member(stream: Readable, data: bytes) -> bytes:
    """Read on until a member that opens with a record."""
    while True:
        at = data.find(MEMBER)
        while at >= 0:
            if len(data) - at < PROBE:
                data, at = data[at:] + stream.read(CHUNK), 0
            if _opens_record(data[at : at + PROBE]):
                return data[at:]
            at = data.find(MEMBER, at + 1)
        more = stream.read(CHUNK)
        if not more:
            return b""
        data = data[-len(MEMBER) :] + more


def _opens_record(probe: bytes) -> bool:
    try:
        return _decoder().decompress(probe).startswith(OPENING)
    except zlib.error:
        return False
