"""How much of an input is read before it is refused."""

from pydantic import Field

from schemas.base import Contract

MIB = 1024 * 1024


class Limits(Contract):
    """Bounds on hostile or broken inputs.

    Attributes:
        page_bytes: The largest text page, HTML page or feed, unpacked.
        row_bytes: The longest line of JSON lines or row of CSV.
        unpacked_ratio: How many times its packed size a compressed file may unpack to, once it
            is larger than a page; text seldom passes 20, a bomb reaches 1,000.
        seconds: How long one response may take, from the look-up of its host to its last byte.
        redirects: How many redirects are followed.
    """

    page_bytes: int = Field(default=10 * MIB, gt=0)
    row_bytes: int = Field(default=20 * MIB, gt=0)
    unpacked_ratio: int = Field(default=200, gt=1)
    seconds: float = Field(default=30.0, gt=0)
    redirects: int = Field(default=5, ge=0)


DEFAULT_LIMITS = Limits()
