"""Each scenario in this folder: a few documents, and the rows that a casualty recorder expects.

`pytest tests/scenarios -k AREA` runs one area, which is one file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.conftest import OPTIMIZERS
from tests.scenarios.expectations import find_differences
from tests.scenarios.model import Scenario, areas, scenarios
from tests.scenarios.together import can_share, find_differences_together, loads
from tests.scenarios.world import ask, build, extract_all
from warehouse import open_warehouse

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CASES = [(area, scenario) for area in areas() for scenario in scenarios(area)]


def mark(area: str, scenario: Scenario) -> object:
    marks = [pytest.mark.xfail(reason=scenario.xfail, strict=True)] if scenario.xfail else []
    return pytest.param(scenario, id=f"{area}-{scenario.name}", marks=marks)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[DuckDBPyConnection]":
    """A warehouse without documents."""
    with open_warehouse(tmp_path_factory.mktemp("scenarios") / "w.duckdb") as connection:
        yield connection


@pytest.fixture
def warehouse(empty: "DuckDBPyConnection") -> "Iterator[DuckDBPyConnection]":
    """The warehouse of one scenario: what it loads is taken back at its end."""
    empty.begin()
    yield empty
    empty.rollback()


@pytest.fixture
def optimized(warehouse: "DuckDBPyConnection") -> "Iterator[DuckDBPyConnection]":
    """The same, its queries planned as the program's are."""
    (left_undone,) = ask(warehouse, f"select current_setting('{OPTIMIZERS}') as names")
    warehouse.execute(f"set {OPTIMIZERS} = ''")
    yield warehouse
    warehouse.execute(f"set {OPTIMIZERS} = '{left_undone['names']}'")


@pytest.fixture(scope="session")
def shared_loads(request: pytest.FixtureRequest) -> Mapping[str, tuple[Scenario, ...]]:
    """The scenarios that run, by name, each with those with which it is loaded."""
    calls = [getattr(item, "callspec", None) for item in request.session.items]
    found = [call.params.get("scenario") for call in calls if call]
    running = [each for each in found if isinstance(each, Scenario) and can_share(each)]
    return {each.name: together for together in loads(running) for each in together}


@pytest.fixture(scope="session")
def differences_together() -> dict[str, list[str]]:
    """What was found of the scenarios that were loaded together, by name."""
    return {}


def differences_alone(warehouse: "DuckDBPyConnection", scenario: Scenario) -> list[str]:
    build(warehouse, scenario, extract_all([scenario]))
    return [*find_differences(partial(ask, warehouse), scenario)]


@pytest.mark.parametrize("scenario", [mark(*case) for case in CASES])
def test_scenario(
    scenario: Scenario,
    warehouse: "DuckDBPyConnection",
    shared_loads: Mapping[str, tuple[Scenario, ...]],
    differences_together: dict[str, list[str]],
) -> None:
    """Loaded with others, to save time; what is not as expected, or as xfail says, again alone."""
    if scenario.name in shared_loads:
        if scenario.name not in differences_together:
            found = find_differences_together(warehouse, shared_loads[scenario.name])
            differences_together |= found
            warehouse.rollback()
            warehouse.begin()
        if bool(differences_together[scenario.name]) == bool(scenario.xfail):
            assert not differences_together[scenario.name]
            return
    differences = differences_alone(warehouse, scenario)
    assert not differences, f"{scenario.why}\n" + "\n".join(differences)


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [mark(*case) for case in CASES])
def test_scenario_alone_with_optimized_queries(
    scenario: Scenario, optimized: "DuckDBPyConnection"
) -> None:
    """Loaded alone, each; and what DuckDB rearranges in a query changes none of its rows."""
    differences = differences_alone(optimized, scenario)
    assert not differences, f"{scenario.why}\n" + "\n".join(differences)


def test_names_are_given_once() -> None:
    counts = Counter(scenario.name for _, scenario in CASES)
    assert [name for name, count in counts.items() if count > 1] == []
