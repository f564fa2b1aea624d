"""Words of a language are data in every room: no set, pattern or comparison of Python holds them.

What the counts below allow are words of other kinds, with the reason.
"""

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from extractors.languages.context_words import ContextWord
from extractors.languages.lexicon import load_lexicon
from extractors.quantities.number_lexicon import NumberWord, VagueWord, ZeroWord
from schemas.yaml_text import parse_yaml
from tests.words_in_code import (
    SMALL_WORDS,
    alternatives_of_words,
    comparisons_of_words,
    endings_of_words,
    is_words,
    patterns_of_words,
    sets_of_words,
    words_in_sql,
)

ROOT = Path(__file__).resolve().parents[1]
WAREHOUSE = ROOT / "warehouse"
READERS = ("schemas", "intake", "extractors")
"""Rooms that read texts."""
LATER = ("warehouse", "desk")
"""Rooms that get claims: their sets are mostly names of columns and features.

`flows` has the words of the command line, `evaluation` those of its baselines.
"""
LEXICONS = {
    "contexts": ContextWord,
    "numbers": NumberWord,
    "vague": VagueWord,
    "zero": ZeroWord,
}
ENGLISH = frozenset(
    word
    for name, model in LEXICONS.items()
    for entry in load_lexicon(name, model)
    for word in entry.words
)
LABELS = "extractors/syntax/"
"""The parser's labels are lower-case words too."""
PACKS = "extractors/languages/"
"""A language's own folder may hold its words."""

SETS = {
    # HTML: elements and attributes.
    "intake/markup.py": 3,
    # Types of records in archives of the web.
    "intake/archives/responses.py": 1,
    # What entries of lexicons stand for, shapes of dates, roles of number
    # words, names of the library quantulum3.
    "extractors/attribution/cues/cue_lexicon.py": 1,
    "extractors/attribution/speakers/proper_names.py": 1,
    "extractors/events/when/timex_values.py": 1,
    "extractors/events/when/timex_words.py": 1,
    "extractors/quantities/amounts.py": 1,
    "extractors/quantities/units.py": 1,
}
PATTERNS = {
    # HTML, and keywords of SQL.
    "desk/minified_templates.py": 1,
    "intake/markup.py": 1,
    "warehouse/sqlfiles.py": 2,
    # Ending of a file's name.
    "warehouse/atomic_files.py": 1,
    # Words for zero, by which the contract checks a claim whoever made it.
    "schemas/quantity.py": 1,
    # Articles of Arabic and English that the keys of the index of places leave out.
    "extractors/events/where/name_keys.py": 2,
}
ALTERNATIVES = PATTERNS | {
    "desk/minified_templates.py": 5,
    "extractors/events/where/name_keys.py": 1,
}
ALTERNATIVES.pop("warehouse/atomic_files.py")
COMPARISONS = {
    "intake/fetching/response_store.py": 1,  # the name of a header
    "warehouse/linking/reasons.py": 1,  # a feature's name
}


def sets_of_english(tree: ast.AST) -> int:
    """Count the sets of three or more of which at least half are words that rules look for."""
    return sum(is_words(node) and is_english(node) for node in sets_in(tree))


def is_english(node: ast.Set) -> bool:
    words = [each.value.removesuffix("s") for each in node.elts if isinstance(each, ast.Constant)]
    return len(words) > 2 and 2 * sum(word in ENGLISH for word in words) >= len(words)


def sets_in(tree: ast.AST) -> list[ast.Set]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Set)]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def counts(
    count: Callable[[ast.AST], int], rooms: tuple[str, ...], but: tuple[str, ...] = (PACKS,)
) -> dict[str, int]:
    """How many the files of some rooms hold, but for some folders."""
    found = {
        path.relative_to(ROOT).as_posix(): count(tree_of(path))
        for room in rooms
        for path in sorted((ROOT / room).rglob("*.py"))
    }
    return {name: number for name, number in found.items() if number and not name.startswith(but)}


def test_no_sets_of_words_stand_in_python() -> None:
    assert counts(sets_of_words, READERS, (LABELS, PACKS)) == SETS
    assert counts(sets_of_english, LATER) == {}


def test_no_endings_of_words_stand_in_python() -> None:
    assert counts(endings_of_words, (*READERS, *LATER)) == {}


def test_no_patterns_of_words_stand_in_python() -> None:
    assert counts(patterns_of_words, (*READERS, *LATER), (LABELS, PACKS)) == PATTERNS


def test_no_alternatives_of_words_stand_in_python() -> None:
    assert counts(alternatives_of_words, (*READERS, *LATER), (LABELS, PACKS)) == ALTERNATIVES


def test_no_words_of_a_text_are_compared_with_words_in_python() -> None:
    assert counts(comparisons_of_words, (*READERS, *LATER)) == COMPARISONS


def test_no_words_of_a_language_stand_in_sql() -> None:
    paths = [path for path in WAREHOUSE.rglob("*.sql") if "migrations" not in path.parts]
    found = {path.name: words_in_sql(path.read_text("utf-8")) for path in paths}
    assert {name: count for name, count in found.items() if count} == {}


def test_no_lists_of_words_stand_in_the_warehouse() -> None:
    holding = [
        path.name
        for path in WAREHOUSE.rglob("*.yml")
        if not SMALL_WORDS.isdisjoint(strings_in(parse_yaml(path.read_text("utf-8"))))
    ]
    assert holding == []


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from strings_in(key)
            yield from strings_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings_in(each)


@pytest.mark.parametrize(
    ("sql", "count"),
    [
        (r"select regexp_matches(words, '(?i)\b(the|a)\b')", 1),
        ("select place like 'the %'", 1),
        ("select said in ('the', 'some')", 1),
        (r"select regexp_matches(text, '[\pL\pN]+')", 0),
        ("select harm in ('killed', 'detained')", 0),
    ],
)
def test_words_in_sql_are_told(sql: str, count: int) -> None:
    assert words_in_sql(sql) == count


@pytest.mark.parametrize("source", ["{'a', 'the', 'some'}", "{'toll', 'tolls', 'witness'}"])
def test_sets_of_english_are_told(source: str) -> None:
    assert sets_of_english(ast.parse(source))


def test_sets_of_columns_are_none() -> None:
    assert not sets_of_english(ast.parse("{'document_id', 'superseded', 'origin'}"))


def test_sets_of_words_are_told_from_others() -> None:
    kinds = {"{'a', 'the'}": 1, "{'toll', 'car bomb'}": 1, "{'document_id', 'origin'}": 0, "{1}": 0}
    assert {text: sets_of_words(ast.parse(text)) for text in kinds} == kinds


def test_endings_of_words_are_told_from_others() -> None:
    kinds = {"('s', 'ed', 'ing')": 1, "{'s', 'S'}": 1, "('mm', 'd', 'year')": 0, "[1, 's']": 0}
    assert {text: endings_of_words(ast.parse(text)) for text in kinds} == kinds


def test_patterns_of_words_are_told_from_others() -> None:
    kinds = {r'regex.compile(r"\b(?:said|told)\b")': 1, r're.search(r"\p{Lu}[a-z]+(?i:x)", t)': 0}
    assert {text: patterns_of_words(ast.parse(text)) for text in kinds} == kinds


def test_comparisons_of_words_are_told_from_others() -> None:
    kinds = {'token.lower_ == "as"': 1, 'text.endswith(("ed", "s"))': 1, 'entry.id != "as"': 0}
    assert {text: comparisons_of_words(ast.parse(text)) for text in kinds} == kinds
