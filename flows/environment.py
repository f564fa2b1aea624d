"""Prefect's surroundings, set before Prefect is imported."""

import os

DEFAULTS = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # The server of a first run makes its database first, which a slow disk draws out.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    # The kinds of blocks are for pages that no run looks at.
    "PREFECT_API_BLOCKS_REGISTER_ON_START": "false",
    # To see whether they have changed, the server would import every package with blocks.
    "PREFECT_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
    # In memory, a server that is killed would forget who holds a limit, and never free it.
    "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": (
        "prefect.server.concurrency.lease_storage.filesystem"
    ),
}
QUIET = {
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_ROOT_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_SERVER_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
}


def prepare_prefect(*, quiet: bool = False) -> None:
    """Keep Prefect from calling home and, for people at a terminal, from chatting.

    What the user has set in the environment stays.

    Args:
        quiet: Leave out Prefect's log lines as well; the command line draws its own progress.
    """
    for name, value in {**DEFAULTS, **(QUIET if quiet else {})}.items():
        os.environ.setdefault(name, value)
