"""The claim of a sentence of an invented report."""

from dataclasses import dataclass

from schemas import (
    Attribution,
    Basis,
    Claim,
    Document,
    EventMention,
    Harm,
    Modifier,
    Quantity,
    Span,
    SpeakerKind,
    Stance,
    Victims,
)

EXTRACTOR = "stream"
ROLES = ("police spokesman", "provincial governor", "hospital director", "group spokesman")
KINDS = (
    SpeakerKind.POLICE,
    SpeakerKind.GOVERNMENT,
    SpeakerKind.MEDICAL,
    SpeakerKind.ARMED_GROUP,
)


@dataclass(frozen=True)
class Telling:
    """One sentence of a report: a figure of an event, who says it, when and where it was."""

    label: str
    text: str
    figure: Span
    source: Span | None
    value: int
    modifier: Modifier
    harm: Harm
    group: str | None
    speaker: str | None
    role: int
    stance: Stance
    mention: EventMention


def claim_of(document: Document, start: int, telling: Telling) -> Claim:
    """The claim of a sentence that begins at an offset of the document."""
    quantity = Quantity(
        text=telling.figure.text,
        start=start,
        end=start + telling.figure.end,
        value=telling.value,
        modifier=telling.modifier,
        basis=Basis.NUMERAL,
    )
    source = None
    if telling.source:
        source = Span(
            text=telling.source.text,
            start=start + telling.source.start,
            end=start + telling.source.end,
        )
    return Claim(
        claim_id=Claim.identify(
            document.document_id, telling.harm, quantity, source, telling.stance
        ),
        document_id=document.document_id,
        harm=telling.harm,
        quantity=quantity,
        victims=Victims(group=telling.group),
        attribution=Attribution(
            source=source,
            speaker=telling.speaker,
            speaker_kind=KINDS[telling.role] if source else SpeakerKind.ARTICLE,
            speaker_role=ROLES[telling.role] if source else None,
            stance=telling.stance,
        ),
        evidence=Span.of(document.text, start, start + len(telling.text)),
        event=telling.mention,
        confidence=0.9,
        rule="stream",
        extractor=EXTRACTOR,
    )
