"""Which query gives the rows of each kind: a file beside this one, or a view as it is."""

from warehouse.read_models.blind_rows import BlindPair, BlindTask, UnreviewedClaim
from warehouse.read_models.claim_rows import Decision, MarkedClaim, Waiting
from warehouse.read_models.comparison_rows import RowDetail
from warehouse.read_models.document_rows import DocumentLine, DocumentRow, OutletLine, SpeakerLine
from warehouse.read_models.event_rows import (
    AssignedReview,
    Blame,
    EventRow,
    Graded,
    LocatedEvent,
    NearPair,
)
from warehouse.read_models.page_rows import StoredPage
from warehouse.read_models.registry_rows import AddedPlace, GroupLine, UnknownPlace
from warehouse.read_models.run_rows import CheckLine, FailingRow, Rejected, RunLine, Trend
from warehouse.sqlfiles import statement

FILES: dict[type, str] = {
    AddedPlace: "added_places",
    BlindPair: "blind_pairs",
    BlindTask: "blind_tasks",
    Decision: "decisions",
    DocumentLine: "document_lines",
    DocumentRow: "documents",
    EventRow: "events",
    Graded: "grades",
    GroupLine: "groups",
    NearPair: "near_pairs",
    OutletLine: "outlets",
    RowDetail: "row_details",
    RunLine: "runs",
    SpeakerLine: "speakers",
    StoredPage: "stored_pages",
    UnknownPlace: "unknown_places",
    UnreviewedClaim: "unreviewed_claims",
    Waiting: "waiting",
}
VIEWS: dict[type, str] = {
    AssignedReview: "assigned_reviews",
    Blame: "blames",
    CheckLine: "quality_results",
    LocatedEvent: "event_locations",
    FailingRow: "failing_rows",
    MarkedClaim: "marked_claims",
    Rejected: "rejections",
    Trend: "quality_trend",
}


def read_model(name: str) -> str:
    """A query by the name of its file."""
    return statement(f"read_models/{name}").rstrip()


def source_of(kind: type) -> str:
    """The query that gives the rows of a kind; it starts on a line of its own."""
    return f"\n{read_model(FILES[kind])}\n" if kind in FILES else f"from {VIEWS[kind]}"
