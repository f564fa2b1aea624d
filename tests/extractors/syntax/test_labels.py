"""The parser's labels are read in `extractors/syntax` alone."""

import ast
from pathlib import Path

import pytest

import extractors

ROOT = Path(extractors.__file__).parent
LABELS = frozenset({"dep_", "tag_", "pos_", "dep", "tag", "pos", "morph"})
"""Attributes of a token: its relation, its form and its word class."""


def reads_labels(source: str) -> bool:
    tree = ast.parse(source)
    return any(isinstance(node, ast.Attribute) and node.attr in LABELS for node in ast.walk(tree))


def test_labels_are_read_in_the_syntax_layer_alone() -> None:
    paths = [path for path in ROOT.rglob("*.py") if reads_labels(path.read_text("utf-8"))]
    readers = {path.relative_to(ROOT).as_posix() for path in paths}
    assert readers
    assert {name for name in readers if not name.startswith("syntax/")} == set()


@pytest.mark.parametrize("label", sorted(LABELS))
def test_a_label_is_seen(label: str) -> None:
    assert reads_labels(f"def is_subject(token):\n    return token.{label} == 'x'")
    assert not reads_labels("def is_plural(token):\n    return token.text.endswith('s')")
