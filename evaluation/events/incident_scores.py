"""Scores of known incidents: documents linked, and true numbers shown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from evaluation.events.built import Bounds, Built
from evaluation.events.coded import CodedIncident, Incidents
from evaluation.events.link_errors import link_errors
from evaluation.events.links import cluster_measures, pair_measures, pairs_of
from evaluation.measures import Error, Measure, Score, share
from schemas import Harm

FORTNIGHT = timedelta(days=14)


def score_incidents(coded: Incidents, built: Built, system: str) -> Score:
    """Score events against coded incidents.

    Returns:
        Pairs, clusters, and for incidents in which anybody was killed (wounded): how often the
        true number is the figure that most documents give for the incident's most frequent main
        event, and how often it is among the figures shown. Pairs and clusters stand again for the
        incidents of busy cities alone.
    """
    groups = [incident.documents for incident in coded.incidents]
    events = {name: built.main_event(name) for group in groups for name in group}
    measures = [*pair_measures(groups, pairs_of(events)), *cluster_measures(groups, events)]
    crowded = [incident.documents for incident in find_busy(coded.incidents)]
    measures += [
        replace(each, name=f"busy {each.name}")
        for each in (*pair_measures(crowded, pairs_of(events)), *cluster_measures(crowded, events))
    ]
    errors = link_errors(coded.sources, groups, built)
    for harm in (Harm.KILLED, Harm.WOUNDED):
        found, missed = _numbers(coded, built, harm)
        measures += found
        errors += missed
    return Score("incidents", system, tuple(measures), tuple(errors))


def find_busy(incidents: Sequence[CodedIncident]) -> list[CodedIncident]:
    """The incidents of a city in which another one happened within a fortnight."""
    cities: dict[tuple[str, str], list[CodedIncident]] = {}
    for incident in incidents:
        cities.setdefault((incident.state, incident.city), []).append(incident)
    return [
        one
        for same in cities.values()
        for one in same
        if any(other is not one and abs(one.day - other.day) <= FORTNIGHT for other in same)
    ]


def _numbers(coded: Incidents, built: Built, harm: Harm) -> tuple[list[Measure], list[Error]]:
    harmed = [incident for incident in coded.incidents if _true(incident, harm)]
    figures = [_figures(incident, built, harm) for incident in harmed]
    first, among, errors = [], [], []
    for incident, counts in zip(harmed, figures, strict=True):
        number = _true(incident, harm)
        first.append(any(says(bounds, number) for bounds, _ in counts.most_common(1)))
        among.append(any(says(bounds, number) for bounds in counts))
        if not first[-1]:
            errors.append(_error(incident, built, harm, counts))
    measures = [share(f"true {harm} first", first), share(f"true {harm} among shown", among)]
    return measures, errors


def says(bounds: Bounds, number: int) -> bool:
    """Whether a figure gives a number: as it is, or as the least."""
    low, high = bounds
    return low == number and high in {None, number}


def _true(incident: CodedIncident, harm: Harm) -> int:
    return incident.killed if harm is Harm.KILLED else incident.injured


def _figures(incident: CodedIncident, built: Built, harm: Harm) -> Counter[Bounds]:
    """The figures shown for an incident, by the documents that give them."""
    figures: Counter[Bounds] = Counter()
    for row in built.rows_of(built.main_event_of_most(incident.documents), harm):
        for shown in row.shown:
            figures[shown.bounds] += shown.documents
    return figures


def _error(incident: CodedIncident, built: Built, harm: Harm, figures: Counter[Bounds]) -> Error:
    claims = [
        claim
        for claim in built.claims_of(built.main_event_of_most(incident.documents))
        if claim.harm is harm
    ]
    return Error(
        f"true {harm} not first",
        f"incident {incident.incident}: {', '.join(incident.documents)}",
        "\n".join(dict.fromkeys(claim.evidence.text for claim in claims)),
        str(_true(incident, harm)),
        ", ".join(f"{low}–{high} ({count})" for (low, high), count in figures.most_common())
        or None,
    )
