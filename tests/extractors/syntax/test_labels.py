"""The parser's labels are read in `extractors/syntax` alone."""

import ast
from pathlib import Path

import extractors

ROOT = Path(extractors.__file__).parent
LABELS = frozenset({"dep_", "tag_", "dep", "tag"})


def reads_labels(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.Attribute) and node.attr in LABELS for node in ast.walk(tree))


def test_labels_are_read_in_the_syntax_layer_alone() -> None:
    paths = (path.relative_to(ROOT) for path in ROOT.rglob("*.py") if reads_labels(path))
    readers = {path.as_posix() for path in paths}
    assert readers
    assert {name for name in readers if not name.startswith("syntax/")} == set()
