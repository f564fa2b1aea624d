"""Small cases of `tests/scenarios` with the rows that they give, for docs/questions.md."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.scenarios.expectations import figure_line, read_rows
from tests.scenarios.model import Scenario, Told, View, areas, scenarios
from tests.scenarios.world import ask, build, extract_all
from warehouse import open_warehouse

SHOWN = (
    "two-sides-zero-and-twelve",
    "denied-the-four-deaths",
    "twenty-militants-or-twenty-civilians",
    "rebels-and-soldiers-are-fifteen",
    "six-and-five-later-are-eleven",
    "nine-children-and-four-in-all",
    "month-and-day",
    "an-official-and-an-official",
    "one-text-in-two-outlets",
)
"""Names of the cases that the page shows."""
INTRODUCTION = """## Small cases

What `discrepancies` makes of texts of a sentence or two, asked anew too. There are many more in \
`tests/scenarios`, by area, with what a casualty recorder expects of each.
"""


def write_cases() -> str:
    """The section of the page, with the rows that the cases give."""
    known = {each.name: each for area in areas() for each in scenarios(area)}
    shown = [known[name] for name in SHOWN]
    extractions = extract_all(shown)
    sections = [INTRODUCTION]
    with (
        tempfile.TemporaryDirectory() as folder,
        open_warehouse(Path(folder) / "cases.duckdb") as warehouse,
    ):
        for scenario in shown:
            warehouse.begin()
            build(warehouse, scenario, extractions)
            sections.append(section(scenario, read_rows(partial(ask, warehouse), View())))
            warehouse.rollback()
    return "\n".join(sections)


def section(scenario: Scenario, rows: Sequence[Mapping[str, Any]]) -> str:
    """A case: its rule, its texts and its rows."""
    texts = "\n>\n".join(map(quoted, scenario.documents))
    return f"**{scenario.why}**\n\n{texts}\n\n{chr(10).join(table(rows))}\n"


def quoted(told: Told) -> str:
    """A text with its outlet and day."""
    return f"> *{told.outlet}, {told.published}:* {' '.join(told.text.split())}"


def table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Rows of `discrepancies` with the figures that stand side by side."""
    yield "| harm | victims | class | figures |"
    yield "|---|---|---|---|"
    for row in sorted(rows, key=lambda row: (row["rank"], row["harm"], row["victim_group"])):
        victims = {line["victims"] for line in row["positions"]}
        figures = " · ".join(
            figure_line(line if len(victims) == 1 else {**line, "figure": of_whom(line)})
            for line in row["positions"]
        )
        yield f"| {row['harm']} | {row['victim_group']} | {row['class']} | {figures} |"


def of_whom(line: Mapping[str, Any]) -> str:
    """A figure with its victims, as its holders call them."""
    return " ".join(filter(None, [line["figure"], line["victims"]]))
