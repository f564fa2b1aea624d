"""A claim as the form shows it, and what a correction changed, old and new in words."""

from collections.abc import Iterable, Mapping, Sequence

from desk.review.forms import RELATIONS, spans_of
from desk.wording import KINDS, shortened
from schemas import Claim, Modifier, Scope, Stance
from warehouse.read_models.blind_rows import UnreviewedClaim
from warehouse.read_models.claim_contracts import claim_of
from warehouse.read_models.claim_rows import Decision
from warehouse.read_models.reader import Reader

NAMES = {
    "quantity_text": "figure",
    "value": "number",
    "value_to": "up to",
    "modifier": "how exact",
    "harm": "harm",
    "source_text": "source",
    "speaker": "speaker",
    "speaker_kind": "kind of speaker",
    "speaker_role": "role",
    "stance": "says or denies",
    "cue_text": "words of saying",
    "hedge": "word of doubt",
    "scope": "counts",
    "victims_text": "victims",
    "victim_group": "group",
    "event_where": "place",
    "event_when": "words of the day",
    "event_date_from": "first day",
    "event_date_to": "last day",
    **RELATIONS,
}
"""Fields of the form, as a reviewer calls them."""
VALUES: Mapping[str, Mapping[str, str]] = {
    "stance": {Stance.ASSERTS: "says so", Stance.DENIES: "denies it"},
    "scope": {Scope.INCIDENT: "one event", Scope.CUMULATIVE: "several events together"},
    "modifier": {
        Modifier.RANGE: "between two numbers",
        Modifier.VAGUE: "in words without a number",
    },
    "speaker_kind": KINDS,
}
"""What such fields hold, for a reader, where it is not told by its own word."""
LIMIT = 60


def values_of(claim: Claim) -> dict[str, str]:
    """What the form shows of a claim."""
    said, victims = claim.attribution, claim.victims
    values: dict[str, object] = {
        **{name: getattr(claim, name) for name in RELATIONS},
        "harm": claim.harm,
        "scope": claim.scope,
        "value": claim.quantity.value,
        "value_to": claim.quantity.value_to,
        "modifier": claim.quantity.modifier,
        "basis": claim.quantity.basis,
        "speaker": said.speaker,
        "speaker_kind": said.speaker_kind,
        "speaker_role": said.speaker_role,
        "stance": said.stance,
        "hedge": said.hedge,
        "victim_group": victims.group if victims else None,
        "event_when": claim.event.when,
        "event_where": claim.event.where,
        "event_date_from": claim.event.date_from,
        "event_date_to": claim.event.date_to,
    }
    for name, span in spans_of(claim).items():
        values |= {
            f"{name}_text": span.text if span else None,
            f"{name}_start": span.start if span else None,
            f"{name}_end": span.end if span else None,
        }
    return {name: "" if value is None else str(value) for name, value in values.items()}


def changes_in_words(before: Claim, after: Claim) -> list[str]:
    """What differs between two versions of a claim: "place: Velmar → Orsk"."""
    old, new = values_of(before), values_of(after)
    return [
        f"{words}: {told(name, old[name])} → {told(name, new[name])}"
        for name, words in NAMES.items()
        if old[name] != new[name]
    ]


def latest_changes(reader: Reader, decisions: Sequence[Decision]) -> dict[str, list[str]]:
    """What each correction among decisions changed, old and new in words, by its name."""
    claims = {each.claim_id for each in decisions if each.corrected and each.claim_id}
    wanted = sorted(claims)
    machine = {
        row.claim_id: claim_of(row)
        for row in reader.rows(UnreviewedClaim, "list_contains(?, claim_id)", "1", wanted)
    }
    history: dict[str, list[Decision]] = {}
    for each in reader.rows(Decision, "list_contains(?, claim_id)", "decided", wanted):
        history.setdefault(str(each.claim_id), []).append(each)
    found: dict[str, list[str]] = {}
    for claim_id, taken in history.items():
        found |= history_changes(taken, machine.get(claim_id))
    return found


def told(name: str, value: str) -> str:
    """A value for a reader."""
    if name in RELATIONS:
        return "another claim" if value else "none"
    words = VALUES.get(name, {}).get(value, value.replace("_", " "))
    return shortened(words, LIMIT) or "none"


def history_changes(decisions: Iterable[Decision], first: Claim | None) -> dict[str, list[str]]:
    """What each correction of a claim changed.

    Args:
        decisions: All decisions on the claim.
        first: The claim as the machine read it.

    Returns:
        The changes by the name of the decision.
    """
    found, before = {}, first
    for decision in sorted(decisions, key=lambda each: each.decided):
        if decision.corrected and not decision.is_undone:
            after = Claim.model_validate_json(decision.corrected)
            found[decision.verdict_id] = changes_in_words(before, after) if before else []
            before = after
    return found
