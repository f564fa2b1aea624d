"""`tollcheck discrepancies`: positions side by side."""

import sys
from datetime import datetime
from typing import Annotated

import typer

from flows.app import Database, Form, command, database_file
from flows.moments import moment
from flows.terminal import Format, console, say, write_json, write_rows


@command("discrepancies", example="tollcheck discrepancies --event Ashraf --harm killed")
def discrepancies(
    event: Annotated[str | None, typer.Option(help="Words of the event's name, or its id.")] = None,
    harm: Annotated[
        str | None, typer.Option(help="Only this harm: killed, wounded, detained …")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(parser=moment, metavar="DAY", help="What had been published by then."),
    ] = None,
    every: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Also where nothing is disputed: all agree, or one source or figure alone.",
        ),
    ] = False,
    db: Database = None,
    form: Form = Format.TABLE,
) -> None:
    """Show where figures disagree, and who holds which."""
    from flows.discrepancies import (  # noqa: PLC0415 -- help needs no database
        draw,
        find_discrepancies,
        flat,
        nothing_found,
    )
    from schemas import Harm  # noqa: PLC0415 -- see above
    from warehouse.read_models.reader import comparison_of  # noqa: PLC0415 -- see above

    if harm is not None and harm not in set(Harm):
        raise typer.BadParameter(f"--harm is one of {', '.join(Harm)}")
    rows = find_discrepancies(database_file(db), event, harm, as_of, agreements=every)
    if form is Format.JSON:
        write_json(rows, sys.stdout)
    elif form is Format.CSV:
        write_rows(*flat(rows), form)
    elif not rows:
        say(nothing_found(database_file(db), event))
    else:
        for row in rows:
            console().print(draw(comparison_of(row)))
