"""`tollcheck why`: the evidence behind a claim's event, position and source."""

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from flows.app import Database, Form, command, database_file
from flows.terminal import Format, console, write_json, write_rows
from flows.usage_error import UsageError


@command("why", example='tollcheck why "6 killed spokesman vehicles"')
def why(
    claim: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM",
            help="A claim's name, or its beginning; or words of its harm, stance, figure, "
            "speaker and sentence.",
        ),
    ],
    db: Database = None,
    form: Form = Format.TABLE,
) -> None:
    """Show why a claim stands where it does: its evidence."""
    from flows.draw_explanation import draw  # noqa: PLC0415 -- help needs no database
    from flows.open_for_reading import up_to_date  # noqa: PLC0415 -- see above
    from warehouse.explanation import explain_claim  # noqa: PLC0415 -- see above

    words = " ".join(claim).strip()
    if not words:
        raise UsageError("name a claim, or words of it")
    found = explain_claim(up_to_date(database_file(db)), words)
    if form is Format.JSON:
        write_json([asdict(found)], sys.stdout)
    elif form is Format.CSV:
        evidence = found.link.evidence + found.link.others if found.link else ()
        rows = [(each.feature, each.detail, each.weight) for each in evidence]
        write_rows(("feature", "detail", "weight"), rows, form)
    else:
        for part in draw(found):
            console().print(part)
