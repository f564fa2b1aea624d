"""Small invented reports and claims for the tests of the warehouse."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas import (
    Attribution,
    Basis,
    Batch,
    Claim,
    DatePrecision,
    Document,
    EventMention,
    Extraction,
    Harm,
    Modifier,
    Page,
    Quantity,
    Run,
    RunStatus,
    Scope,
    Span,
    SpeakerKind,
    Stance,
    VagueNumber,
    Victims,
)
from schemas.base import fingerprint
from warehouse import load_batch, open_warehouse

START = datetime(2031, 5, 3, 9, 0, tzinfo=UTC)


def run(name: str = "run-1") -> Run:
    return Run(
        run_id=name,
        extractor="0.1.0",
        started=START,
        finished=START + timedelta(minutes=1),
        status=RunStatus.COMPLETED,
    )


def page(address: str, content: str) -> Page:
    return Page(
        page_id=fingerprint(address, content),
        address=address,
        media_type="text/plain",
        content=content,
        size=len(content.encode()),
        fetched=START,
    )


def document(text: str, *, published: datetime | None = START, **fields: object) -> Document:
    return Document(
        **{
            "document_id": fingerprint(text),
            "text": text,
            "published": published,
            "published_precision": DatePrecision.DAY if published else None,
            **fields,
        }
    )


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(text=words, start=start, end=start + len(words))


def claim(
    source: Document,
    words: str,
    value: int | None,
    *,
    value_to: int | None = None,
    harm: Harm = Harm.KILLED,
    modifier: Modifier | None = None,
    basis: Basis | None = None,
    group: str | None = "miners",
    attributes: tuple[str, ...] = (),
    speaker: str | None = None,
    kind: SpeakerKind = SpeakerKind.OFFICIAL,
    role: str | None = None,
    named: bool | None = None,
    body: str | None = None,
    aliases: tuple[str, ...] = (),
    country: str | None = None,
    body_key: str | None = None,
    withdrawn: bool = False,
    hops: tuple[str, ...] = (),
    stance: Stance = Stance.ASSERTS,
    scope: Scope = Scope.INCIDENT,
    part_of: Claim | None = None,
    repeats: Claim | None = None,
    adds_to: Claim | None = None,
    where: str | None = "Karvat",
    day: date | None = date(2031, 5, 2),
    day_to: date | None = None,
    confidence: float = 0.9,
    extractor: str = "0.1.0",
) -> Claim:
    """A claim whose quantity and speaker are quoted from the document."""
    default = Modifier.VAGUE if value is None else Modifier.EXACT
    default_basis = {None: Basis.VAGUE, 0: Basis.ZERO}.get(value, Basis.NUMERAL)
    quantity = Quantity(
        **span(source.text, words).model_dump(),
        value=value,
        value_to=value_to,
        modifier=Modifier.RANGE if value_to else modifier or default,
        basis=basis or default_basis,
        vague=vague_size(words, basis) if value is None else None,
    )
    said_by = span(source.text, speaker) if speaker else None
    return Claim(
        claim_id=Claim.identify(source.document_id, harm, quantity, said_by, stance),
        document_id=source.document_id,
        harm=harm,
        quantity=quantity,
        victims=Victims(group=group, attributes=attributes),
        attribution=Attribution(
            source=said_by,
            speaker=speaker,
            speaker_kind=kind if speaker else SpeakerKind.ARTICLE,
            speaker_role=role if speaker else None,
            speaker_is_named=bool(speaker) and (speaker[:1].isupper() if named is None else named),
            speaker_body=body,
            speaker_aliases=aliases,
            speaker_country=country,
            speaker_body_key=body_key,
            is_withdrawn=withdrawn,
            hops=hops,
            stance=stance,
        ),
        evidence=Span(text=source.text, start=0, end=len(source.text)),
        scope=scope,
        part_of=part_of.claim_id if part_of else None,
        repeats=repeats.claim_id if repeats else None,
        adds_to=adds_to.claim_id if adds_to else None,
        event=EventMention(
            when="Friday" if day else None, date_from=day, date_to=day_to or day, where=where
        ),
        confidence=confidence,
        rule="example",
        extractor=extractor,
    )


def vague_size(words: str, basis: Basis | None) -> VagueNumber:
    """The size that words tell by their last word."""
    if basis is Basis.PLURAL:
        return VagueNumber.PLURAL
    sizes = {"hundred": VagueNumber.HUNDREDS} | {str(size): size for size in VagueNumber}
    return sizes.get(words.rsplit(maxsplit=1)[-1], VagueNumber.UNSPECIFIED)


def extraction(source: Document, claims: Sequence[Claim] = ()) -> Extraction:
    return Extraction(document_id=source.document_id, claims=tuple(claims))


Told = tuple[Document, Sequence[Claim]]


def load(path: Path, *told: Told, name: str = "run-1") -> None:
    documents = [source for source, _ in told]
    extractions = [extraction(source, claims) for source, claims in told]
    load_batch(path, run(name), Batch([], documents, extractions, []))


def ask(path: Path, query: str) -> list[dict[str, Any]]:
    with open_warehouse(path, read_only=True) as connection:
        result = connection.execute(query)
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def says(
    speaker: str,
    words: str,
    value: int | None,
    hours: int = 0,
    outlet: str | None = None,
    **fields: Any,
) -> Told:
    """A report in which one speaker gives one figure."""
    source = document(
        f"{speaker} said {words} miners died at Karvat.",
        published=START + timedelta(hours=hours),
        outlet=outlet or f"{speaker} News",
    )
    return source, [claim(source, words, value, speaker=speaker, **fields)]
