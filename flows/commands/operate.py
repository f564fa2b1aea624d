"""`tollcheck serve`, `backup` and `restore`: running it for months."""

from pathlib import Path
from typing import Annotated

import typer

from flows.app import USAGE, Database, command, database_file
from flows.terminal import say
from flows.usage_error import UsageError

NO_SERVER = (
    "tollcheck: the schedule is kept by a Prefect server: start one by `prefect server start`, "
    "then here `export PREFECT_API_URL=http://127.0.0.1:4200/api`"
)


@command("backup", example="tollcheck backup --output tollcheck.backup.duckdb")
def backup(
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Else beside it, named by the time.")
    ] = None,
    db: Database = None,
) -> None:
    """Copy the warehouse, and check the copy."""
    from flows.backup import back_up, backup_name  # noqa: PLC0415 -- help needs no database

    database = database_file(db)
    if output is not None and output.exists():
        raise UsageError(f"{output} exists already: name another file, or remove it")
    say(f"Copied {database} to {back_up(database, output or backup_name(database))}")


@command("restore", example="tollcheck restore tollcheck.backup.duckdb")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The backup.")],
    db: Database = None,
) -> None:
    """Put a backup in the warehouse's place; keep the old one."""
    from flows.backup import restore as put_back  # noqa: PLC0415 -- help needs no database

    database = database_file(db)
    kept = put_back(file, database)
    say(f"Restored {database} from {file}" + (f"; what was there is {kept}" if kept else ""))


@command("serve", example="tollcheck serve --cron '*/15 * * * *'")
def serve(
    cron: Annotated[str, typer.Option(help="When to run.")] = "*/15 * * * *",
) -> None:
    """Run the watch on a schedule from here, beside a Prefect server; Ctrl-C ends it."""
    from prefect.settings import get_current_settings  # noqa: PLC0415 -- takes seconds

    # Prefect's temporary servers keep no schedule.
    if not get_current_settings().api.url:
        say(NO_SERVER)
        raise typer.Exit(USAGE)
    from flows.serving import serve_watch  # noqa: PLC0415 -- brings Prefect

    serve_watch(cron)
