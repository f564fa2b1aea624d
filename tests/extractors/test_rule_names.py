"""No rule and no query asks for a rule, or for an entry of a lexicon, by its name."""

import ast
import re
from pathlib import Path

import pytest

import extractors
import warehouse

ROOT = Path(extractors.__file__).parent
CALENDAR = {"relative_dates.py": 2}
"""Entries that name stretches of the calendar, "this week" and "this month"."""


def names_asked(source: str) -> int:
    """Count the comparisons of a rule's or an entry's name."""
    return sum(
        any(is_rule(side) for side in sides)
        or (any(map(is_id, sides)) and any(map(is_text, sides)))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        for sides in [[node.left, *node.comparators]]
    )


def is_rule(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "rule"


def is_id(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "id"


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_no_rule_asks_for_another() -> None:
    asked = {path.name: names_asked(path.read_text("utf-8")) for path in ROOT.rglob("*.py")}
    assert {name: count for name, count in asked.items() if count} == CALENDAR


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("draft.rule == 'gapping'", 1),
        ("draft.rule in RULES", 1),
        ("thing.id == 'time'", 1),
        ("draft.construction is GAPPING", 0),
        ("one.id == other.id", 0),
    ],
)
def test_what_asks_is_told(source: str, count: int) -> None:
    assert names_asked(source) == count


ASKED = re.compile(
    r"\brule\b\s*(?:(?:=|<>|!=|~|\bin\b|\bi?like\b)\s*\(?|,)\s*'",
    re.IGNORECASE,
)
"""A query that compares the rule of a claim with names."""


def test_no_query_asks_for_a_rule() -> None:
    files = (
        path for end in ("*.sql", "*.py") for path in Path(warehouse.__file__).parent.rglob(end)
    )
    asking = [path.name for path in files if ASKED.search(path.read_text("utf-8"))]
    assert asking == ["0027_what_counts_tell.sql"]


@pytest.mark.parametrize(
    "query",
    [
        "where claims.rule in ('a')",
        "where rule = 'a'",
        "starts_with(claims.rule, 'a')",
        "rule like 'a%'",
    ],
)
def test_a_query_that_asks_is_told(query: str) -> None:
    assert ASKED.search(query)
