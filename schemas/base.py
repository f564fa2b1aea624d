"""What every contract has in common."""

import hashlib

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """A value that crosses a border between rooms: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def fingerprint(*parts: object, length: int = 16) -> str:
    """Name a thing by what it is made of.

    Args:
        *parts: What identifies the thing; each is turned into text.
        length: How many hexadecimal digits to return (16 digits are 64 bits).

    Returns:
        The first digits of the SHA-256 of the parts.
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:length]
