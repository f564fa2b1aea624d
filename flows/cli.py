"""The command line: all subcommands in their order, errors as messages and exit codes."""

import atexit
import gc
import os
import sys
import traceback
from contextlib import suppress
from typing import NoReturn

from typer import Abort
from typer.exceptions import TyperException

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
from flows.processes import collect_seldom
from flows.terminal import say
from flows.usage_error import UsageError, in_plain_words
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


def main() -> NoReturn:
    """Run the command line.

    Exit codes: 0 done; 1 it failed, nothing could be read, or under `--strict` something was
    rejected; 2 wrong usage.
    """
    sys.exit(call())


def program() -> NoReturn:
    """Run the command line as a process of its own, which ends with it."""
    collect_seldom()
    code = REJECTED
    # Registered before a command imports anything, it is called after what all that has to end.
    atexit.register(lambda: leave(code))
    code = call()
    sys.exit(code)


def leave(code: int) -> NoReturn:
    """Leave at once: to take apart what a run has imported takes half a second."""
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def call() -> int:
    """Carry out the command; tell what went wrong in one line, unless it is a fault of ours.

    Returns:
        The exit code, where the command does not end by itself.
    """
    try:
        # Nothing but an exit code is returned.
        return int(app(standalone_mode=False) or DONE)
    except TyperException as error:
        return refuse(error)
    except SystemExit as ended:
        return int(ended.code or DONE)
    except Abort:
        return REJECTED
    except OSError as error:
        say(f"tollcheck: {reason(error)}")
        return REJECTED
    except (WarehouseError, DeskError, UsageError) as error:
        say(f"tollcheck: {error}")
        release(error)
        return USAGE if isinstance(error, WarehouseMissingError | UsageError) else REJECTED
    except Exception as error:
        traceback.print_exc()
        say("tollcheck: this is a fault of tollcheck: report it with the lines above")
        release(error)
        return REJECTED


def refuse(error: TyperException) -> int:
    """Tell in one line why a command line cannot be taken; without any command, show the help."""
    context = getattr(error, "ctx", None)
    if context is None or len(sys.argv) == 1:
        say(error.format_message())
        return error.exit_code
    message = in_plain_words(error.format_message())
    say(f"tollcheck: {message.rstrip('.')}; `{context.command_path} --help` tells more")
    return USAGE


def reason(error: OSError) -> str:
    """What the machine refused, and of which file."""
    known = error.filename is not None and error.strerror
    return f"{error.filename}: {error.strerror}" if known else str(error)


def release(error: BaseException | None) -> None:
    """Let go of what an error's frames hold: DuckDB complains of connections open at the end."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
    gc.collect()
