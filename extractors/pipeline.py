"""From documents to claims: the counts of each sentence, tied to their speakers and events."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pydantic import ValidationError

from extractors.constructions.sentence import find_casualties
from extractors.constructions.trigger import find_triggers, may_hold_harm
from extractors.document.analysis import DocumentAnalysis, parse_sentences
from extractors.document.text import fold
from extractors.document.time_budget import SECONDS_PER_DOCUMENT, OutOfTimeError, TimeBudget
from extractors.drafting import draft_claims
from extractors.drafts import Draft
from extractors.languages import PACKS
from extractors.languages.guess import guess_foreign
from extractors.languages.pack import LanguagePack, use_language
from extractors.tally.confidence import estimate_confidence
from extractors.tally.part_whole_links import tie_claims
from extractors.tally.scopes import read_scopes
from extractors.tally.superseded import find_superseded
from extractors.tally.ties import Ties
from extractors.version import EXTRACTOR_VERSION
from schemas import Claim, Document, EventMention, Extraction, Rejection, Scope, Span, Stage
from schemas.base import fingerprint
from schemas.rejection import EXCERPT_LENGTH
from schemas.terms import DateBasis

MOST_AT_ONCE = 400
"""Candidate sentences that one document may have before its time is watched."""


def extract_claims(document: Document, packs: Mapping[str, LanguagePack] = PACKS) -> Extraction:
    """Find the casualty claims of one document.

    Args:
        document: The document; it is not altered.
        packs: The languages that can be read.

    Returns:
        Its claims in the order of their quantities, and those that failed their schema.
    """
    return extract_batch([document], packs=packs)[0]


def extract_batch(
    documents: Sequence[Document],
    *,
    everything: bool = False,
    packs: Mapping[str, LanguagePack] = PACKS,
) -> list[Extraction]:
    """Find the casualty claims of several documents, parsing across them in batches.

    Args:
        documents: The documents.
        everything: Parse every sentence instead of those that can hold a claim; the claims are
            the same, and the cost of the filter's absence can be measured.
        packs: The languages that can be read, by their codes.

    Returns:
        One extraction a document, in their order; a document in a language without a pack is a
        rejection.
    """
    extractions: dict[int, Extraction] = {}
    for code in dict.fromkeys(document.language for document in documents):
        places = [i for i, document in enumerate(documents) if document.language == code]
        pack = packs.get(code)
        if pack is None:
            extractions |= {i: _unread(documents[i], code) for i in places}
            continue
        with use_language(pack):
            guesses = {i: guess_foreign(documents[i].text) for i in places}
            foreign = {i: guess for i, guess in guesses.items() if guess is not None}
            extractions |= {i: _unread(documents[i], guess) for i, guess in foreign.items()}
            own = [i for i in places if i not in foreign]
            found = _extract([documents[i] for i in own], everything=everything)
            extractions |= zip(own, found, strict=True)
    return [extractions[i] for i in range(len(documents))]


def _unread(document: Document, language: str) -> Extraction:
    """A document in a language that no pack reads."""
    rejection = Rejection(
        rejection_id=fingerprint(Stage.EXTRACT, document.document_id, "unsupported_language"),
        stage=Stage.EXTRACT,
        input=document.url or document.page_id or document.document_id,
        document_id=document.document_id,
        reason="unsupported_language",
        message=(
            f"no language pack reads {language!r}; add one (docs/extending.md), or leave "
            "the document out."
        ),
        excerpt=document.text[:EXCERPT_LENGTH],
        rejected_at=datetime.now(UTC),
    )
    return Extraction(document_id=document.document_id, rejections=(rejection,))


def _extract(documents: Sequence[Document], *, everything: bool) -> list[Extraction]:
    """Find the claims of documents in the language that is being read."""
    parsed = [DocumentAnalysis(document.text) for document in documents]
    wanted = [(each, find_candidates(each, everything=everything)) for each in parsed]
    short = [pair for pair in wanted if len(pair[1]) <= MOST_AT_ONCE]
    parse_sentences(short, entities=everything)
    if not everything:
        short = [(each, _promising(each, indices)) for each, indices in short]
        parse_sentences(short)
    unbounded = TimeBudget(math.inf)
    told = {id(each): indices for each, indices in short}
    return [
        _checked(document, each, draft_claims(document, each, told[id(each)], unbounded))
        if id(each) in told
        else _extract_long(document, each, indices)
        for document, (each, indices) in zip(documents, wanted, strict=True)
    ]


def _extract_long(
    document: Document, parsed: DocumentAnalysis, indices: Sequence[int]
) -> Extraction:
    """Find the claims of a document of very many candidates, within a bounded time."""
    budget = TimeBudget(SECONDS_PER_DOCUMENT)
    promising: list[int] = []
    try:
        portions = [indices[i : i + MOST_AT_ONCE] for i in range(0, len(indices), MOST_AT_ONCE)]
        for portion in budget.spend("parsing", portions):
            parse_sentences([(parsed, portion)], entities=False)
            promising += _promising(parsed, budget.spend("counting", portion))
        drafts = draft_claims(document, parsed, promising, budget)
        return _checked(document, parsed, drafts)
    except OutOfTimeError as error:
        return Extraction(
            document_id=document.document_id, rejections=(_too_slow(document, error),)
        )


def _too_slow(document: Document, error: OutOfTimeError) -> Rejection:
    return Rejection(
        rejection_id=fingerprint(Stage.EXTRACT, document.document_id, "out_of_time"),
        stage=Stage.EXTRACT,
        input=document.url or document.page_id or document.document_id,
        document_id=document.document_id,
        reason="out_of_time",
        message=(
            f"The document takes longer than {SECONDS_PER_DOCUMENT:g} seconds (stopped in "
            f"{error.stage}); split it, or check what it is."
        ),
        excerpt=document.text[:EXCERPT_LENGTH],
        rejected_at=datetime.now(UTC),
    )


def find_candidates(parsed: DocumentAnalysis, *, everything: bool = False) -> list[int]:
    """Find the sentences that have a word of harm, or all of them.

    Args:
        parsed: The document.
        everything: Take every sentence.
    """
    if everything:
        return [sentence.index for sentence in parsed.sentences]
    offsets = find_triggers(parsed.text)
    touched = {sentence.index for o in offsets if (sentence := parsed.sentence_at(o)) is not None}
    return [index for index in sorted(touched) if may_hold_harm(parsed.folded_sentence(index))]


def _promising(parsed: DocumentAnalysis, indices: Iterable[int]) -> list[int]:
    """The sentences that hold a count as far as can be told before entities are named."""
    texts = ((index, parsed.folded_sentence(index)) for index in indices)
    return [index for index, text in texts if find_casualties(parsed.bare_tree(index), text)[0]]


def _checked(document: Document, parsed: DocumentAnalysis, drafts: list[Draft]) -> Extraction:
    scopes = read_scopes(drafts)
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


def _dated_once(draft: Draft, ties: Ties, drafts: Sequence[Draft]) -> Draft:
    """A figure told again, with the days of its first telling: both are of one event."""
    first = next((each.event for each in drafts if each.claim_id == ties.repeats), None)
    if first is None or first.date_from is None or draft.event.date_from is None:
        return draft
    days = {name: getattr(first, name) for name in ("when", "date_from", "date_to", "date_basis")}
    return replace(draft, event=draft.event.model_copy(update=days))


def _withdrawn(draft: Draft) -> Draft:
    """A figure that its document replaces by another."""
    attribution = draft.attribution.model_copy(update={"is_withdrawn": True})
    return replace(draft, attribution=attribution)


def _build(document: Document, draft: Draft, scope: Scope, ties: Ties) -> Claim:
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
