"""The user's file of holders: who is called what, across all documents."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pydantic import TypeAdapter, ValidationError

from schemas import SpeakerKind
from schemas.base import fingerprint
from schemas.yaml_text import parse_yaml
from warehouse.ask import first_row
from warehouse.columns import begin_loading
from warehouse.connect import open_warehouse
from warehouse.errors import WarehouseError, WarehouseMissingError
from warehouse.facts.refresh import refresh_documents
from warehouse.holders.bodies import Body
from warehouse.speakers import name_key

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KINDS = {kind.value for kind in SpeakerKind}
FORGET = "delete from holder_aliases where origin = 'file'"
HOLDER = """
insert into holders by name
select ? as holder_id, ? as name, ? as kind, loading.learned from loading
on conflict do update set name = excluded.name, kind = excluded.kind, merged_into = null
"""
ALIAS = """
insert into holder_aliases by name
select ? as alias_key, ? as holder_id, ? as alias, 'file' as origin, loading.learned
from loading
on conflict do update set alias = excluded.alias, origin = 'file'
"""
HOLDING = """
select holder_id
from facts
where superseded is null and lower(holder) = lower(?)
group by holder_id
order by count(*) desc, holder_id
"""
HOLDERS = "select distinct holder from facts where superseded is null order by holder"
CALLED = """
select distinct document_id, coalesce(speaker_body, speaker) as called
from claims
where superseded is null and speaker is not null
union
select distinct document_id, speaker from claims
where superseded is null and speaker is not null
union
select document_id, coalesce(outlet, agency) from documents
where superseded is null and coalesce(outlet, agency) is not null
"""


def read_names(path: Path) -> tuple[Body, ...]:
    """Read a file of holders: a list of `name`, `kind` and `names`.

    Raises:
        WarehouseMissingError: There is no such file.
        WarehouseError: The file is no such list, or gives one name to two holders.
    """
    try:
        told = parse_yaml(path.read_text("utf-8"))
        entries = TypeAdapter(tuple[Body, ...]).validate_python(told)
    except OSError as error:
        message = f"the holders in {path} cannot be read ({error.strerror}); check the path"
        raise WarehouseMissingError(message) from error
    except ValidationError as error:
        raise WarehouseError(f"{path} is no list of holders: {first_problem(error)}") from error
    except (UnicodeError, yaml.YAMLError) as error:
        problem = " ".join(str(error).split())
        raise WarehouseError(f"{path} is no list of holders: {problem}") from error
    owners: dict[str, str] = {}
    for entry in entries:
        if entry.kind not in KINDS:
            raise WarehouseError(f"{path}: {entry.name}: {entry.kind!r} is no kind of speaker")
        for name in (entry.name, *entry.names):
            if owners.setdefault(name_key(name), entry.name) != entry.name:
                raise WarehouseError(f"{path}: two holders are called {name!r}")
    return entries


def first_problem(error: ValidationError) -> str:
    """Where a list of holders first goes wrong, and what an entry has."""
    problem = error.errors()[0]
    position, *part = (*problem["loc"], "")
    where = f"entry {position + 1}: " if isinstance(position, int) else ""
    name = ".".join(str(each) for each in part if each != "")
    return f"{where}{name}: {problem['msg']}; each entry has a name, a kind and names"


def name_holders(path: Path | str, entries: Sequence[Body]) -> int:
    """Let a warehouse call holders as the user's file does; an earlier file is forgotten.

    Reviewers' decisions to unite holders stand above it.

    Args:
        path: The warehouse.
        entries: What the file tells.

    Returns:
        How many documents it concerns.
    """
    with open_warehouse(path) as connection:
        connection.begin()
        try:
            begin_loading(connection, "", datetime.now(UTC).replace(tzinfo=None))
            documents = rename(connection, entries)
            connection.commit()
        except BaseException:
            connection.rollback()
            raise
    return len(documents)


def rename(connection: "DuckDBPyConnection", entries: Sequence[Body]) -> list[str]:
    """Enter the names, and derive again what the documents with these speakers tell."""
    former = connection.execute(f"{FORGET} returning alias_key").fetchall()
    keys = {key for (key,) in former}
    for entry in entries:
        holder_id = fingerprint("holder", "file", name_key(entry.name))
        connection.execute(HOLDER, [holder_id, entry.name, entry.kind])
        for name in (entry.name, *entry.names):
            keys.add(name_key(name))
            connection.execute(ALIAS, [name_key(name), holder_id, name])
    documents = documents_calling(connection, keys)
    refresh_documents(connection, documents)
    return documents


def documents_calling(connection: "DuckDBPyConnection", keys: Iterable[str]) -> list[str]:
    """The documents in which a speaker bears one of some names, or whose outlet does."""
    wanted = set(keys)
    rows = connection.execute(CALLED).fetchall()
    return sorted({document for document, name in rows if name_key(name) in wanted})


def holder_called(path: Path | str, name: str) -> str:
    """The identity of the holder whom rows call so; of several the one with the most claims.

    Raises:
        WarehouseError: Nobody who holds a figure is called so.
    """
    with open_warehouse(path, read_only=True) as connection:
        found = first_row(connection, HOLDING, [name])
        if found is None:
            known = [holder for (holder,) in connection.execute(HOLDERS).fetchall()]
            near = get_close_matches(name, known, 3)
            meant = f"; did you mean {' or '.join(near)}?" if near else ""
            raise WarehouseError(f"nobody who holds a figure is called {name!r}{meant}")
    return str(found[0])
