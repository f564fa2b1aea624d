"""From documents to claims: the counts of each sentence, tied to their speakers and events."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pydantic import ValidationError

import extractors.attribution as attribution_layer
from extractors.confidence import estimate_confidence
from extractors.drafts import Draft
from extractors.harms.casualties import Casualty
from extractors.harms.predicates import may_hold_harm
from extractors.harms.sentence import find_casualties
from extractors.harms.spans import find_antecedent, find_victims
from extractors.parse import ParsedDocument, parse_sentences
from extractors.scope import read_scope
from extractors.tally import Ties, tie_claims
from extractors.text import Sentence
from extractors.version import EXTRACTOR_VERSION
from schemas import (
    Attribution,
    Claim,
    Document,
    Extraction,
    Quantity,
    Rejection,
    Scope,
    Span,
    Stage,
    Stance,
    Victims,
)
from schemas.base import fingerprint
from schemas.rejection import EXCERPT_LENGTH


def extract_claims(document: Document) -> Extraction:
    """Find the casualty claims of one document.

    Args:
        document: The document; it is not altered.

    Returns:
        Its claims in the order of their quantities, and those that failed their schema.
    """
    return extract_batch([document])[0]


def extract_batch(documents: Sequence[Document], *, everything: bool = False) -> list[Extraction]:
    """Find the casualty claims of several documents, parsing across them in batches.

    Args:
        documents: The documents.
        everything: Parse every sentence instead of those that can hold a claim; the claims are
            the same, and the cost of the filter's absence can be measured.
    """
    parsed = [ParsedDocument(document.text) for document in documents]
    wanted = [(each, _candidates(each, everything=everything)) for each in parsed]
    parse_sentences(wanted)
    return [
        _extract(document, each, indices)
        for document, (each, indices) in zip(documents, wanted, strict=True)
    ]


def _candidates(parsed: ParsedDocument, *, everything: bool) -> list[int]:
    if not everything and not may_hold_harm(parsed.folded):
        return []
    return [
        sentence.index
        for sentence in parsed.sentences
        if everything or may_hold_harm(parsed.folded[sentence.start : sentence.end])
    ]


def _extract(document: Document, parsed: ParsedDocument, indices: Sequence[int]) -> Extraction:
    drafts: list[Draft] = []
    for index in indices:
        sentence = parsed.sentences[index]
        casualties, _ = find_casualties(parsed.tree(index), _folded(parsed, sentence))
        for position, casualty in enumerate(casualties):
            drafts += _draft(document, parsed, sentence, casualty, casualties[:position])
    return _checked(document, parsed, drafts)


def _folded(parsed: ParsedDocument, sentence: Sentence) -> str:
    return parsed.folded[sentence.start : sentence.end]


def _draft(
    document: Document,
    parsed: ParsedDocument,
    sentence: Sentence,
    casualty: Casualty,
    earlier: Sequence[Casualty],
) -> list[Draft]:
    """One draft for each speaker of a count."""
    tree, number = parsed.tree(sentence.index), casualty.number
    start, end = sentence.start + number.start, sentence.start + number.end
    quantity = Quantity(
        text=document.text[start:end],
        start=start,
        end=end,
        value=number.value,
        value_to=number.value_to,
        modifier=number.modifier,
        basis=number.basis,
    )
    noun = casualty.noun or find_antecedent(casualty, list(earlier), tree)
    place = find_victims(replace(casualty, noun=noun), tree)
    victims = (
        Span.of(document.text, sentence.start + place[0], sentence.start + place[1])
        if place
        else None
    )
    drafts = []
    attribute = getattr(attribution_layer, "attribute", lambda *_: (Attribution(),))
    for attribution in attribute(parsed, start, end):
        said = _with_stance(attribution, casualty)
        claim_id = Claim.identify(
            document.document_id, casualty.harm, quantity, said.source, said.stance
        )
        drafts.append(
            Draft(
                claim_id,
                casualty,
                sentence,
                _folded(parsed, sentence),
                quantity,
                victims,
                noun,
                None,
                said,
            )
        )
    return drafts


def _with_stance(attribution: Attribution, casualty: Casualty) -> Attribution:
    """A denial of a figure is a stance; a denial that anyone was harmed asserts zero."""
    denies = casualty.denied or attribution.stance is Stance.DENIES
    stance = Stance.DENIES if denies and casualty.number.value != 0 else Stance.ASSERTS
    return attribution.model_copy(update={"stance": stance})


def _checked(document: Document, parsed: ParsedDocument, drafts: list[Draft]) -> Extraction:
    scopes = {
        draft.claim_id: read_scope(
            _folded(parsed, draft.sentence),
            draft.quantity.start - draft.sentence.start,
            draft.quantity.end - draft.sentence.start,
        )
        for draft in drafts
    }
    ties = tie_claims(drafts, scopes)
    claims: dict[str, Claim] = {}
    rejections: list[Rejection] = []
    for draft in drafts:
        try:
            claim = _build(document, parsed, draft, scopes[draft.claim_id], ties[draft.claim_id])
        except ValidationError as error:
            rejections.append(_reject(document, draft, error))
        else:
            claims.setdefault(claim.claim_id, claim)
    return Extraction(
        document_id=document.document_id,
        claims=tuple(claims.values()),
        rejections=tuple(rejections),
    )


def _build(
    document: Document, parsed: ParsedDocument, draft: Draft, scope: Scope, ties: Ties
) -> Claim:
    sentence, victims = draft.sentence, draft.victims
    named = victims is not None or draft.group is not None
    fields = {
        "claim_id": draft.claim_id,
        "document_id": document.document_id,
        "harm": draft.harm,
        "quantity": draft.quantity,
        "victims": Victims(
            text=victims.text if victims else None,
            start=victims.start if victims else None,
            end=victims.end if victims else None,
            group=draft.group,
        )
        if named
        else None,
        "attribution": draft.attribution,
        "evidence": Span.of(document.text, sentence.start, sentence.end),
        "scope": scope,
        "part_of": ties.part_of,
        "repeats": ties.repeats,
        "event": draft.event,
        "confidence": estimate_confidence(draft),
        "rule": draft.casualty.rule,
        "extractor": EXTRACTOR_VERSION,
    }
    return Claim.model_validate(fields, context={"document": document})


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
