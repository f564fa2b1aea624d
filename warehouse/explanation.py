"""Why a claim stands where it stands: its event with the evidence, its position, its source."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.ask import first_row
from warehouse.errors import WarehouseError
from warehouse.read_models.claim_rows import Decision, MarkedClaim
from warehouse.read_models.comparison_rows import Comparison
from warehouse.read_models.reader import Reader, reading

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from warehouse.linking.reasons import Reason

MOST_NAMED = 8
LINK = """
select
    links.event_id, events.label, events.place, events.date_from, events.date_to,
    links.origin, links.score, links.evidence
from event_claims as links
inner join events on events.event_id = links.event_id
where links.claim_id = ? and links.superseded is null
"""
TOLD_BY = """
select facts.originator, list_sort(list_distinct(flatten(list(facts.outlets)))),
    count(distinct facts.document_id)
from facts
where facts.superseded is null
    and facts.originator = (
        select any_value(own.originator) from facts as own
        where own.claim_id = ? and own.superseded is null
    )
group by facts.originator
"""
BY_WORDS = """
list_bool_and(list_transform(
    ?::varchar[],
    lambda word: contains(
        lower(concat_ws(' ', harm, figure, quantity_text, stance, speaker, evidence_text, title)),
        lower(word)
    )
))
"""
WHERE_TOLD = "verdict_id = ? or claim_id = ?"


@dataclass(frozen=True)
class Evidence:
    """One thing that speaks for a link, or against it where its weight is negative."""

    feature: str
    detail: str
    weight: float


@dataclass(frozen=True)
class LinkExplanation:
    """The event of a claim.

    Attributes:
        event_id: The event.
        event: Its name.
        place: Where it happened.
        date_from: First day.
        date_to: Last day.
        origin: Whether the machine or a reviewer linked the claim.
        score: The mean probability that the claim's mention and those of other documents are of
            one event.
        threshold: From where on mentions are linked.
        evidence: What spoke for the link, and against it, when it was made: by which mention of
            the event is most like the claim's, and what each feature added to the log-odds.
        others: The same comparison today, with what the other documents tell of the event;
            for a claim that founded its event this is all the evidence there is.
    """

    event_id: str
    event: str
    place: str | None
    date_from: date | None
    date_to: date | None
    origin: str
    score: float
    threshold: float
    evidence: tuple[Evidence, ...]
    others: tuple[Evidence, ...]


@dataclass(frozen=True)
class Originator:
    """Whose text it is: syndicated copies have one originator.

    Attributes:
        name: The agency, the outlet, or else the document.
        outlets: Who published it.
        documents: How many documents of the warehouse come from it.
    """

    name: str
    outlets: tuple[str, ...]
    documents: int


@dataclass(frozen=True)
class Why:
    """All that is known of why a claim stands where it stands.

    Attributes:
        claim: The claim, with its document.
        link: Its event; nothing for totals over several events, and for rejected claims.
        position: The figures of its event, harm and victim group side by side.
        originator: Whose text it is.
        verdicts: What reviewers decided on it, the last one first.
    """

    claim: MarkedClaim
    link: LinkExplanation | None
    position: Comparison | None
    originator: Originator | None
    verdicts: tuple[Decision, ...]


def explain_claim(path: Path | str, words: str) -> Why:
    """Say why a claim stands where it stands.

    Args:
        path: The warehouse.
        words: The claim's name or its beginning; or words of its harm, figure, speaker,
            sentence and title.

    Raises:
        WarehouseError: No claim fits, or several do.
    """
    with reading(path) as reader:
        claim = find_one(reader, words)
        subject = claim.event_id, claim.harm, claim.victim_group
        position = reader.comparisons(
            "event_id = ? and harm = ? and victim_group is not distinct from ?",
            "event_id",
            *subject,
        )
        named = claim.verdict_id, claim.claim_id
        verdicts = reader.rows(Decision, WHERE_TOLD, "decided desc, verdict_id", *named)
        return Why(
            claim=claim,
            link=link_of(reader, claim, anew=True),
            position=next(position, None),
            originator=originator_of(reader.connection, claim.claim_id),
            verdicts=tuple(verdicts),
        )


def find_one(reader: Reader, words: str) -> MarkedClaim:
    """The one claim that is meant."""
    given = words.split()
    found = list(reader.claims("starts_with(claim_id, ?)", "claim_id", words)) if given else []
    if given and not found:
        found = list(reader.claims(BY_WORDS, "document_id, quantity_start, claim_id", given))
    if not found:
        raise WarehouseError(
            f"no claim has the name or the words {words!r}; the view current_claims lists all"
        )
    if len(found) > 1:
        more = [f"and {len(found) - MOST_NAMED} more"] if len(found) > MOST_NAMED else []
        lines = "\n  ".join([*map(in_a_line, found[:MOST_NAMED]), *more])
        raise WarehouseError(f"{len(found)} claims fit; give more words, or a name:\n  {lines}")
    return found[0]


def in_a_line(claim: MarkedClaim) -> str:
    """A claim, short enough to choose it from a list."""
    about = f"{claim.stance} {claim.figure} {claim.harm}, {claim.speaker or 'the document'}"
    where = claim.outlet or claim.title or claim.document_id
    return f"{claim.claim_id}  {about}; {where}: {claim.evidence_text[:40]}…"


def link_of(reader: Reader, claim: MarkedClaim, *, anew: bool = False) -> LinkExplanation | None:
    """The event of a claim with the evidence.

    Args:
        reader: The warehouse.
        claim: The claim.
        anew: Also compare it with what the other documents tell today.
    """
    from warehouse.linking.model import linking_model  # noqa: PLC0415 -- reads the weights

    row = first_row(reader.connection, LINK, [claim.claim_id])
    if row is None:
        return None
    event_id, event, place, date_from, date_to, origin, score, kept = row
    others = compared_anew(reader.connection, claim, event_id) if anew else ()
    return LinkExplanation(
        event_id=event_id,
        event=event,
        place=place,
        date_from=date_from,
        date_to=date_to,
        origin=origin,
        score=score,
        threshold=linking_model().threshold,
        evidence=tuple(Evidence(**each) for each in kept),
        others=tuple(Evidence(each.feature, each.detail, each.weight) for each in others),
    )


def compared_anew(
    connection: "DuckDBPyConnection", claim: MarkedClaim, event_id: str
) -> "tuple[Reason, ...]":
    """What speaks for the link today, by what the other documents tell of the event."""
    from warehouse.linking.today import evidence_today  # noqa: PLC0415 -- see above

    return evidence_today(connection, claim.claim_id, claim.document_id, event_id)


def originator_of(connection: "DuckDBPyConnection", claim_id: str) -> Originator | None:
    """Whose text a claim stands in."""
    row = first_row(connection, TOLD_BY, [claim_id])
    if row is None:
        return None
    name, outlets, documents = row
    return Originator(name, tuple(outlets or ()), documents)
