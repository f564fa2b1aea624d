"""Lists of all events, conflicts, speakers, outlets and documents, some hundred a page."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from markupsafe import Markup

from desk.cards import read_cards
from desk.links import (
    WITH_PAGE,
    document_page,
    event_page,
    list_page,
    outlet_page,
    speaker_page,
)
from desk.site import Site
from desk.templating import show
from desk.wording import day, kind_name, shortened, span_of_days
from warehouse.read_models.document_rows import DocumentLine, OutletLine, SpeakerLine
from warehouse.read_models.event_rows import EventRow
from warehouse.read_models.reader import Reader

Item = TypeVar("Item")
Cells = list[str | Markup]
A_PAGE, CARDS_A_PAGE = 400, 100
"""Rows of a table, and cards, which are several rows high each."""


EVENT_COLUMNS = ("Event", "When", "Claims", "Documents", "Conflicts")
SPEAKER_COLUMNS = ("Speaker", "Kind", "Claims", "Events", "Denials")
OUTLET_COLUMNS = ("Outlet", "Documents", "Claims", "With a speaker")
DOCUMENT_COLUMNS = ("Document", "Outlet", "Published", "Claims")
"""The style sheet says which hold numbers, and names them again where a phone stacks the cells."""


def write_lists(reader: Reader, site: Site) -> None:
    """Write all lists."""
    events = reader.rows(EventRow, order="conflicts desc, date_from desc nulls last, event_id")
    speakers = reader.rows(SpeakerLine, WITH_PAGE, "claims desc, name, speaker_id")
    outlets = reader.rows(OutletLine, order="documents desc, outlet")
    documents = reader.rows(DocumentLine, order="published desc nulls last, document_id")
    write_list(site, "events", EVENT_COLUMNS, events, event_cells)
    write_list(site, "speakers", SPEAKER_COLUMNS, speakers, speaker_cells)
    write_list(site, "outlets", OUTLET_COLUMNS, outlets, outlet_cells)
    write_list(site, "documents", DOCUMENT_COLUMNS, documents, document_cells)
    write_rows_of(reader, site, "conflicts", "class in ('conflict', 'who_died')")
    write_rows_of(reader, site, "check", "class = 'check'")


def write_list(
    site: Site,
    name: str,
    columns: tuple[str, ...],
    items: Iterable[Item],
    cells: Callable[[Item], Cells],
) -> None:
    """Write a list over as many pages as it needs."""
    pages = list(paged(map(cells, items), A_PAGE))
    files = [list_page(name, number) for number in range(len(pages))]
    for number, rows in enumerate(pages):
        site.write(
            "listing.html",
            files[number],
            f"{name}.html",
            heading=name.capitalize(),
            lede=LEDES[name],
            columns=columns,
            rows=rows,
            table=f"of-{name}",
            cards=None,
            files=files,
            current=number,
        )


def write_rows_of(reader: Reader, site: Site, name: str, where: str) -> None:
    """Write a list of rows as cards."""
    pages = list(paged(read_cards(reader, where), CARDS_A_PAGE))
    files = [list_page(name, number) for number in range(len(pages))]
    for number, cards in enumerate(pages):
        site.write(
            "listing.html",
            files[number],
            "index.html",
            heading=HEADINGS[name],
            lede=LEDES[name],
            cards=cards,
            columns=(),
            rows=[],
            files=files,
            current=number,
        )


HEADINGS = {"conflicts": "Disputes", "check": "To check"}
LEDES = {
    "events": "What happened, once each; those with conflicting figures first.",
    "speakers": "Who gives figures: everybody with a name, and whoever is quoted more than once.",
    "outlets": "Who published, and how much of it names a speaker.",
    "documents": "Everything that was read, the newest first.",
    "conflicts": "Figures on one event, harm and group of victims that cannot all be true.",
    "check": "Rows where a mixed event or a misread figure is likelier than a dispute.",
}


def paged(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Items in pages of a size; at least one page, be it empty."""
    stream = iter(items)
    page = list(islice(stream, size))
    yield page
    while page := list(islice(stream, size)):
        yield page


def link(page: str, words: str, root: str = "") -> Markup:
    """A link whose words come from elsewhere."""
    return Markup("<a href={}{}>{}</a>").format(root, page, show(shortened(words)))


def number(value: int) -> str:
    """A number for a table; nothing for none."""
    return f"{value:,}" if value else ""


def event_cells(event: EventRow) -> Cells:
    """The cells of an event."""
    return [
        link(event_page(event.event_id), event.label),
        span_of_days(event.date_from, event.date_to),
        number(event.claims),
        number(event.documents),
        number(event.conflicts),
    ]


def speaker_cells(speaker: SpeakerLine) -> Cells:
    """The cells of a speaker."""
    return [
        link(speaker_page(speaker.speaker_id), speaker.name),
        kind_name(speaker.kind),
        number(speaker.claims),
        number(speaker.events),
        number(speaker.denials),
    ]


def outlet_cells(outlet: OutletLine) -> Cells:
    """The cells of an outlet."""
    share = f"{outlet.attributed / outlet.claims:.0%}" if outlet.claims else ""
    return [
        link(outlet_page(outlet.outlet), outlet.outlet),
        number(outlet.documents),
        number(outlet.claims),
        share,
    ]


def document_cells(document: DocumentLine, root: str = "") -> Cells:
    """The cells of a document."""
    outlet = link(outlet_page(document.outlet), document.outlet, root) if document.outlet else ""
    return [
        link(document_page(document.document_id), document.title or "Empty text", root),
        outlet,
        day(document.published),
        number(document.claims),
    ]
