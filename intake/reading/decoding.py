"""Bytes to text, with the name of the encoding that took them there."""

import codecs

from intake.rejections import TerminalError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 before UTF-16, whose little-endian mark it begins with."""

MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"RIFF",
)
DAMAGED_UTF8 = "utf-8:replace"
"""UTF-8 with bytes that are none, each of which is shown as U+FFFD."""
REPLACEMENT = "\ufffd"
LEAST_WHOLE = 3
"""Characters beyond ASCII that must be whole for each damaged one."""
SAMPLE = 64 * 1024
"""How much of the bytes the charset is guessed from."""


def bom_encoding(raw: bytes) -> str | None:
    """The encoding that a byte order mark announces; the mark is no part of the text."""
    return next((name for mark, name in BOMS if raw.startswith(mark)), None)


def looks_binary(raw: bytes) -> bool:
    """Whether the beginning of `raw` cannot be text in any encoding that we read."""
    head = raw[:8192]
    return head.startswith(MAGIC) or (bom_encoding(head) is None and b"\0" in head)


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str]:
    """Decode `raw`, and name the encoding.

    A byte order mark decides; then UTF-8, which text in another encoding practically never is by
    chance; then UTF-8 of which a few bytes are damaged, told as `DAMAGED_UTF8`; then the declared
    encoding; then the guess of charset-normalizer.

    Args:
        raw: What was read.
        declared: The encoding that a header or a meta element names.

    Returns:
        The text, newlines as they were, and the encoding.

    Raises:
        TerminalError: If the bytes are not text, or no encoding fits.
    """
    if looks_binary(raw):
        raise TerminalError(
            "binary", "The content is binary, not text; convert it to text or HTML first."
        )
    for encoding in (bom_encoding(raw), "utf-8"):
        text = _attempt(raw, encoding)
        if text is not None and encoding is not None:
            return text, encoding
    if (text := _nearly_utf8(raw)) is not None:
        return text, DAMAGED_UTF8
    if declared is not None and (text := _attempt(raw, declared)) is not None:
        return text, declared
    guess = _guess(raw)
    text = _attempt(raw, guess)
    if text is None or guess is None:
        raise TerminalError(
            "undecodable",
            "The bytes are neither UTF-8 nor in an encoding that can be told; save as UTF-8.",
        )
    return text, guess


def _nearly_utf8(raw: bytes) -> str | None:
    """Text in UTF-8 of which a few bytes are damaged, each shown as U+FFFD; or null.

    Text in another encoding has hardly a character beyond ASCII that is valid UTF-8 by chance.
    """
    text = raw.decode("utf-8", "replace")
    damaged = text.count(REPLACEMENT)
    whole = sum(char > "\x7f" for char in text) - damaged
    return text if whole >= LEAST_WHOLE * damaged else None


def _attempt(raw: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        text = raw.decode(encoding)
        # Codecs such as UTF-7 decode to lone surrogates, which are no text.
        text.encode("utf-8")
    except (LookupError, ValueError):
        return None
    return text


def _guess(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only odd inputs need it

    best = from_bytes(raw[:SAMPLE]).best()
    return best.encoding if best else None
