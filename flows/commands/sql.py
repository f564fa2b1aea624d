"""`tollcheck sql`: questions in SQL, from a script or at the terminal."""

import sys
from typing import Annotated

import typer

from flows.app import Database, Form, command, database_file
from flows.terminal import Format, write_rows
from flows.usage_error import UsageError


@command("sql", example='tollcheck sql "select event, harm, class, low, high from discrepancies"')
def sql(
    query: Annotated[
        str | None,
        typer.Argument(
            help="The question; - reads it from standard input. Without one, on a terminal, "
            "you can ask one after the other, with completion and history.",
        ),
    ] = None,
    db: Database = None,
    form: Form = Format.TABLE,
) -> None:
    """Ask the warehouse in SQL; it can be read, never changed."""
    from flows.sql_rows import asked  # noqa: PLC0415 -- help needs no database

    database = database_file(db)
    if query is None and sys.stdin.isatty():
        from flows.sql_shell import ask_on_terminal  # noqa: PLC0415 -- scripts need no prompt

        ask_on_terminal(database, form)
        return
    text = sys.stdin.read() if query in {None, "-"} else str(query)
    if not text.strip():
        raise UsageError('the question is empty; ask one, such as "from discrepancies"')
    with asked(database, text) as (columns, rows):
        write_rows(columns, rows, form)
