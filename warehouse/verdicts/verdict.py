"""A reviewer's decision."""

from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field, model_validator

from schemas import Claim, SpeakerKind
from schemas.base import Contract, fingerprint


class VerdictKind(StrEnum):
    """What a reviewer can decide."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    MERGE = "merge"
    SPLIT = "split"
    PIN = "pin"
    UNITE = "unite"
    LOCATE = "locate"
    RENAME = "rename"
    REDATE = "redate"
    DISTINCT = "distinct"
    CLASSIFY = "classify"
    GROUP = "group"
    PLACE = "place"
    GRADE = "grade"
    ASSIGN = "assign"
    NOTE = "note"
    UNDO = "undo"


NEEDS = {
    VerdictKind.ACCEPT: ("claim_id",),
    VerdictKind.CORRECT: ("claim_id", "corrected"),
    VerdictKind.REJECT: ("claim_id", "reason"),
    VerdictKind.ADD: ("corrected",),
    VerdictKind.MERGE: ("event_id", "into_event_id"),
    VerdictKind.SPLIT: ("event_id", "claim_ids"),
    VerdictKind.PIN: ("claim_ids", "into_event_id"),
    VerdictKind.UNITE: ("holder_id", "into_holder_id"),
    VerdictKind.LOCATE: ("event_id", "location"),
    VerdictKind.RENAME: ("event_id", "label"),
    VerdictKind.REDATE: ("event_id", "date_from", "date_to"),
    VerdictKind.DISTINCT: ("event_id", "into_event_id"),
    VerdictKind.CLASSIFY: ("holder_id", "speaker_kind"),
    VerdictKind.GROUP: ("victim_group", "into_victim_group"),
    VerdictKind.PLACE: ("location",),
    VerdictKind.GRADE: ("event_id", "grade"),
    VerdictKind.ASSIGN: (),
    VerdictKind.NOTE: ("note",),
    VerdictKind.UNDO: ("undoes",),
}


PAIRS = {VerdictKind.MERGE, VerdictKind.DISTINCT}


class Grade(StrEnum):
    """How far an event is established, in the words of casualty recorders; the last takes back."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    UNGRADED = "ungraded"


class DecidedLocation(Contract):
    """Where an event lies.

    Attributes:
        place: Name of the place.
        level: Whose coordinates these are: the place's, or the province's or country's around it.
        province: The province that it lies in.
        country: The country that it lies in.
        latitude: Degrees north.
        longitude: Degrees east.
    """

    place: str = Field(min_length=1, max_length=200)
    level: Literal["place", "province", "country"]
    province: str | None = Field(default=None, max_length=200)
    country: str | None = Field(default=None, max_length=200)
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Verdict(Contract):
    """One decision of one reviewer.

    Attributes:
        kind: What is decided.
        reviewer: Who decides.
        decided: When (UTC).
        claim_id: The claim that is accepted, corrected, rejected or noted.
        corrected: The claim as it should be, whole; for `add` the claim that was missed.
        fields: Names of the fields that a correction changes.
        event_id: The event that the decision is about; of two the one that is merged away, or
            told apart.
        into_event_id: The event that takes up the other, or the pinned claims.
        claim_ids: The claims that are split off, pinned or assigned.
        holder_id: The holder that is another one.
        into_holder_id: The holder that it is.
        location: Where the event lies, or the place of a name.
        label: What the event is called.
        date_from: The first day of the event.
        date_to: The last day of the event.
        speaker_kind: What sort of speaker the holder is.
        victim_group: The group of victims that is another one.
        into_victim_group: The group of victims that it is.
        grade: How far the event is established.
        assignee: Who is to review the event or the claims; null for nobody.
        bulk_id: The step in which this and other claims were decided on together.
        undoes: The verdict that no longer holds.
        reason: Why a claim is rejected.
        note: Free words.
        seen: The last verdict on the claim that the reviewer saw; another one in the meantime
            makes the decision a conflict.
    """

    kind: VerdictKind
    reviewer: str
    decided: datetime
    claim_id: str | None = None
    corrected: Claim | None = None
    fields: tuple[str, ...] = ()
    event_id: str | None = None
    into_event_id: str | None = None
    claim_ids: tuple[str, ...] = ()
    holder_id: str | None = None
    into_holder_id: str | None = None
    location: DecidedLocation | None = None
    label: str | None = Field(default=None, max_length=200)
    date_from: date | None = None
    date_to: date | None = None
    speaker_kind: SpeakerKind | None = None
    victim_group: str | None = Field(default=None, max_length=200)
    into_victim_group: str | None = Field(default=None, max_length=200)
    grade: Grade | None = None
    assignee: str | None = Field(default=None, min_length=1, max_length=60)
    bulk_id: str | None = None
    undoes: str | None = None
    reason: str | None = None
    note: str | None = None
    seen: str | None = None

    @property
    def verdict_id(self) -> str:
        """The decision's name: the same decision twice is once."""
        return fingerprint(
            self.kind,
            self.reviewer,
            self.decided.isoformat(),
            self.claim_id or (self.corrected.claim_id if self.corrected else None),
            self.event_id,
            self.into_event_id,
            *self.claim_ids,
            self.undoes,
            *filter(None, (self.holder_id, self.into_holder_id)),
            *filter(None, (self.label, self.victim_group, self.into_victim_group)),
        )

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> "Verdict":
        missing = [name for name in NEEDS[self.kind] if not getattr(self, name)]
        if missing:
            raise ValueError(f"to {self.kind} needs {', '.join(missing)}")
        if self.kind is VerdictKind.ASSIGN and not (self.event_id or self.claim_ids):
            raise ValueError("to assign needs an event or claims")
        if self.kind in PAIRS and self.event_id == self.into_event_id:
            raise ValueError(f"to {self.kind} needs two events")
        if self.date_from and self.date_to and self.date_to < self.date_from:
            raise ValueError("the last day comes before the first")
        if self.victim_group and self.victim_group == self.into_victim_group:
            raise ValueError("a group is itself")
        if self.kind is VerdictKind.UNITE and self.holder_id == self.into_holder_id:
            raise ValueError("a holder is itself")
        if not self.reviewer.strip():
            raise ValueError("a verdict names its reviewer")
        return self
