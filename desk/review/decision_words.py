"""What reviewers decided, in words: what stood before, and what stands now."""

from desk.wording import kind_name, shortened, span_of_days
from warehouse import VerdictKind
from warehouse.read_models.claim_rows import Decision
from warehouse.read_models.reader import Reader

LIMIT = 120
DONE = {
    VerdictKind.ACCEPT: "accepted",
    VerdictKind.CORRECT: "corrected",
    VerdictKind.REJECT: "rejected",
    VerdictKind.ADD: "added a claim",
    VerdictKind.MERGE: "merged with another event",
    VerdictKind.SPLIT: "split claims off",
    VerdictKind.PIN: "moved a claim",
    VerdictKind.UNITE: "united with another speaker",
    VerdictKind.LOCATE: "place",
    VerdictKind.RENAME: "name",
    VerdictKind.REDATE: "days",
    VerdictKind.DISTINCT: "told apart from another event",
    VerdictKind.CLASSIFY: "kind of speaker",
    VerdictKind.GROUP: "group of victims",
    VerdictKind.PLACE: "place added",
    VerdictKind.GRADE: "grade",
    VerdictKind.ASSIGN: "to be reviewed by",
    VerdictKind.NOTE: "noted",
    VerdictKind.UNDO: "undid a decision",
}
"""What was done, or what was changed, as the history says it."""
PAIRED = {
    VerdictKind.MERGE: ("merged", " → "),
    VerdictKind.UNITE: ("united", " → "),
    VerdictKind.DISTINCT: ("told apart", " and "),
}
"""What was done with two whose names are known, and what stands between the names."""


def history_of(reader: Reader, where: str, *values: object) -> list[tuple[Decision, str]]:
    """Decisions with their words, the last first."""
    rows = reader.rows(Decision, where, "decided desc", *values)
    return [(decision, in_words(decision)) for decision in rows]


def in_words(decision: Decision) -> str:
    """A decision in a line: "days: 2 May 2031 → 1–3 May 2031"."""
    kind = VerdictKind(decision.kind)
    after = outcome(decision)
    if after is None:
        return DONE[kind]
    done, between = PAIRED.get(kind, (DONE[kind], " → "))
    before = decision.victim_group or decision.former
    if kind is VerdictKind.UNITE:
        before = decision.holder
    if kind is VerdictKind.CLASSIFY and decision.holder:
        done = f"{done} {decision.holder}"
    told = f"{shortened(before, LIMIT)}{between}" if before else ""
    return f"{done}: {told}{shortened(after, LIMIT)}"


def outcome(decision: Decision) -> str | None:
    """What holds since a decision, where that is more than that it was taken."""
    if decision.label:
        return decision.label
    if decision.date_from:
        return span_of_days(decision.date_from, decision.date_to)
    if decision.place:
        return f"{decision.place} ({decision.level})"
    if decision.speaker_kind:
        return kind_name(decision.speaker_kind)
    if decision.kind == VerdictKind.ASSIGN:
        return decision.assignee or "nobody"
    return (
        decision.grade or decision.into_victim_group or decision.into_event or decision.into_holder
    )
