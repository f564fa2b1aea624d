"""How far a reviewer holds an event to be established."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import Field

from schemas.base import Contract, fingerprint
from warehouse.connect import open_warehouse
from warehouse.transaction import transaction
from warehouse.verdicts.events import existing

KEEP = """
insert into event_grades values ($grade_id, $event_id, $grade, $note, $reviewer, $decided)
on conflict do nothing
"""


class Grade(StrEnum):
    """The grades, in the words of casualty recorders; the last one takes a grade back."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"
    UNGRADED = "ungraded"


class EventGrade(Contract):
    """One grade that one reviewer gave; the last one of an event holds.

    Attributes:
        event_id: The event.
        grade: How far it is established.
        reviewer: Who says so.
        decided: When (UTC).
        note: What the grade rests on.
    """

    event_id: str
    grade: Grade
    reviewer: str = Field(min_length=1)
    decided: datetime
    note: str | None = Field(default=None, max_length=500)


def record_grade(path: Path | str, graded: EventGrade) -> str:
    """Keep a grade.

    Args:
        path: The warehouse.
        graded: The grade; the same one twice is once.

    Returns:
        The grade's name.

    Raises:
        WarehouseError: There is no such event.
        WarehouseLockedError: The file is in use; try again.
    """
    moment = graded.decided.astimezone(UTC).replace(tzinfo=None)
    name = fingerprint("grade", graded.event_id, graded.reviewer, moment.isoformat())
    with open_warehouse(path) as connection, transaction(connection):
        values = {
            "grade_id": name,
            "event_id": existing(connection, graded.event_id),
            "grade": graded.grade.value,
            "note": graded.note,
            "reviewer": graded.reviewer,
            "decided": moment,
        }
        connection.execute(KEEP, values)
    return name
