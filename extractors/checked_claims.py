"""The drafts of a document, tied to one another, as claims that fit the contract."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pydantic import ValidationError

from extractors.document.text import fold
from extractors.drafts import Draft
from extractors.tally.claim_ties import ClaimTies
from extractors.tally.confidence import estimate_confidence
from extractors.tally.counted_in_part import counts_rest, counts_some, denies_some
from extractors.tally.document_scopes import read_scopes
from extractors.tally.part_whole_links import tie_claims
from extractors.tally.superseded import find_superseded
from extractors.version import EXTRACTOR_VERSION
from schemas import Claim, Document, EventMention, Extraction, Rejection, Scope, Span, Stage
from schemas.base import fingerprint
from schemas.rejection import EXCERPT_LENGTH
from schemas.terms import DateBasis

_RECKONED = timedelta(days=2)
"""Days between two reckonings of one day: "three days ago", "yesterday, after two days"."""


def build_claims(document: Document, drafts: Sequence[Draft]) -> Extraction:
    """Tie the counts of a document; each becomes a claim, or a rejection where it fits no contract.

    Args:
        document: The document.
        drafts: Its counts, in the order of the text.

    Returns:
        The claims in the order of their quantities, and the rejections.
    """
    scopes = read_scopes(document.text, drafts)
    ties = tie_claims(drafts, scopes)
    drafts = [_dated_once(draft, ties[draft.claim_id], drafts) for draft in drafts]
    superseded = find_superseded(drafts)
    claims: dict[str, Claim] = {}
    rejections: list[Rejection] = []
    for draft in drafts:
        try:
            claim = _build(
                document,
                _withdrawn(draft) if draft.claim_id in superseded else draft,
                scopes[draft.claim_id],
                ties[draft.claim_id],
                is_some=counts_some(draft)
                or denies_some(draft, drafts)
                or counts_rest(draft, ties[draft.claim_id], drafts),
            )
        except ValidationError as error:
            rejections.append(_reject(document, draft, error))
        else:
            claims.setdefault(claim.claim_id, claim)
    return Extraction(
        document_id=document.document_id,
        claims=tuple(claims.values()),
        rejections=tuple(rejections),
    )


def _dated_once(draft: Draft, ties: ClaimTies, drafts: Sequence[Draft]) -> Draft:
    """A number told again, with the days of its first telling where they are a day or two apart.

    "46 died three days ago", "yesterday the toll rose to 46 after a raid two days ago".
    """
    first = next((each.event for each in drafts if each.claim_id == ties.repeats), None)
    if first is None or first.date_from is None or draft.event.date_from is None:
        return draft
    is_near = abs(first.date_from - draft.event.date_from) <= _RECKONED
    if not draft.quantity.basis.is_explicit or draft.quantity.value is None or not is_near:
        return draft
    days = {name: getattr(first, name) for name in ("when", "date_from", "date_to", "date_basis")}
    return replace(draft, event=draft.event.model_copy(update=days))


def _withdrawn(draft: Draft) -> Draft:
    """A figure that its document replaces by another."""
    attribution = draft.attribution.model_copy(update={"is_withdrawn": True})
    return replace(draft, attribution=attribution)


def _build(
    document: Document, draft: Draft, scope: Scope, ties: ClaimTies, *, is_some: bool
) -> Claim:
    fields = {
        "claim_id": draft.claim_id,
        "document_id": document.document_id,
        "harm": draft.harm,
        "quantity": draft.quantity,
        "victims": draft.victims,
        "agent": draft.agent,
        "attribution": draft.attribution,
        "evidence": Span.of(document.text, draft.sentence.start, draft.sentence.end),
        "scope": scope,
        "part_of": ties.part_of,
        "repeats": ties.repeats,
        "adds_to": ties.adds_to,
        "outcome_is_open": draft.casualty.outcome_is_open,
        "counts_some": is_some,
        "event": _own_event(draft, scope),
        "rule": draft.casualty.rule,
        "extractor": EXTRACTOR_VERSION,
    }
    claim = Claim.model_validate(fields, context={"document": document})
    return claim.model_copy(update={"confidence": estimate_confidence(claim)})


def _own_event(draft: Draft, scope: Scope) -> EventMention:
    """When and where; a total that its sentence does not date has no day of its own."""
    event = draft.event
    told_here = event.when is not None and fold(event.when) in draft.sentence_text
    if scope is Scope.INCIDENT:
        return event
    if not told_here:
        return EventMention(where=event.where, place=event.place)
    if event.date_basis is DateBasis.DATELINE:  # a total of what came before, not of three days
        return event.model_copy(update={"date_from": None})
    return event


def _reject(document: Document, draft: Draft, error: ValidationError) -> Rejection:
    problem = error.errors()[0]["msg"]
    return Rejection(
        rejection_id=fingerprint(Stage.VALIDATE, document.document_id, draft.claim_id, problem),
        stage=Stage.VALIDATE,
        input=document.url or document.page_id or document.document_id,
        document_id=document.document_id,
        reason="invalid_claim",
        message=f"the count {draft.quantity.text!r} makes no valid claim: {problem}",
        excerpt=document.text[draft.sentence.start : draft.sentence.end][:EXCERPT_LENGTH],
        rejected_at=datetime.now(UTC),
    )
