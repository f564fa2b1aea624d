"""A source resolved inside its document: to the fullest name, a role and a sort of speaker."""

from dataclasses import dataclass

from extractors.attribution.kinds import kind_of
from extractors.attribution.names import split_title
from extractors.parse import ParsedDocument
from schemas import Span, SpeakerKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, resolved.

    Attributes:
        source: The source words.
        name: The fullest name, or the description as written.
        kind: What sort of speaker it is.
        role: Role and affiliation as the document gives them.
    """

    source: Span
    name: str
    kind: SpeakerKind
    role: str | None


def resolve(parsed: ParsedDocument, source: Span) -> Speaker:
    """Resolve a source inside its document."""
    title, name = split_title(source.text)
    return Speaker(
        source=source,
        name=name or source.text,
        kind=kind_of(source.text) or SpeakerKind.PERSON,
        role=title or None,
    )
