"""`tollcheck holders` and `tollcheck unite`: who holds figures, under which names."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.app import Database, command, database_file
from flows.terminal import say

Holder = Annotated[str, typer.Argument(metavar="HOLDER", help="Its name, as a row shows it.")]


@command("holders", example="tollcheck holders holders.yml")
def holders(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A YAML list of name, kind and names.")
    ],
    db: Database = None,
) -> None:
    """Call holders as a file of yours does, in every document; an earlier file is forgotten."""
    from desk.wording import counted  # noqa: PLC0415 -- brings the report's words
    from warehouse.holders.own_names import name_holders, read_names  # noqa: PLC0415 -- slow

    entries = read_names(file)
    documents = name_holders(database_file(db), entries)
    named = counted(len(entries), "holder under its names", "holders under their names")
    say(f"{named}, in {counted(documents, 'document')}")


@command(
    "unite",
    example='tollcheck unite "Iranian opposition group" '
    '"People\'s Mojahedin Organization of Iran" --reviewer Ana',
)
def unite(
    one: Holder,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The holder that it is.")],
    reviewer: Annotated[str, typer.Option(help="Who decides.")],
    db: Database = None,
) -> None:
    """Decide that two holders are one; the desk can undo it."""
    from flows.open_for_reading import up_to_date  # noqa: PLC0415 -- help needs no database
    from warehouse import Verdict, VerdictKind, record_verdict  # noqa: PLC0415 -- slow
    from warehouse.holders.own_names import holder_called  # noqa: PLC0415 -- slow

    database = up_to_date(database_file(db))
    verdict = Verdict(
        kind=VerdictKind.UNITE,
        reviewer=reviewer,
        decided=datetime.now(UTC),
        holder_id=holder_called(database, one),
        into_holder_id=holder_called(database, into),
    )
    say(f"{one} is {into}: verdict {record_verdict(database, verdict)}")
