"""Conflict rows, missed disputes and missed totals, with the sentences, to be read."""

from evaluation.events.built import ComparedRow
from evaluation.events.coded import CodedDispute, CodedPosition
from evaluation.events.matched import Matched
from evaluation.measures import Error
from schemas import Claim, Scope


def dispute_errors(matched: Matched) -> list[Error]:
    """List what is to be read: every conflict row, right or not, and everything missed."""
    return [
        *(_conflict(matched, row) for row in matched.conflict_rows()),
        *(
            _missed_dispute(matched, dispute)
            for dispute in matched.asked_for()
            if not matched.is_found(dispute)
        ),
        *(
            _missed_total(matched, total)
            for total in matched.coded.totals()
            if not matched.has_right_holder(total)
        ),
    ]


def _conflict(matched: Matched, row: ComparedRow) -> Error:
    answered = matched.answered(row)
    return Error(
        "conflict row",
        row.event_id,
        "\n".join(_sentences(matched, row)),
        "; ".join(_name(each) for each in answered) or "answers no dispute",
        describe(row),
    )


def describe(row: ComparedRow) -> str:
    """A row on one line."""
    figures = " · ".join(f"{each.words} ({', '.join(each.holders)})" for each in row.shown)
    return f"{row.event} · {row.harm} · {row.group} · {row.kind}: {figures}"


def _sentences(matched: Matched, row: ComparedRow) -> list[str]:
    """The sentences of the claims from which the row was made."""
    claims = [
        claim
        for claim in matched.built.claims_of(row.event_id)
        if claim.harm == row.harm and claim.scope is Scope.INCIDENT
    ]
    return list(dict.fromkeys(map(_quote, claims)))


def _quote(claim: Claim) -> str:
    part = " (part)" if claim.part_of else ""
    group = claim.victims.group if claim.victims else None
    speaker = claim.attribution.speaker or "the article"
    said = f"{claim.quantity.text}{part} · {group} · {speaker}"
    return f"{claim.document_id} · {said} · {' '.join(claim.evidence.text.split())}"


def _name(dispute: CodedDispute) -> str:
    return f"{dispute.event} · {dispute.harm} · {dispute.victims} · {dispute.kind}"


def _missed_dispute(matched: Matched, dispute: CodedDispute) -> Error:
    key = (dispute.event, dispute.harm, dispute.victims)
    totals = [
        total for total in matched.coded.totals() if (total.event, total.harm, total.victims) == key
    ]
    return Error(
        "missed dispute",
        matched.event_of[dispute.event] or "no event",
        "\n".join(f"{_total(total)}: {locate_total(matched, total)}" for total in totals),
        f"{_name(dispute)}: {dispute.why}",
        "\n".join(describe(row) for row in matched.rows(dispute)) or "no row",
    )


def _missed_total(matched: Matched, total: CodedPosition) -> Error:
    return Error(
        "total missed",
        f"{total.event}: {', '.join(total.documents)}",
        total.text,
        f"{_total(total)} · {total.harm} · {total.victims}",
        locate_total(matched, total),
    )


def _total(total: CodedPosition) -> str:
    low, high = total.figure
    bounds = str(low) if low == high else f"{low}–{'' if high is None else high}"
    return f"{bounds} by {total.holder}"


def locate_total(matched: Matched, total: CodedPosition) -> str:
    """Where a total went: shown, not extracted, in another event, a part, or bounded otherwise."""
    shown = [
        f"shown as {row.kind} with {', '.join(each.holders)}"
        for row in matched.rows(total)
        for each in row.shown
        if each.bounds == total.figure
    ]
    if shown:
        return "; ".join(shown)
    claims = [
        claim
        for name in total.documents
        for claim in matched.built.claims.get(name, ())
        if claim.harm == total.harm and claim.quantity.value in total.figure
    ]
    return "; ".join(dict.fromkeys(_fate(matched, total, claim) for claim in claims)) or (
        "no claim of this figure"
    )


def _fate(matched: Matched, total: CodedPosition, claim: Claim) -> str:
    event = matched.built.events.get(claim.claim_id)
    if event is None:
        return f"no event ({claim.scope})"
    if event != matched.event_of[total.event]:
        return f"in another event, {event}"
    if claim.part_of:
        return "a part"
    return "a repeat" if claim.repeats else "in the event, but in no row with these bounds"
