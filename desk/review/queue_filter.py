"""Which claims of the queue are asked for, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from desk.cards import plain
from desk.review.call import Call
from warehouse.read_models.claim_rows import Waiting
from warehouse.read_models.reader import Reader

OF_ITS_TEXT = "over (partition by document_id) desc"
URGENCY = (
    f"bool_or(is_conflict) {OF_ITS_TEXT}, bool_or(is_failed) {OF_ITS_TEXT}, "
    f"bool_or(is_doubtful) {OF_ITS_TEXT}, count(*) {OF_ITS_TEXT}, "
    "min(event_id) over (partition by document_id), document_id, quantity_start, claim_id"
)
"""Text by text, so that none is left and opened again: what conflicts comes first, and of that the
texts with the most claims, since reading a text costs more than all decisions on it."""
MINE, NOBODY, OTHER = "mine", "nobody", "of:"
"""Whose claims are asked for: the reviewer's own, nobody's, or those of somebody by name."""


@dataclass(frozen=True)
class View:
    """A selection of the queue."""

    name: str
    title: str
    where: str
    order: str = URGENCY


VIEWS = (
    View("waiting", "All that wait", "standing = 'machine'"),
    View("conflicts", "In conflict", "standing = 'machine' and is_conflict"),
    View("failed", "Failed a check", "standing = 'machine' and is_failed"),
    View("doubtful", "In doubt", "standing = 'machine' and is_doubtful", "confidence, claim_id"),
    View("new", "Newest", "standing = 'machine'", "learned desc, claim_id"),
    View("decided", "Decided", "standing <> 'machine'", "decided desc, claim_id"),
)


@dataclass(frozen=True)
class QueueFilter:
    """What is asked for.

    Attributes:
        view: One of the views.
        typed: Words that the claims have, each of them.
        harm: Their harm; empty for any.
        whose: Whose they are to review; empty for anybody's.
        reviewer: Who asks.
    """

    view: View
    typed: str
    harm: str
    whose: str
    reviewer: str

    @classmethod
    def of(cls, call: Call) -> "QueueFilter":
        """What the address asks for, or the form that carries the same."""
        given = {name: call.query(name) or call.field(name) for name in ("view", "q", "harm")}
        view = next((view for view in VIEWS if view.name == given["view"]), VIEWS[0])
        whose = call.query("whose") or call.field("whose")
        return cls(view, given["q"], given["harm"], whose, call.reviewer)

    def address(self, view: View | None = None) -> str:
        """The queue so filtered, or another view of it."""
        asked = {"view": (view or self.view).name, "q": self.typed, "harm": self.harm}
        return f"/?{urlencode(asked | {'whose': self.whose})}"

    def rows(self, reader: Reader) -> Iterator[Waiting]:
        """The claims that are asked for."""
        return filter(self.fits, reader.rows(Waiting, self.view.where, self.view.order))

    def fits(self, item: Waiting) -> bool:
        """Whether a claim has all words that were typed, the harm and the assignee."""
        wanted = {MINE: self.reviewer, NOBODY: None}.get(self.whose, self.whose.removeprefix(OTHER))
        if self.harm not in {"", item.harm} or (self.whose and item.assignee != wanted):
            return False
        typed = plain(self.typed).split()
        if not typed:
            return True
        told = (item.figure, item.victim_group, item.speaker, item.evidence_text, item.event)
        words = plain(" ".join(filter(None, told)))
        return all(word in words for word in typed)
