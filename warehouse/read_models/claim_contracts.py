"""Claims as contracts again, from the rows that the desk reads."""

from collections.abc import Iterator

from schemas import (
    Agent,
    AgentSide,
    Attribution,
    Basis,
    Claim,
    DateBasis,
    DatePrecision,
    Document,
    EventMention,
    Harm,
    Modifier,
    NamedVictim,
    Place,
    Quantity,
    Quotation,
    Scope,
    Span,
    SpeakerKind,
    Stance,
    VagueNumber,
    Victims,
)
from warehouse.read_models.claim_rows import MarkedClaim
from warehouse.read_models.document_rows import DocumentRow
from warehouse.read_models.reader import Reader

DECIDED_DOCUMENTS = """
document_id in (select document_id from marked_claims)
and document_id not in (select document_id from marked_claims where standing = 'machine')
"""


def claim_of(row: MarkedClaim) -> Claim:
    """The claim that a row holds."""
    return Claim(
        claim_id=row.claim_id,
        document_id=row.document_id,
        harm=Harm(row.harm),
        quantity=Quantity(
            text=row.quantity_text,
            start=row.quantity_start,
            end=row.quantity_end,
            value=row.value,
            value_to=row.value_to,
            modifier=Modifier(row.modifier),
            basis=Basis(row.basis),
            vague=VagueNumber(row.vague) if row.vague else None,
        ),
        victims=victims_of(row),
        agent=agent_of(row),
        attribution=attribution_of(row),
        evidence=Span(text=row.evidence_text, start=row.evidence_start, end=row.evidence_end),
        scope=Scope(row.scope),
        part_of=row.part_of,
        repeats=row.repeats,
        adds_to=row.adds_to,
        outcome_is_open=row.outcome_is_open,
        counts_some=row.counts_some,
        event=EventMention(
            when=row.event_when,
            date_from=row.event_date_from,
            date_to=row.event_date_to,
            date_basis=DateBasis(row.event_date_basis) if row.event_date_basis else None,
            where=row.event_where,
            place=tuple(Place(**step) for step in row.event_place or ()),
        ),
        confidence=row.confidence,
        rule=row.rule,
        extractor=row.extractor,
    )


def victims_of(row: MarkedClaim) -> Victims | None:
    """To whom."""
    if row.victims_text is None and row.victim_group is None:
        return None
    return Victims(
        text=row.victims_text,
        start=row.victims_start,
        end=row.victims_end,
        group=row.victim_group,
        attributes=row.victim_attributes,
        named=tuple(NamedVictim(**named) for named in row.named_victims or ()),
    )


def agent_of(row: MarkedClaim) -> Agent | None:
    """Who is said to have done it."""
    words = span_of(row.agent_text, row.agent_start, row.agent_end)
    if words is None:
        return None
    side = AgentSide(row.agent_side) if row.agent_side else None
    return Agent(**words.model_dump(), group=row.agent_group, side=side)


def attribution_of(row: MarkedClaim) -> Attribution:
    """Who says so."""
    source = span_of(row.source_text, row.source_start, row.source_end)
    return Attribution(
        source=source,
        speaker=row.speaker if source else None,
        speaker_kind=SpeakerKind(row.speaker_kind),
        speaker_role=row.speaker_role,
        speaker_is_named=bool(row.speaker_is_named),
        speaker_body=row.speaker_body,
        speaker_aliases=row.speaker_aliases or (),
        speaker_country=row.speaker_country,
        speaker_body_key=row.speaker_body_key,
        cue=span_of(row.cue_text, row.cue_start, row.cue_end),
        stance=Stance(row.stance),
        is_withdrawn=row.is_withdrawn,
        hedge=row.hedge,
        hops=row.hops,
        quotation=Quotation(row.quotation),
    )


def span_of(text: str | None, start: int | None, end: int | None) -> Span | None:
    """A span, where there is one."""
    if text is None or start is None or end is None:
        return None
    return Span(text=text, start=start, end=end)


def document_of(row: DocumentRow) -> Document:
    """The document that a row holds, as far as gold needs it."""
    precision = row.published_precision
    return Document(
        document_id=row.document_id,
        text=row.text,
        title=row.title,
        byline=row.byline,
        agency=row.agency,
        outlet=row.outlet,
        published=row.published,
        published_precision=DatePrecision(precision) if precision else None,
        url=row.url,
    )


def decided_documents(reader: Reader) -> Iterator[Document]:
    """Documents in which a reviewer has decided on every claim."""
    for row in reader.rows(DocumentRow, DECIDED_DOCUMENTS, "document_id"):
        yield document_of(row)


def decided_claims(reader: Reader) -> Iterator[Claim]:
    """The claims that hold in those documents, after all corrections."""
    where = f"standing = 'reviewed' and {DECIDED_DOCUMENTS}"
    for row in reader.claims(where, "document_id, quantity_start, claim_id"):
        yield claim_of(row)
