"""Why a claim stands where it stands, for a person at the terminal."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from flows.discrepancies import draw as draw_positions
from flows.terminal import shown
from warehouse.explanation import Evidence, LinkExplanation, Why

if TYPE_CHECKING:
    from rich.console import RenderableType

    from warehouse.read_models.claim_rows import Decision, MarkedClaim


def draw(why: Why) -> "Iterator[RenderableType]":
    """Draw the claim, its event with the evidence, its position and its verdicts."""
    yield lines(
        [
            ("claim", f"{why.claim.claim_id} ({why.claim.standing})"),
            ("says", said(why.claim)),
            ("in", f"“{why.claim.evidence_text}”"),
            ("document", document(why.claim)),
            ("originator", originator(why)),
            ("event", event(why.link)),
        ]
    )
    if why.link:
        yield evidence(why.link)
    if why.position:
        yield draw_positions(why.position)
    yield lines([("verdicts", "; ".join(map(verdict, why.verdicts)) or "none: nobody reviewed it")])


def lines(cells: Sequence[tuple[str, str]]) -> "RenderableType":
    """Names with what they stand for."""
    from rich.padding import Padding  # noqa: PLC0415 -- programs that read JSON need no rich
    from rich.table import Table  # noqa: PLC0415 -- see above
    from rich.text import Text  # noqa: PLC0415 -- see above

    grid = Table.grid(padding=(0, 2))
    for name, words in cells:
        grid.add_row(Text(name, style="bold"), Text(shown(words)))
    return Padding(grid, (0, 0, 1, 0))


def evidence(link: LinkExplanation) -> "RenderableType":
    """What speaks for the event, and against it."""
    from rich.padding import Padding  # noqa: PLC0415 -- see above
    from rich.table import Table  # noqa: PLC0415 -- see above
    from rich.text import Text  # noqa: PLC0415 -- see above

    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right")
    told = (("when it was linked", link.evidence), ("today, by the other documents", link.others))
    for heading, found in told:
        weights = [each for each in found if each.weight]
        if weights:
            whole = f"log-odds {heading}, beside “{most_like(found)}”"
            grid.add_row(Text(f"{total(found):+g}", style="bold"), Text(whole, style="bold"))
        for each in weights:
            grid.add_row(f"{each.weight:+g}", Text(shown(f"{each.feature}: {each.detail}")))
    return Padding(grid, (0, 0, 1, 2))


def most_like(found: Sequence[Evidence]) -> str:
    """The document of the event that is most like the claim's."""
    return next((each.detail for each in found if each.feature == "most like"), "")


def total(found: Sequence[Evidence]) -> float:
    """The weights of evidence, summed."""
    return round(sum(each.weight for each in found), 3)


def said(claim: "MarkedClaim") -> str:
    """Who says what."""
    who = claim.speaker or "the document itself"
    role = f", {claim.speaker_role}" if claim.speaker_role else ""
    parts = (claim.harm, claim.victim_group, claim.figure)
    cue = f" (“{claim.cue_text}”)" if claim.cue_text else ""
    return f"{' · '.join(part for part in parts if part)}, which {who}{role} {claim.stance}{cue}"


def document(claim: "MarkedClaim") -> str:
    """Where it stands."""
    day = f"{claim.published:%Y-%m-%d}" if claim.published else "undated"
    parts = (claim.title, claim.outlet, day, claim.url, claim.document_id)
    return " · ".join(part for part in parts if part)


def originator(why: Why) -> str:
    """Whose text it is."""
    told = why.originator
    if told is None:
        return "none: the claim does not count"
    if told.name == why.claim.document_id:
        return "the document itself"
    outlets = f"; published by {', '.join(told.outlets)}" if told.outlets else ""
    count = "this document" if told.documents == 1 else f"{told.documents} documents"
    return f"{told.name} ({count}{outlets})"


def event(link: LinkExplanation | None) -> str:
    """The event, and who says that the claim belongs to it."""
    if link is None:
        return "none: the figure counts several events, or was rejected"
    if link.origin == "reviewer":
        return f"{link.event} ({link.event_id}), by a reviewer's decision"
    if any(each.feature == "founded" for each in link.evidence):
        return f"{link.event} ({link.event_id}), which this claim founded"
    needed = f"{link.score:.0%} likely, where {link.threshold:.0%} is enough"
    return f"{link.event} ({link.event_id}), {needed}"


def verdict(decision: "Decision") -> str:
    """One decision of a reviewer."""
    reasons = (decision.reason, ", ".join(decision.fields), decision.note)
    why = ": ".join(["", "; ".join(reason for reason in reasons if reason)]).rstrip(": ")
    undone = " (taken back)" if decision.is_undone else ""
    return f"{decision.kind} by {decision.reviewer}, {decision.decided:%Y-%m-%d %H:%M}{why}{undone}"
