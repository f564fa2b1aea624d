"""Holders, what they are called, and whose figures they hold."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """A name or body that holds figures.

    Attributes:
        holder_id: Its identity.
        name: What people call it.
        kind: What sort of speaker it is.
        country: The country to which a ministry, an army or a police force belongs.
        merged_into: The holder that it was found to be.
    """

    holder_id: str
    name: str
    kind: str
    country: str | None = None
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """Something that a holder is called, and how that is known."""

    alias_key: str
    holder_id: str
    alias: str
    origin: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """The holder of what a speaker says in a document.

    Attributes:
        document_id: The document.
        speaker_id: Identity of the speaker's name; empty where the document speaks itself.
        holder_id: The holder.
        holder: What people call it.
        is_named: Whether a name, rather than a description, tells who it is.
        is_shared: Whether other documents can have the same holder.
    """

    document_id: str
    speaker_id: str
    holder_id: str
    holder: str
    is_named: bool
    is_shared: bool
