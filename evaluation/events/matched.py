"""Coded positions and disputes beside the rows of their events."""

from collections.abc import Iterable

import regex

from evaluation.events.built import Bounds, Built, ComparedRow
from evaluation.events.coded import CodedDispute, CodedPosition, Disputes

_WORD = regex.compile(r"[\p{L}\p{N}]+")


class Matched:
    """Coded positions and disputes beside the rows of their events."""

    def __init__(self, coded: Disputes, built: Built) -> None:
        self.coded, self.built = coded, built
        self.event_of = {
            event.event: built.main_event_of_most(event.documents) for event in coded.events
        }

    def rows(self, told: CodedPosition | CodedDispute) -> list[ComparedRow]:
        """The rows of the matching event and harm."""
        return self.built.rows_of(self.event_of[told.event], told.harm)

    def is_shown(self, total: CodedPosition) -> bool:
        """Whether a row shows the figure."""
        return any(total.figure in row.figures for row in self.rows(total))

    def has_right_holder(self, total: CodedPosition) -> bool:
        """Whether a row shows the figure with its holder."""
        names = self.coded.names[total.holder]
        return any(
            shares_half(holder, names)
            for row in self.rows(total)
            for shown in row.shown
            if shown.bounds == total.figure
            for holder in shown.holders
        )

    def figures_of(self, dispute: CodedDispute) -> frozenset[Bounds]:
        """The totals of a dispute."""
        key = (dispute.event, dispute.harm, dispute.victims)
        return frozenset(
            total.figure
            for total in self.coded.totals()
            if (total.event, total.harm, total.victims) == key
        )

    def answers(self, row: ComparedRow, dispute: CodedDispute) -> bool:
        """Whether a row shows at least two figures of a dispute."""
        is_about = (row.event_id, row.harm) == (self.event_of[dispute.event], dispute.harm)
        return is_about and len(row.figures & self.figures_of(dispute)) >= 2

    def answered(self, row: ComparedRow) -> list[CodedDispute]:
        """The disputes that a row answers."""
        return [dispute for dispute in self.coded.disputes if self.answers(row, dispute)]

    def is_found(self, dispute: CodedDispute) -> bool:
        """Whether a row of a disputing class answers a dispute."""
        return any(row.is_disputing and self.answers(row, dispute) for row in self.rows(dispute))

    def asked_for(self) -> list[CodedDispute]:
        """The disputes to be found: all but those about totals of different extent."""
        return [each for each in self.coded.disputes if not each.kind.startswith("scope")]

    def conflict_rows(self) -> list[ComparedRow]:
        """Conflict rows of coded events, or of events made of coded documents only."""
        matching = set(self.event_of.values())
        names = {name for event in self.coded.events for name in event.documents}
        names |= set(self.coded.others)
        others = {
            self.built.events[claim.claim_id]
            for name, claims in self.built.claims.items()
            if name not in names
            for claim in claims
            if claim.claim_id in self.built.events
        }
        return [
            row
            for row in self.built.rows
            if row.kind == "conflict" and (row.event_id in matching or row.event_id not in others)
        ]

    def is_clean(self, row: ComparedRow, bounds: Bounds) -> bool:
        """Whether a figure of a row is a total of the row's event and harm."""
        return any(
            total.figure == bounds
            and (row.event_id, row.harm) == (self.event_of[total.event], total.harm)
            for total in self.coded.totals()
        )


def shares_half(found: str, names: Iterable[str]) -> bool:
    """Whether a name shares half of the words of one of a holder's names."""
    words = _words(found)
    return any(2 * len(words & own) >= len(own) for name in names if (own := _words(name)))


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.casefold()))
