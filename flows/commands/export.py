"""`tollcheck export`: what the warehouse holds, for other programs."""

from pathlib import Path
from typing import Annotated

import typer

from flows.app import Database, command, database_file
from flows.terminal import say
from warehouse.exports.formats import ExportFormat


@command("export", example="tollcheck export excel --output tollcheck.xlsx")
def export(
    form: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help=", ".join(ExportFormat))],
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Else a file here that is named by the format."),
    ] = None,
    db: Database = None,
) -> None:
    """Write what counts in the warehouse today to a file for other programs."""
    from flows.reading import up_to_date  # noqa: PLC0415 -- help needs no database
    from warehouse.exports.run import FORMS  # noqa: PLC0415 -- see above
    from warehouse.exports.run import export as write  # noqa: PLC0415 -- see above

    file = output or Path(FORMS[form].file)
    count = write(up_to_date(database_file(db)), form, file)
    say(f"Wrote {count:,} {FORMS[form].rows} to {file}")
