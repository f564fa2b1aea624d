"""Scenarios that are loaded together: a load of a few documents takes as long as one of many.

Each tells of days some weeks before those of the scenario before it, so that no two tell of one
event. `test_scenarios.py` trusts what comes of it only where that is what is expected.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tests.scenarios.expectations import Ask, find_differences
from tests.scenarios.model import LEARNED, Scenario, Told
from tests.scenarios.world import ask, extract_all, load_day, read

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 20
"""How many scenarios are loaded together: the more they are, the more do their texts resemble."""
APART = timedelta(weeks=4)
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
    """Whether a scenario means the same some weeks earlier, and asks for its own events alone."""
    return (
        not (scenario.xfail or scenario.decisions or scenario.queue or scenario.yearly_totals)
        and not any(happening.days for happening in scenario.happenings)
        and all(row.is_of_now for row in scenario.rows + scenario.no_rows)
        and all(map(can_move, scenario.documents))
    )


def can_move(told: Told) -> bool:
    """Whether the days of a document are counted from the one on which it was published."""
    return (
        re.match(r"\d{4}-\d\d-\d\d", told.published or "") is not None
        and told.learned == LEARNED
        and not told.url
        and not CALENDAR_DAY.search(f"{told.title} {told.text}")
    )


def find_differences_together(
    warehouse: "DuckDBPyConnection", scenarios: Sequence[Scenario]
) -> dict[str, list[str]]:
    """Load scenarios at once and say what differs from what is expected, by name.

    Args:
        warehouse: An empty warehouse with a transaction begun, so that all can be taken back.
        scenarios: Such as `can_share`.
    """
    moved = [earlier(scenario, APART * number) for number, scenario in enumerate(scenarios)]
    told = [document for scenario in moved for document in scenario.documents]
    load_day(warehouse, LEARNED, told, extract_all(moved))
    return {
        scenario.name: [*find_differences(ask_only_of(warehouse, scenario), scenario)]
        for scenario in moved
    }


def earlier(scenario: Scenario, time: timedelta) -> Scenario:
    """A scenario whose documents were published that much earlier."""
    documents = tuple(
        told.model_copy(update={"published": day_before(told.published or "", time)})
        for told in scenario.documents
    )
    return scenario.model_copy(update={"documents": documents})


def day_before(published: str, time: timedelta) -> str:
    """A date, or a moment, that much earlier."""
    day = date.fromisoformat(published[:10]) - time
    return f"{day}{published[10:]}"


def ask_only_of(warehouse: "DuckDBPyConnection", scenario: Scenario) -> Ask:
    """Give of each query only the rows of events that a scenario tells of."""
    documents = [read(told)[1].document_id for told in scenario.documents]
    events = {row[0] for row in warehouse.execute(EVENTS_OF, [documents]).fetchall()}

    def rows(query: str) -> list[dict[str, Any]]:
        return [row for row in ask(warehouse, query) if row["event_id"] in events]

    return rows


def loads(scenarios: Collection[Scenario]) -> Iterator[tuple[Scenario, ...]]:
    """Divide scenarios into those that are loaded at once; no text is told twice in a load."""
    waiting = list(scenarios)
    while waiting:
        taken: list[Scenario] = []
        texts: set[str] = set()
        for scenario in waiting:
            own = {told.text for told in scenario.documents}
            if len(taken) < AT_ONCE and not own & texts:
                taken.append(scenario)
                texts |= own
        waiting = [scenario for scenario in waiting if scenario not in taken]
        yield tuple(taken)
