"""Documents and those who publish and speak, as plain rows."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with its text."""

    document_id: str
    text: str
    title: str | None
    byline: str | None
    agency: str | None
    outlet: str | None
    published: datetime | None
    published_precision: str | None
    url: str | None
    page_id: str | None
    address: str | None
    version: int
    learned: datetime


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list."""

    document_id: str
    title: str | None
    outlet: str | None
    agency: str | None
    published: datetime | None
    claims: int
    attributed: int
    rejections: int


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A speaker in a list.

    Attributes:
        speaker_id: The holder for whom they speak.
        name: The name, or the description.
        kind: What sort of speaker it is.
        role: What they are.
        is_named: Whether it is a name.
        claims: How many claims they have.
        events: Of how many events.
        denials: How many of the claims deny a figure.
        compared: On how many figures others spoke, too.
        lowest: How often they were the lowest of them.
        highest: How often they were the highest.
        aliases: Under which other names they are known.
    """

    speaker_id: str
    name: str
    kind: str
    role: str | None
    is_named: bool
    claims: int
    events: int
    denials: int
    compared: int
    lowest: int
    highest: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet in a list."""

    outlet: str
    documents: int
    claims: int
    attributed: int
