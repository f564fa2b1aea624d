"""The command line: declares all subcommands, and turns errors into messages and exit codes."""

import sys

from flows.app import REJECTED, USAGE, app
from flows.commands import extract, measure, run
from flows.terminal import say
from warehouse import WarehouseError, WarehouseMissingError

# Importing a module declares its subcommands, in this order.
MODULES = (run, extract, measure)


def main() -> None:
    """Run the command line.

    Exit codes: 0 done; 1 it failed, or under `--strict` something was rejected; 2 wrong usage.
    """
    try:
        app()
    except WarehouseMissingError as error:
        say(f"tollcheck: {error}")
        sys.exit(USAGE)
    except (WarehouseError, OSError) as error:
        say(f"tollcheck: {error}")
        sys.exit(REJECTED)
