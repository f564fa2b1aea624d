"""`tollcheck export`: the warehouse in the formats of others."""

from pathlib import Path
from typing import Annotated

import typer

from flows.app import Database, command, database_file
from flows.terminal import say
from warehouse.exports.formats import ExportFormat


@command("export", example="tollcheck export excel")
def export(
    form: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="|".join(ExportFormat))],
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Else a file named by the format.")
    ] = None,
    db: Database = None,
) -> None:
    """Write what counts in the warehouse today to a file."""
    from warehouse.exports.run import FORMS  # noqa: PLC0415 -- brings Arrow and Excel
    from warehouse.exports.run import export as write  # noqa: PLC0415 -- see above

    target = output or Path(FORMS[form].file)
    count = write(database_file(db), form, target)
    say(f"Wrote {count:,} {FORMS[form].rows} to {target}")
