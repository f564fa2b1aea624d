"""What is expected, as data: checks in SQL, and expectations on the columns of frames."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import schemas
from schemas.quantity import ZERO
from schemas.yaml_text import parse_yaml
from warehouse.quality.check_result import Severity

ROOM = Path(__file__).parent
HEADER = re.compile(r"^-- (?P<key>\w+): (?P<value>.+)\n", re.MULTILINE)
KEYS = {
    "claims": "claim_id",
    "links": "claim_id",
    "documents": "document_id",
    "speakers": "speaker_id",
    "events": "event_id",
    "figures": "figure_id",
}
COUNTS = {
    "claims": "from checked_claims",
    "links": "from event_claims where superseded is null",
    "documents": "from documents where superseded is null",
    "speakers": "from speakers",
    "events": "from events",
    "figures": "from figures",
}
CONTRACT = {"name", "expects", "severity"}


@dataclass(frozen=True, slots=True)
class Check:
    """A question in SQL whose answer should be empty.

    Attributes:
        name: Name of the expectation.
        question: What the query asks.
        expects: What is expected, as a sentence.
        subject: The table whose rows it is about.
        severity: What a failure means.
        query: SQL that gives the offending rows, the name of the row first.
    """

    name: str
    question: str
    expects: str
    subject: str
    severity: Severity
    query: str

    @property
    def key(self) -> str:
        """The column that names a row."""
        return KEYS[self.subject]


@dataclass(frozen=True, slots=True)
class ColumnCheck:
    """An expectation on a column of a frame.

    Attributes:
        name: Name of the expectation.
        expects: What is expected, as a sentence.
        severity: What a failure means.
        type: Great Expectations' name for it.
        arguments: What it is given, as the file has it.
    """

    name: str
    expects: str
    severity: Severity
    type: str
    arguments: Mapping[str, Any]

    @property
    def column(self) -> str:
        """The column that it is about."""
        return str(self.arguments.get("column") or self.arguments["column_A"])

    @property
    def needs_groups(self) -> bool:
        """Whether it can only be checked where the known groups are named."""
        return "$groups" in self.arguments.values()


@cache
def checks() -> tuple[Check, ...]:
    """The checks in SQL, by name."""
    return tuple(read_check(file) for file in sorted((ROOM / "checks").glob("*.sql")))


def read_check(file: Path) -> Check:
    """Read one check; `$zero` stands for the contract's pattern of words that say zero.

    Raises:
        ValueError: Its header is incomplete, or it is about a table that is not checked.
    """
    sql = file.read_text("utf-8")
    header = {found["key"]: found["value"].strip() for found in HEADER.finditer(sql)}
    if header.keys() != {"question", "expects", "subject", "severity"}:
        raise ValueError(f"{file.name} needs a header: question, expects, subject, severity")
    if header["subject"] not in KEYS:
        raise ValueError(f"{file.name}: {header['subject']} is none of {', '.join(KEYS)}")
    return Check(
        name=file.stem,
        question=header["question"],
        expects=header["expects"],
        subject=header["subject"],
        severity=Severity(header["severity"]),
        query=HEADER.sub("", sql).strip().replace("$zero", f"'{ZERO.pattern}'"),
    )


@cache
def suites() -> dict[str, tuple[ColumnCheck, ...]]:
    """The expectations on columns, by the frame that they check."""
    text = (ROOM / "suites.yml").read_text("utf-8")
    return {
        name: tuple(map(read_column_check, entries)) for name, entries in parse_yaml(text).items()
    }


def read_column_check(entry: Mapping[str, Any]) -> ColumnCheck:
    """Read one entry of the suites' file."""
    return ColumnCheck(
        name=entry["name"],
        expects=entry["expects"],
        severity=Severity(entry["severity"]),
        type=entry["type"],
        arguments={key: value for key, value in entry.items() if key not in CONTRACT | {"type"}},
    )


@cache
def frame_query(name: str) -> str:
    """The query of a frame."""
    return (ROOM / "frames" / f"{name}.sql").read_text("utf-8")


def filled_in(arguments: Mapping[str, Any], groups: Collection[str]) -> dict[str, Any]:
    """An expectation's arguments with what the file leaves open."""
    return {key: fill(value, groups) for key, value in arguments.items()}


def fill(value: Any, groups: Collection[str]) -> Any:
    """What a value of the suites' file stands for."""
    if not isinstance(value, str) or not value.startswith("$"):
        return value
    name = value[1:]
    if name == "groups":
        return sorted(groups)
    if name == "now":
        return datetime.now(UTC).replace(tzinfo=None)
    if name[0].isdigit():
        return datetime.fromisoformat(name)
    return [str(member) for member in getattr(schemas, name)]
