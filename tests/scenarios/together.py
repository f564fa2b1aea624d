"""Scenarios that are loaded together: a load of a few documents takes as long as one of many.

Each tells of days some years before those of the scenario before it, so that no two tell of one
event; a few that name their days stay as they are. `test_scenarios.py` trusts what comes of it only
where that is what is expected.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from tests.scenarios.expectations import Ask, find_differences
from tests.scenarios.model import Row, Scenario, Told
from tests.scenarios.world import ask, extract_all, load_day, read

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 30
"""How many scenarios are loaded together: the more they are, the more do their texts resemble."""
UNMOVED = 3
"""How many of them may name their days, and so stay where they are: those seldom coincide."""
YEAR = timedelta(weeks=52)
"""How far their days lie apart: whole weeks, so that "Tuesday" stays one."""
CALENDAR_DAY = re.compile(r"\d{4}|\b(January|February|March|April|May|June|July|August)\b")
EVENTS_OF = """
select distinct event_id
from event_claims
where superseded is null and claim_id in (
    select claim_id from claims where document_id in (select unnest(?))
)
"""


def can_share(scenario: Scenario) -> bool:
    """Whether a scenario asks for its own events alone, and changes none by a decision."""
    return not scenario.decisions


def can_move(scenario: Scenario) -> bool:
    """Whether a scenario means the same some years earlier."""
    return all(map(counts_days, scenario.documents))


def counts_days(told: Told) -> bool:
    """Whether the days of a document are counted from the one on which it was published."""
    is_dated = re.match(r"\d{4}-\d\d-\d\d", told.published or "") is not None
    return is_dated and not CALENDAR_DAY.search(f"{told.title} {told.text}")


def find_differences_together(
    warehouse: "DuckDBPyConnection", scenarios: Sequence[Scenario]
) -> dict[str, list[str]]:
    """Load scenarios at once and say what differs from what is expected, by name.

    Args:
        warehouse: An empty warehouse with a transaction begun, so that all can be taken back.
        scenarios: Such as `can_share`.
    """
    moved = [
        earlier(scenario, years) if can_move(scenario) else scenario
        for years, scenario in enumerate(scenarios)
    ]
    extractions = extract_all(moved)
    told = [document for scenario in moved for document in scenario.documents]
    for day in sorted({document.learned for document in told}):
        load_day(warehouse, day, [each for each in told if each.learned == day], extractions)
    ask_once = cache(partial(ask, warehouse))
    return {
        scenario.name: [*find_differences(ask_only_of(warehouse, ask_once, scenario), scenario)]
        for scenario in moved
    }


def earlier(scenario: Scenario, years: int) -> Scenario:
    """A scenario of that many years before, and what is expected of it."""
    time = years * YEAR
    return scenario.model_copy(
        update={
            "documents": tuple(
                told.model_copy(update={"published": day_before(told.published or "", time)})
                for told in scenario.documents
            ),
            "happenings": tuple(
                happening.model_copy(
                    update={"days": happening.days and tuple(day - time for day in happening.days)}
                )
                for happening in scenario.happenings
            ),
            "rows": tuple(row_before(row, time) for row in scenario.rows),
            "no_rows": tuple(row_before(row, time) for row in scenario.no_rows),
            "yearly_totals": tuple(
                total.model_copy(update={"year": total.year and total.year - years})
                for total in scenario.yearly_totals
            ),
        }
    )


def row_before(row: Row, time: timedelta) -> Row:
    """A row as known by what was published that much earlier."""
    return row.model_copy(update={"as_of": row.as_of and row.as_of - time})


def day_before(published: str, time: timedelta) -> str:
    """A date, or a moment, that much earlier."""
    day = date.fromisoformat(published[:10]) - time
    return f"{day}{published[10:]}"


def ask_only_of(warehouse: "DuckDBPyConnection", ask_all: Ask, scenario: Scenario) -> Ask:
    """Give of each query only the rows of events that a scenario tells of, and those of no event.

    Args:
        warehouse: Where all are loaded.
        ask_all: Gives the rows of all.
        scenario: The one that is asked about.
    """
    documents = [read(told)[1].document_id for told in scenario.documents]
    events = {row[0] for row in warehouse.execute(EVENTS_OF, [documents]).fetchall()}

    def rows(query: str) -> list[dict[str, Any]]:
        return [row for row in ask_all(query) if row.get("event_id") in {*events, None}]

    return rows


def loads(scenarios: Collection[Scenario]) -> Iterator[tuple[Scenario, ...]]:
    """Divide scenarios into those that are loaded at once; no text is told twice in a load.

    Those that are learned day by day come together, as each day is a load of its own.
    """
    waiting = sorted(scenarios, key=lambda scenario: (can_move(scenario), days_learned(scenario)))
    while waiting:
        taken: list[Scenario] = []
        texts: set[str] = set()
        for scenario in waiting:
            own = {told.text for told in scenario.documents}
            has_place = can_move(scenario) or len(taken) < UNMOVED
            if len(taken) < AT_ONCE and has_place and not own & texts:
                taken.append(scenario)
                texts |= own
        waiting = [scenario for scenario in waiting if scenario not in taken]
        yield tuple(taken)


def days_learned(scenario: Scenario) -> list[date]:
    """The days on which the documents of a scenario are loaded, in order."""
    return sorted({told.learned for told in scenario.documents})
