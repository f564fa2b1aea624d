"""Links that were missed or wrong, with what links were made from."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from evaluation.events.built import Built
from evaluation.events.coded import CodedSource
from evaluation.events.links import pairs_of
from evaluation.measures import Error
from schemas import Claim, Scope


def link_errors(
    sources: Sequence[CodedSource], groups: Sequence[Sequence[str]], built: Built
) -> list[Error]:
    """List the pairs that were missed, and the pairs that were linked wrongly.

    Each comes with title, day of publication, and places and days of the claims of either.
    """
    group_of = {name: number for number, group in enumerate(groups) for name in group}
    events = {name: built.main_event(name) for name in group_of}
    labels = {row.event_id: row.event for row in built.rows}
    told = {source.document.document_id: describe(source, built) for source in sources}
    wanted = {pair for group in groups for pair in combinations(group, 2)}
    missed = [pair for pair in sorted(wanted) if events[pair[0]] != events[pair[1]]]
    wrong = [pair for pair in pairs_of(events) if group_of[pair[0]] != group_of[pair[1]]]
    return [
        Error(
            kind,
            " | ".join(pair),
            "\n".join(told[name] for name in pair),
            "one event" if kind == "missed link" else "two events",
            " | ".join(labels.get(events[name], "no event") for name in pair),
        )
        for kind, pairs in (("missed link", missed), ("wrong link", wrong))
        for pair in pairs
    ]


def describe(source: CodedSource, built: Built) -> str:
    """A document as linking sees it."""
    document = source.document
    claims = built.claims.get(document.document_id, ())
    incidents = [claim for claim in claims if claim.scope is Scope.INCIDENT]
    day = document.published.date().isoformat() if document.published else "undated"
    mentions = Counter(_mention(claim) for claim in incidents).most_common()
    lines = [f"{count} × {mention}" for mention, count in mentions]
    return "\n  ".join((f"{day} · {document.outlet} · {document.title}", *(lines or ["no claim"])))


def _mention(claim: Claim) -> str:
    days = "–".join(str(day) for day in (claim.event.date_from, claim.event.date_to) if day)
    where = claim.event.where or "nowhere"
    return f"{where} · {claim.event.when or 'no time'} ({days or 'undated'})"
