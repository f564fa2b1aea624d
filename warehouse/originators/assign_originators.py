"""Find where the texts of a load come from, inside the load's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warehouse.ask import first_row
from warehouse.columns import BAND, ORIGIN, table
from warehouse.originators.media import medium_key
from warehouse.originators.signatures import ALIKE, bands, likeness, sign

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NEW_TEXTS = """
select
    documents.document_id, documents.agency, documents.outlet,
    incoming.signature,
    incoming.bands,
    case when incoming.signature is null then documents.text end as text
from touched_documents
inner join documents
    on documents.document_id = touched_documents.document_id and documents.superseded is null
left join incoming_documents as incoming
    on incoming.document_id = documents.document_id
    and incoming.content_hash = documents.content_hash
where not exists (from document_origins as known where known.document_id = documents.document_id)
    or documents.document_id in (select document_id from new_versions)
qualify row_number() over (partition by documents.document_id order by incoming.page_id) = 1
order by documents.published nulls last, documents.document_id
"""
BOILERPLATE = 100
ALIKE_TEXTS = """
select origins.document_id, origins.cluster_id, origins.originator, origins.signature
from document_origins as origins
where origins.document_id in (
    select bands.document_id
    from signature_bands as bands
    where bands.band in (select unnest($bands))
    qualify count(*) over (partition by bands.band) <= $most
)
"""
WRITE = """
insert into document_origins by name
select incoming.*, coalesce(outlets_of_documents.outlets, []) as outlets, loading.learned
from incoming_origins as incoming
left join outlets_of_documents on outlets_of_documents.document_id = incoming.document_id
cross join loading;
insert into signature_bands by name select incoming.* from incoming_bands as incoming;
"""

FORMER = """
create or replace temp table former_origins as
select document_id
from document_origins
where document_id in (select document_id from incoming_origins)
"""
FORGET = """
delete from document_origins where document_id in (select document_id from former_origins);
delete from signature_bands where document_id in (select document_id from former_origins);
"""


@dataclass(frozen=True)
class Origin:
    """Where a document's text comes from."""

    document_id: str
    cluster_id: str
    originator: str
    signature: Sequence[int]
    bands: Sequence[int]


@dataclass(frozen=True)
class NewText:
    """A document whose origin is to be found."""

    document_id: str
    medium: str | None
    signature: Sequence[int]
    bands: Sequence[int]


def assign_origins(connection: "DuckDBPyConnection") -> None:
    """Give each document that the load has touched its cluster and its originator."""
    rows = connection.execute(NEW_TEXTS).fetchall()
    if not rows:
        return
    new = [new_text(*row) for row in rows]
    keys = sorted({key for text in new for key in text.bands})
    renewed = {text.document_id for text in new}
    alike = connection.execute(ALIKE_TEXTS, {"bands": keys, "most": BOILERPLATE}).fetchall()
    known = [
        Origin(document_id, cluster_id, originator, signature, bands(signature))
        for document_id, cluster_id, originator, signature in alike
        if document_id not in renewed
    ]
    write_origins(connection, find_origins(new, known))


def new_text(
    document_id: str,
    agency: str | None,
    outlet: str | None,
    signature: list[int] | None,
    keys: list[int] | None,
    text: str | None,
) -> NewText:
    """A document as read; one that came without signature is signed now."""
    signature = signature or sign(text or "")
    medium = medium_key(agency or outlet or "") or None
    return NewText(document_id, medium, signature, keys or bands(signature))


def find_origins(new: Sequence[NewText], known: Iterable[Origin]) -> list[Origin]:
    """Put each text to the cluster of the most similar text before it.

    A copy has the originator of the text that it copies; the first text of a cluster that of
    its agency, or its outlet, or itself.
    """
    index: dict[int, list[Origin]] = {}
    for origin in known:
        file_bands(index, origin)
    found = []
    for text in new:
        model = most_alike(index, text)
        origin = Origin(
            document_id=text.document_id,
            cluster_id=model.cluster_id if model else text.document_id,
            originator=model.originator if model else text.medium or text.document_id,
            signature=text.signature,
            bands=text.bands,
        )
        file_bands(index, origin)
        found.append(origin)
    return found


def file_bands(index: dict[int, list[Origin]], origin: Origin) -> None:
    """Enter a text under its bands."""
    for key in origin.bands:
        index.setdefault(key, []).append(origin)


def most_alike(index: dict[int, list[Origin]], text: NewText) -> Origin | None:
    """The most similar text known, if it is similar enough."""
    shelves = [index.get(key, []) for key in text.bands]
    near = {o.document_id: o for shelf in shelves if len(shelf) <= BOILERPLATE for o in shelf}
    scored = sorted(
        ((-likeness(text.signature, origin.signature), name) for name, origin in near.items())
    )
    if not scored or -scored[0][0] < ALIKE:
        return None
    return near[scored[0][1]]


def write_origins(connection: "DuckDBPyConnection", origins: Sequence[Origin]) -> None:
    """Write the origins with their bands."""
    rows = [
        {
            "document_id": origin.document_id,
            "cluster_id": origin.cluster_id,
            "originator": origin.originator,
            "signature": origin.signature,
        }
        for origin in origins
    ]
    keys = [
        {"band": key, "document_id": origin.document_id}
        for origin in origins
        for key in origin.bands
    ]
    connection.register("incoming_origins", table(rows, ORIGIN))
    connection.register("incoming_bands", table(keys, BAND))
    connection.execute(FORMER)
    # The bands of a text are found by reading them all: only a text that comes again has some.
    if first_row(connection, "select 1 from former_origins limit 1"):
        connection.execute(FORGET)
    connection.execute(WRITE)
    connection.unregister("incoming_origins")
    connection.unregister("incoming_bands")
