"""Each scenario in this folder: a few documents, and the rows that a casualty recorder expects.

`pytest tests/scenarios -k AREA` runs one area, which is one file.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pytest

from schemas import Extraction
from tests.conftest import OPTIMIZERS
from tests.scenarios.expectations import find_differences
from tests.scenarios.model import Scenario, areas, scenarios
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
def extractions(request: pytest.FixtureRequest) -> Mapping[str, Extraction]:
    """The claims of all documents of the scenarios that run, extracted in one batch."""
    calls = [getattr(item, "callspec", None) for item in request.session.items]
    found = [call.params.get("scenario") for call in calls if call]
    return extract_all([each for each in found if isinstance(each, Scenario)])


@pytest.mark.parametrize("scenario", [mark(*case) for case in CASES])
def test_scenario(
    scenario: Scenario,
    warehouse: "DuckDBPyConnection",
    extractions: Mapping[str, Extraction],
) -> None:
    build(warehouse, scenario, extractions)
    differences = [*find_differences(warehouse, scenario)]
    assert not differences, f"{scenario.why}\n" + "\n".join(differences)


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [mark(*case) for case in CASES])
def test_scenario_with_optimized_queries(
    scenario: Scenario,
    optimized: "DuckDBPyConnection",
    extractions: Mapping[str, Extraction],
) -> None:
    """What DuckDB rearranges in a query changes none of its rows."""
    test_scenario(scenario, optimized, extractions)


def test_names_are_given_once() -> None:
    counts = Counter(scenario.name for _, scenario in CASES)
    assert [name for name, count in counts.items() if count > 1] == []
