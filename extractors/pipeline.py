"""From documents to claims: the counts of each sentence, tied to their speakers and events."""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from extractors.checked_claims import build_claims
from extractors.constructions.document_counts import find_continuing
from extractors.constructions.sentence import find_casualties
from extractors.constructions.trigger import find_triggers, may_hold_harm
from extractors.document.analysis import DocumentAnalysis, parse_sentences
from extractors.document.time_budget import SECONDS_PER_DOCUMENT, OutOfTimeError, TimeBudget
from extractors.drafting import draft_claims
from extractors.languages import PACKS
from extractors.languages.guess import guess_foreign
from extractors.languages.pack import LanguagePack, use_language
from schemas import Document, Extraction, Rejection, Stage
from schemas.base import fingerprint
from schemas.rejection import EXCERPT_LENGTH

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
    return _rejected(
        document,
        "unsupported_language",
        f"no language pack reads {language!r}; add one (docs/extending.md), or leave the document "
        "out.",
    )


def _extract(documents: Sequence[Document], *, everything: bool) -> list[Extraction]:
    """Find the claims of documents in the language that is being read."""
    parsed = [DocumentAnalysis(document.text) for document in documents]
    wanted = [(each, find_candidates(each, everything=everything)) for each in parsed]
    short = [pair for pair in wanted if len(pair[1]) <= MOST_AT_ONCE]
    parse_sentences(short, entities=everything)
    if not everything:
        short = [(each, _promising(each, indices)) for each, indices in short]
        parse_sentences(
            (each, [*indices, *find_continuing(each, indices)]) for each, indices in short
        )
    unbounded = TimeBudget(math.inf)
    told = {id(each): indices for each, indices in short}
    return [
        build_claims(document, draft_claims(document, each, told[id(each)], unbounded))
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
        return build_claims(document, drafts)
    except OutOfTimeError as error:
        return _rejected(
            document,
            "out_of_time",
            f"The document takes longer than {SECONDS_PER_DOCUMENT:g} seconds (stopped in "
            f"{error.stage}); split it, or check what it is.",
        )


def _rejected(document: Document, reason: str, message: str) -> Extraction:
    """A document that is not read at all."""
    rejection = Rejection(
        rejection_id=fingerprint(Stage.EXTRACT, document.document_id, reason),
        stage=Stage.EXTRACT,
        input=document.url or document.page_id or document.document_id,
        document_id=document.document_id,
        reason=reason,
        message=message,
        excerpt=document.text[:EXCERPT_LENGTH],
        rejected_at=datetime.now(UTC),
    )
    return Extraction(document_id=document.document_id, rejections=(rejection,))


def find_candidates(parsed: DocumentAnalysis, *, everything: bool = False) -> list[int]:
    """Find the sentences that have a word of harm, or all of them.

    Args:
        parsed: The document.
        everything: Take every sentence.
    """
    if everything:
        return [sentence.index for sentence in parsed.sentences]
    offsets = find_triggers(parsed.folded)
    touched = {sentence.index for o in offsets if (sentence := parsed.sentence_at(o)) is not None}
    return [index for index in sorted(touched) if may_hold_harm(parsed.folded_sentence(index))]


def _promising(parsed: DocumentAnalysis, indices: Iterable[int]) -> list[int]:
    """The sentences that hold a count as far as can be told before entities are named."""
    texts = ((index, parsed.folded_sentence(index)) for index in indices)
    return [index for index, text in texts if find_casualties(parsed.bare_tree(index), text)[0]]
