"""Each scenario in this folder: a few documents, and the rows that a casualty recorder expects.

`pytest tests/scenarios -k AREA` runs one area, which is one file.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from schemas import Extraction
from tests.scenarios.expectations import find_differences
from tests.scenarios.model import Scenario, areas, scenarios
from tests.scenarios.world import build, extract_all
from warehouse import migrate

CASES = [(area, scenario) for area in areas() for scenario in scenarios(area)]


def mark(area: str, scenario: Scenario) -> object:
    marks = [pytest.mark.xfail(reason=scenario.xfail, strict=True)] if scenario.xfail else []
    return pytest.param(scenario, id=f"{area}-{scenario.name}", marks=marks)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse without documents, migrated once."""
    path = tmp_path_factory.mktemp("empty") / "w.duckdb"
    migrate(path)
    return path


@pytest.fixture(scope="session")
def extractions(request: pytest.FixtureRequest) -> Mapping[str, Extraction]:
    """The claims of all documents of the scenarios that run, extracted in one batch."""
    calls = [getattr(item, "callspec", None) for item in request.session.items]
    found = [call.params.get("scenario") for call in calls if call]
    return extract_all([each for each in found if isinstance(each, Scenario)])


@pytest.mark.parametrize("scenario", [mark(*case) for case in CASES])
def test_scenario(
    scenario: Scenario, empty: Path, extractions: Mapping[str, Extraction], tmp_path: Path
) -> None:
    path = tmp_path / "w.duckdb"
    build(empty, path, scenario, extractions)
    differences = find_differences(path, scenario)
    path.unlink()
    assert not differences, f"{scenario.why}\n" + "\n".join(differences)


def test_names_are_given_once() -> None:
    counts = Counter(scenario.name for _, scenario in CASES)
    assert [name for name, count in counts.items() if count > 1] == []
