"""The report, written on all cores."""

import os
from pathlib import Path

import desk
from flows.processes import start_processes


def write_report(database: Path, folder: Path, data_docs: Path) -> Path:
    """Write the report on a warehouse; the last one stays until the new one is whole.

    Args:
        database: The warehouse.
        folder: The report's folder.
        data_docs: Great Expectations' pages, of which the report gets a copy.

    Returns:
        Its front page.
    """
    cores = os.cpu_count() or 1
    # No process is started before there is a page for it.
    with start_processes(cores) as pool:
        return desk.write_report(database, folder, data_docs, desk.Workers(pool, cores))
