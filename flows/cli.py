"""The command line: all subcommands in their order, errors as messages and exit codes."""

import sys

from desk import DeskError
from flows.app import REJECTED, USAGE, app
from flows.commands import ask, export, extract, measure, operate, report, run, sql, status, why
from flows.errors import UsageError
from flows.terminal import say
from warehouse import WarehouseError, WarehouseMissingError

# Importing a module declares its subcommands; help lists them in the order of the work.
MODULES = (run, extract, ask, why, sql, report, export, measure, operate, status)
ORDER = [
    "run",
    "extract",
    "discrepancies",
    "why",
    "sql",
    "report",
    "desk",
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
    try:
        app()
    except (WarehouseMissingError, UsageError) as error:
        say(f"tollcheck: {error}")
        sys.exit(USAGE)
    except (WarehouseError, DeskError, OSError) as error:
        say(f"tollcheck: {error}")
        sys.exit(REJECTED)
