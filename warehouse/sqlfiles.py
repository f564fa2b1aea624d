"""SQL kept as files: numbered migrations, and views with their headers."""

import atexit
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

from schemas.yaml_text import parse_yaml

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection, Statement

ROOM = Path(__file__).parent
COLUMNS = ROOM / "columns.yml"
HEADER = re.compile(r"^-- (?P<key>question|grain|reads): (?P<value>.+)$", re.MULTILINE)
KIND = re.compile(r"^create or replace (?P<kind>view|macro) (?P<name>\w+)", re.MULTILINE)


@dataclass(frozen=True)
class Migration:
    """One step of the schema's history."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """Fingerprint of the step, by which an edit is noticed."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


@dataclass(frozen=True)
class Published:
    """A view or table macro: one question that the warehouse answers.

    Attributes:
        name: Name in the database.
        kind: "view" or "macro".
        question: What it answers.
        grain: What one row is.
        reads: Names of the tables, views and macros that it reads.
        sql: The statement that makes it.
    """

    name: str
    kind: str
    question: str
    grain: str
    reads: tuple[str, ...]
    sql: str

    @property
    def comment(self) -> str:
        """What the database says about it."""
        return f"{self.question} Grain: {self.grain}. Reads: {', '.join(self.reads)}."

    @property
    def comment_statement(self) -> str:
        """The statement that publishes the comment."""
        kind = "macro table" if self.kind == "macro" else "view"
        escaped = self.comment.replace("'", "''")
        return f"comment on {kind} {self.name} is '{escaped}'"


@cache
def migrations() -> tuple[Migration, ...]:
    """All migrations in their order.

    Raises:
        ValueError: Two have one number.
    """
    files = sorted((ROOM / "migrations").glob("[0-9][0-9][0-9][0-9]_*.sql"))
    found = tuple(
        Migration(number=int(file.stem[:4]), name=file.stem[5:], sql=file.read_text("utf-8"))
        for file in files
    )
    if len({step.number for step in found}) < len(found):
        raise ValueError("two migrations have one number")
    return found


@cache
def statement(name: str) -> str:
    """One of the room's statements by its path without suffix."""
    return (ROOM / f"{name}.sql").read_text("utf-8")


@cache
def parsed(name: str) -> "tuple[Statement, ...]":
    """The same, parsed once in a process: parsing takes a sixth of a small load."""
    import duckdb  # noqa: PLC0415 -- help needs no database

    return tuple(duckdb.extract_statements(statement(name)))


# DuckDB's binding complains of statements that are still kept when the program ends.
atexit.register(parsed.cache_clear)


def execute_file(connection: "DuckDBPyConnection", name: str) -> None:
    """Execute the statements of a file that asks for no values and gives no rows."""
    for each in parsed(name):
        connection.execute(each)


@cache
def comments() -> str:
    """The statements that comment on tables and columns."""
    return (ROOM / "comments.sql").read_text("utf-8")


@cache
def column_comments() -> dict[str, str]:
    """What columns hold, by name; where one name means two things, by table and name."""
    return dict(parse_yaml(COLUMNS.read_text("utf-8")))


@cache
def published() -> tuple[Published, ...]:
    """All views and macros, each after those that it reads."""
    return in_order([read_published(file) for file in sorted((ROOM / "views").glob("*.sql"))])


@cache
def publication() -> str:
    """Fingerprint of everything published, by which an older file's views are noticed."""
    parts = [comments(), COLUMNS.read_text("utf-8"), *(item.sql for item in published())]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def read_published(file: Path) -> Published:
    """Read one view's file.

    Raises:
        ValueError: The header is incomplete, or the file makes something of another name.
    """
    sql = file.read_text("utf-8")
    header = {found["key"]: found["value"].strip() for found in HEADER.finditer(sql)}
    made = KIND.search(sql)
    if header.keys() != {"question", "grain", "reads"} or made is None:
        raise ValueError(f"{file.name} needs a header (question, grain, reads) and one statement")
    if made["name"] != file.stem:
        raise ValueError(f"{file.name} makes {made['name']}")
    reads = tuple(name.strip() for name in header["reads"].split(","))
    return Published(
        name=file.stem,
        kind=made["kind"],
        question=header["question"],
        grain=header["grain"],
        reads=reads,
        sql=sql,
    )


def in_order(items: Sequence[Published]) -> tuple[Published, ...]:
    """Sort so that each item comes after those that it reads."""
    by_name = {item.name: item for item in items}
    graph = {item.name: [name for name in item.reads if name in by_name] for item in items}
    return tuple(by_name[name] for name in TopologicalSorter(graph).static_order())
