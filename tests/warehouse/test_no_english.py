"""No words of a language stand in the warehouse's code; what names are made of is data."""

import ast
from pathlib import Path

import pytest

import warehouse
from extractors.languages.context_words import ContextWord
from extractors.languages.lexicon import load_lexicon
from extractors.quantities.number_lexicon import NumberWord, VagueWord, ZeroWord
from tests.extractors.languages.test_word_sets import (
    alternatives_of_words,
    comparisons_of_words,
    is_words,
)

ROOT = Path(warehouse.__file__).parent
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


def sets_of_english(source: str) -> list[str]:
    """The sets of three or more of which at least half are words that rules look for in texts."""
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Set))
    return [ast.unparse(node) for node in nodes if is_words(node) and is_english(node)]


def is_english(node: ast.Set) -> bool:
    words = [each.value.removesuffix("s") for each in node.elts if isinstance(each, ast.Constant)]
    return len(words) > 2 and 2 * sum(word in ENGLISH for word in words) >= len(words)


@pytest.mark.parametrize("source", ["{'a', 'the', 'some'}", "{'toll', 'tolls', 'witness'}"])
def test_sets_of_words_are_told(source: str) -> None:
    assert sets_of_english(source)


def test_sets_of_columns_are_none() -> None:
    assert not sets_of_english("{'document_id', 'superseded', 'origin'}")


OF_OURS = {"sqlfiles.py": 2, "linking/reasons.py": 1}
"""Keywords of SQL and names of our columns that look like words of a text."""


def test_no_word_of_a_text_is_written_in_a_pattern_or_compared() -> None:
    trees = {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in ROOT.rglob("*.py")
    }
    counts = {
        name: alternatives_of_words(tree) + comparisons_of_words(tree)
        for name, tree in trees.items()
    }
    assert {name: count for name, count in counts.items() if count} == OF_OURS


def test_no_words_of_a_language_stand_in_the_warehouse() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): sets_of_english(path.read_text("utf-8"))
        for path in ROOT.rglob("*.py")
    }
    assert {name: sets for name, sets in found.items() if sets} == {}
