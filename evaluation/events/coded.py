"""Streams of documents whose incidents, and whose disputes about figures, were coded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from evaluation.json_lines import GoldError, read_rows
from intake import extract_documents, read_pages
from schemas import Document, Harm, Page, Rejection


class _Coded(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class CodedIncident(_Coded):
    """An incident with its true numbers.

    Attributes:
        incident: Its name.
        day: When it happened.
        state: In which state.
        city: In which city.
        killed: People killed, a dead suspect among them.
        injured: People wounded.
        documents: The documents about it.
    """

    incident: str
    day: date = Field(alias="date")
    state: str
    city: str
    killed: int
    injured: int
    documents: tuple[str, ...]


class CodedEvent(_Coded):
    """An event of a war.

    Attributes:
        event: Its name.
        documents: The documents of which it is the main event.
    """

    event: str
    documents: tuple[str, ...]


class CodedPosition(_Coded):
    """A figure that a holder gives for an event.

    Attributes:
        event: The event.
        harm: What was done to the people counted.
        victims: Who is counted.
        of_all: Whether it is the holder's total of these victims; else a part.
        holder: Who gives it.
        low: The least that it says.
        high: The most that it says; null where it is open.
        text: Its words.
    """

    event: str
    harm: Harm
    victims: str
    of_all: bool
    holder: str
    low: int
    high: int | None
    text: str
    documents: tuple[str, ...]

    @property
    def figure(self) -> tuple[int | None, int | None]:
        """Its bounds."""
        return self.low, self.high


class CodedDispute(_Coded):
    """An event, harm and victims whose latest totals cannot all be true.

    Attributes:
        event: The event.
        harm: What was done to the people counted.
        victims: Who is counted.
        kind: Conflict, update, definition or scope, and why.
        why: The figures that disagree, as a sentence.
    """

    event: str
    harm: Harm
    victims: str
    kind: str
    why: str


class CodedHolder(_Coded):
    """A holder under all of its names."""

    holder: str
    aliases: tuple[str, ...]


class _Other(_Coded):
    document_id: str


@dataclass(frozen=True, slots=True)
class CodedSource:
    """A document with the page that it came from."""

    page: Page
    document: Document


@dataclass(frozen=True, slots=True)
class Incidents:
    """Reports of known incidents."""

    sources: tuple[CodedSource, ...]
    incidents: tuple[CodedIncident, ...]


@dataclass(frozen=True, slots=True)
class Disputes:
    """Reports of a war with what a casualty recorder would put side by side.

    Attributes:
        sources: The documents, in the order of the file.
        events: The coded events.
        positions: The figures of all holders.
        disputes: Where they disagree.
        names: Each holder's names.
        others: Documents with an event of their own.
    """

    sources: tuple[CodedSource, ...]
    events: tuple[CodedEvent, ...]
    positions: tuple[CodedPosition, ...]
    disputes: tuple[CodedDispute, ...]
    names: dict[str, tuple[str, ...]]
    others: tuple[str, ...]

    def totals(self) -> list[CodedPosition]:
        """The totals among the positions."""
        return [position for position in self.positions if position.of_all]


def read_incidents(shared: Path) -> Incidents:
    """Read the reports of shootings with the numbers of the Gun Violence Archive."""
    corpora = shared / "corpora"
    return Incidents(
        read_sources(corpora / "incidents_dev.jsonl"),
        tuple(read_rows(corpora / "incidents_dev_gold.jsonl", CodedIncident)),
    )


def read_disputes(shared: Path) -> Disputes:
    """Read the reports of the war in Syria."""
    folder = shared / "corpora" / "syria_dev"
    holders = read_rows(folder / "holders.jsonl", CodedHolder)
    return Disputes(
        read_sources(folder / "stream.jsonl"),
        tuple(read_rows(folder / "events.jsonl", CodedEvent)),
        tuple(read_rows(folder / "positions.jsonl", CodedPosition)),
        tuple(read_rows(folder / "disputes.jsonl", CodedDispute)),
        {each.holder: (each.holder, *each.aliases) for each in holders},
        tuple(each.document_id for each in read_rows(folder / "docs_other.jsonl", _Other)),
    )


def read_sources(path: Path) -> tuple[CodedSource, ...]:
    """Read the documents of a file as the pipeline does.

    Of an id that stands twice the first document is taken: the scores ask for the event of an id,
    and the warehouse keeps one text a document.

    Raises:
        GoldError: The file is missing, or a document cannot be read.
    """
    if not path.is_file():
        raise GoldError(f"{path} is missing")
    sources: dict[str, CodedSource] = {}
    for page in read_pages([str(path)]):
        for document in _documents(page):
            assert isinstance(page, Page)
            sources.setdefault(document.document_id, CodedSource(page, document))
    return tuple(sources.values())


def _documents(page: Page | Rejection) -> Sequence[Document]:
    found, rejected = ((), (page,)) if isinstance(page, Rejection) else extract_documents(page)
    for rejection in rejected:
        raise GoldError(f"{rejection.input}: {rejection.message}")
    return found
