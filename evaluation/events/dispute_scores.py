"""Scores of a war's reports: totals, holders and disputes that the rows show."""

from collections.abc import Sequence

from evaluation.events.built import Built
from evaluation.events.coded import Disputes
from evaluation.events.dispute_errors import dispute_errors
from evaluation.events.link_errors import link_errors
from evaluation.events.links import cluster_measures, pair_measures, pairs_of
from evaluation.events.matched import Matched
from evaluation.measures import Measure, Score, share


def score_disputes(coded: Disputes, built: Built, system: str) -> Score:
    """Score events and discrepancies against what a casualty recorder put side by side.

    An event is matched by the event that most of its documents have as their main one. A dispute
    is answered by a row of the matching event and harm that shows two of its figures.
    """
    groups = [event.documents for event in coded.events]
    events = {name: built.main_event(name) for group in groups for name in group}
    matched = Matched(coded, built)
    merged = false_merges(coded, built)
    measures = [
        *pair_measures(groups, pairs_of(events)),
        *cluster_measures(groups, events),
        share("not falsely merged", (name not in merged for name in coded.others)),
        *_total_measures(matched),
        *_dispute_measures(matched),
    ]
    errors = [*link_errors(coded.sources, groups, built), *dispute_errors(matched)]
    return Score("syria", system, tuple(measures), tuple(errors))


def false_merges(coded: Disputes, built: Built) -> set[str]:
    """Documents with an event of their own whose main event also holds another coded document."""
    names = [*(name for event in coded.events for name in event.documents), *coded.others]
    events = {name: built.main_event(name) for name in names}
    holding = list(events.values())
    return {name for name in coded.others if holding.count(events[name]) > 1}


def _total_measures(matched: Matched) -> list[Measure]:
    totals = matched.coded.totals()
    return [
        share("totals found", map(matched.is_shown, totals)),
        share("totals with the right holder", map(matched.has_right_holder, totals)),
    ]


def _dispute_measures(matched: Matched) -> list[Measure]:
    conflicts = matched.conflict_rows()
    return [
        share("disputes found", map(matched.is_found, matched.asked_for())),
        share("true conflict rows", (bool(matched.answered(row)) for row in conflicts)),
        share("clean figures", _cleanness(matched)),
    ]


def _cleanness(matched: Matched) -> Sequence[bool]:
    """Whether each figure of the rows that answer a dispute is a total of the event."""
    rows = [row for row in matched.built.rows if row.is_disputing and matched.answered(row)]
    return [matched.is_clean(row, shown.bounds) for row in rows for shown in row.shown]
