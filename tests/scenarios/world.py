"""A warehouse with the documents of one scenario."""

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path

import intake
from extractors import extract_batch
from intake.reading.kinds import Kind
from schemas import Claim, Document, Extraction, Page, Run
from schemas.base import fingerprint
from tests.scenarios.model import Decision, Scenario, Told
from tests.warehouse.examples import ask
from warehouse import Batch, load_batch
from warehouse.verdicts.model import Verdict, VerdictKind
from warehouse.verdicts.record import record_verdict

Read = tuple[Page, Document]


def read(told: Told) -> Read:
    """Take in a document, as a row of JSON lines is taken in."""
    row = told.model_dump(mode="json", exclude={"learned"}, exclude_none=True)
    content = json.dumps(row)
    page = Page(
        page_id=fingerprint(content),
        address=f"{told.url or 'told.jsonl'}#{fingerprint(content)}",
        media_type=Kind.JSON,
        content=content,
        size=len(content),
        fetched=moment(told.learned),
    )
    ((document,), _) = intake.extract_documents(page)
    return page, document


def extract_all(scenarios: Sequence[Scenario]) -> dict[str, Extraction]:
    """The claims of all documents of some scenarios, extracted in one batch."""
    documents = {
        document.document_id: document
        for scenario in scenarios
        for _, document in map(read, scenario.documents)
    }
    found = extract_batch(list(documents.values()))
    return {extraction.document_id: extraction for extraction in found}


def build(
    empty: Path, path: Path, scenario: Scenario, extractions: Mapping[str, Extraction]
) -> None:
    """Load the documents and record the decisions, day by day.

    Args:
        empty: A warehouse without documents, to be copied.
        path: The warehouse to make.
        scenario: What is loaded.
        extractions: The claims of its documents.
    """
    shutil.copy(empty, path)
    claims = {claim.claim_id: claim for each in extractions.values() for claim in each.claims}
    days = {told.learned for told in scenario.documents}
    for day in sorted(days | {decision.decided for decision in scenario.decisions}):
        load_day(path, [told for told in scenario.documents if told.learned == day], extractions)
        for decision in scenario.decisions:
            if decision.decided == day:
                record_verdict(path, verdict(path, decision, claims))


def load_day(path: Path, told: Sequence[Told], extractions: Mapping[str, Extraction]) -> None:
    """Load what is learned on one day."""
    if not told:
        return
    learned = moment(told[0].learned)
    found = [read(each) for each in told]
    documents = [document for _, document in found]
    batch = Batch(
        [page for page, _ in found],
        documents,
        [extractions[document.document_id] for document in documents],
        [],
    )
    run = Run(run_id=learned.isoformat(), extractor="current", started=learned)
    load_batch(path, run, batch, learned=learned)


def verdict(path: Path, decision: Decision, claims: Mapping[str, Claim]) -> Verdict:
    """The verdict that a decision comes to.

    Args:
        path: The warehouse.
        decision: What is decided.
        claims: What was extracted, by claim_id.
    """
    told = {
        "kind": VerdictKind(decision.kind),
        "reviewer": "Reviewer",
        "decided": moment(decision.decided),
        "reason": "misread" if decision.kind == "reject" else None,
    }
    if decision.kind == "undo":
        (last,) = ask(path, "select max_by(verdict_id, decided) as verdict_id from verdicts")
        return Verdict(**told, undoes=last["verdict_id"])
    if decision.kind == "merge":
        return Verdict(
            **told,
            event_id=event_named(path, decision.event),
            into_event_id=event_named(path, decision.into),
        )
    query = f"select claim_id, event_id from current_claims where value = {decision.figure}"
    (claim,) = ask(path, query)
    if decision.kind == "split":
        return Verdict(**told, event_id=claim["event_id"], claim_ids=(claim["claim_id"],))
    if decision.kind == "correct":
        return Verdict(**told, **correction(claims[claim["claim_id"]], decision))
    return Verdict(**told, claim_id=claim["claim_id"])


def correction(claim: Claim, decision: Decision) -> dict[str, object]:
    """The claim with the reviewer's figure."""
    quantity = claim.quantity.model_copy(update={"value": decision.value})
    corrected = claim.model_copy(update={"quantity": quantity})
    return {"claim_id": claim.claim_id, "corrected": corrected, "fields": ("value",)}


def event_named(path: Path, words: str | None) -> str:
    """The id of the event whose name holds the words."""
    (event,) = ask(path, f"select event_id from events where contains(label, '{words}')")
    return str(event["event_id"])


def moment(day: date) -> datetime:
    """Noon of a day."""
    return datetime.combine(day, time(12), UTC)
