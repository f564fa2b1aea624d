"""The report: one folder of static pages that opens from disk and loads nothing from elsewhere."""

from pathlib import Path

from desk.event_pages import write_events
from desk.front_page import write_front
from desk.list_pages import write_lists
from desk.page_partitions import Workers, write_partitions
from desk.quality_page import write_quality
from desk.site import replacing
from desk.source_pages import write_documents, write_outlets, write_speakers
from desk.stored_copies import write_copies
from warehouse.read_models.reader import reading


def write_report(
    database: Path, folder: Path, data_docs: Path | None = None, workers: Workers | None = None
) -> Path:
    """Write the report on a warehouse; the last one stays until the new one is complete.

    Args:
        database: The warehouse.
        folder: The report's folder; made, or replaced as a whole.
        data_docs: Great Expectations' pages, to be copied into the report where they exist.
        workers: Processes that write pages where there are many.

    Returns:
        The front page.

    Raises:
        DeskError: The folder holds something that is no report.
        WarehouseError: The warehouse cannot be read.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with reading(database) as reader, replacing(folder) as site:
        for write in (write_front, write_outlets, write_lists):
            write(reader, site)
        write_partitions(
            database,
            reader,
            site,
            (write_events, write_speakers, write_documents, write_copies),
            workers,
        )
        write_quality(reader, site, data_docs)
    return folder / "index.html"
