"""Pages as they were read, as plain rows."""

from dataclasses import dataclass
from datetime import datetime

from schemas.document import MARKUP_TYPES


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it was read.

    Attributes:
        page_id: Fingerprint of its address and bytes.
        address: Where it was found.
        media_type: What its bytes are.
        size: How many they were.
        fetched: When it was read (UTC).
        content: What it held, as text.
    """

    page_id: str
    address: str
    media_type: str
    size: int
    fetched: datetime
    content: str

    @property
    def is_markup(self) -> bool:
        """Whether the text is markup, which a browser shows."""
        return self.media_type in MARKUP_TYPES
