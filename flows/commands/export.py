"""`tollcheck export` and `gold`: the warehouse in the formats of others, and as gold."""

from pathlib import Path
from typing import Annotated

import typer

from flows.app import Database, command, database_file
from flows.terminal import say
from flows.usage_error import UsageError
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
    from flows.open_for_reading import up_to_date  # noqa: PLC0415 -- help needs no database
    from warehouse.exports.export import FORMS  # noqa: PLC0415 -- brings Arrow and Excel
    from warehouse.exports.export import export as write  # noqa: PLC0415 -- see above

    target = output or Path(FORMS[form].file)
    if target.is_dir():
        raise UsageError(f"{target} is a folder; name a file")
    target.parent.mkdir(parents=True, exist_ok=True)
    count = write(up_to_date(database_file(db)), form, target)
    say(f"Wrote {count:,} {FORMS[form].rows} to {target}")


@command("gold", example="tollcheck gold --output gold")
def gold(
    output: Annotated[Path, typer.Option(metavar="FOLDER", help="The folder.")] = Path("gold"),
    db: Database = None,
) -> None:
    """Write the wholly reviewed documents as gold, to measure the extractor by."""
    from desk import export_gold  # noqa: PLC0415 -- opens the warehouse
    from flows.open_for_reading import up_to_date  # noqa: PLC0415 -- see above

    made = export_gold(up_to_date(database_file(db)), output)
    say(f"Wrote {made.claims:,} claims of {made.documents:,} wholly reviewed documents")
    say(f"Measure with: tollcheck evaluate {made.claims_file} --texts {made.texts_file}")
