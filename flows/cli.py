"""The command line: all subcommands in their order, errors as messages and exit codes."""

import gc
import sys
import traceback

from desk import DeskError
from flows.app import DONE, REJECTED, USAGE, app
from flows.commands import (
    ask,
    databases,
    export,
    extract,
    holders,
    measure,
    operate,
    report,
    run,
    sql,
    status,
    why,
)
from flows.terminal import say
from flows.usage_error import UsageError
from warehouse import WarehouseError, WarehouseMissingError

# Importing a module declares its subcommands; help lists them in the order of the work.
MODULES = (
    run,
    databases,
    extract,
    ask,
    why,
    sql,
    report,
    export,
    holders,
    measure,
    operate,
    status,
)
ORDER = [
    "run",
    "import",
    "extract",
    "discrepancies",
    "why",
    "sql",
    "report",
    "desk",
    "holders",
    "unite",
    "export",
    "gold",
    "evaluate",
    "benchmark",
    "status",
    "serve",
    "backup",
    "restore",
]
app.registered_commands.sort(key=lambda command: ORDER.index(str(command.name)))


def main() -> None:
    """Run the command line.

    Exit codes: 0 done; 1 it failed, nothing could be read, or under `--strict` something was
    rejected; 2 wrong usage.
    """
    sys.exit(call())


def call() -> int:
    """Carry out the command; tell what went wrong in one line, unless it is a fault of ours.

    Returns:
        The exit code, where the command does not end by itself.
    """
    try:
        app()
        return DONE
    except (WarehouseError, DeskError, UsageError, OSError) as error:
        say(f"tollcheck: {error}")
        release(error)
        return USAGE if isinstance(error, WarehouseMissingError | UsageError) else REJECTED
    except Exception as error:
        traceback.print_exc()
        say("tollcheck: this is a fault of tollcheck: report it with the lines above")
        release(error)
        return REJECTED


def release(error: BaseException | None) -> None:
    """Let go of what an error's frames hold: DuckDB complains of connections open at the end."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
    gc.collect()
