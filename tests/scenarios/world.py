"""A warehouse with the documents of one scenario."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

import intake
from extractors import extract_batch
from intake.reading.kinds import FileKind
from schemas import Batch, Claim, Document, Extraction, Page, Run
from schemas.base import fingerprint
from tests.scenarios.model import Decision, Scenario, Told
from warehouse.arrow import batch_tables
from warehouse.load import load_open
from warehouse.policies import all_policies
from warehouse.verdicts.record import append
from warehouse.verdicts.verdict import Verdict, VerdictKind

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Read = tuple[Page, Document]


def read(told: Told) -> Read:
    """Take in a document, as a row of JSON lines is taken in."""
    row = told.model_dump(mode="json", exclude={"learned"}, exclude_none=True)
    content = json.dumps(row)
    page = Page(
        page_id=fingerprint(content),
        address=f"{told.url or 'told.jsonl'}#{fingerprint(content)}",
        media_type=FileKind.JSON,
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
    warehouse: "DuckDBPyConnection", scenario: Scenario, extractions: Mapping[str, Extraction]
) -> None:
    """Load the documents and record the decisions, day by day.

    Args:
        warehouse: An empty warehouse with a transaction begun, so that all can be taken back.
        scenario: What is loaded.
        extractions: The claims of its documents.
    """
    claims = {claim.claim_id: claim for each in extractions.values() for claim in each.claims}
    days = {told.learned for told in scenario.documents}
    for day in sorted(days | {decision.decided for decision in scenario.decisions}):
        told = [each for each in scenario.documents if each.learned == day]
        if told:
            load_day(warehouse, day, told, extractions)
        for decision in scenario.decisions:
            if decision.decided == day:
                append(warehouse, [verdict(warehouse, decision, claims)])


def load_day(
    warehouse: "DuckDBPyConnection",
    day: date,
    told: Sequence[Told],
    extractions: Mapping[str, Extraction],
) -> None:
    """Load what is learned on one day."""
    found = [read(each) for each in told]
    documents = [document for _, document in found]
    batch = Batch(
        [page for page, _ in found],
        documents,
        [extractions[document.document_id] for document in documents],
        [],
    )
    run = Run(run_id=day.isoformat(), extractor="current", started=moment(day))
    tables = batch_tables(batch, run.extractor)
    load_open(warehouse, run, tables, all_policies(()), moment(day).replace(tzinfo=None))


def verdict(
    warehouse: "DuckDBPyConnection", decision: Decision, claims: Mapping[str, Claim]
) -> Verdict:
    """The verdict that a decision comes to.

    Args:
        warehouse: The warehouse.
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
        (last,) = ask(warehouse, "select max_by(verdict_id, decided) as verdict_id from verdicts")
        return Verdict(**told, undoes=last["verdict_id"])
    if decision.kind == "merge":
        return Verdict(
            **told,
            event_id=event_named(warehouse, decision.event),
            into_event_id=event_named(warehouse, decision.into),
        )
    query = f"select claim_id, event_id from current_claims where value = {decision.figure}"
    (claim,) = ask(warehouse, query)
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


def event_named(warehouse: "DuckDBPyConnection", words: str | None) -> str:
    """The id of the event whose name holds the words."""
    (event,) = ask(warehouse, f"select event_id from events where contains(label, '{words}')")
    return str(event["event_id"])


def moment(day: date) -> datetime:
    """Noon of a day."""
    return datetime.combine(day, time(12), UTC)


def ask(warehouse: "DuckDBPyConnection", query: str) -> list[dict[str, Any]]:
    """The rows that a query gives."""
    result = warehouse.execute(query)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
