"""The parser's labels are read in `extractors/syntax` alone."""

import ast
from pathlib import Path

import extractors

ROOT = Path(extractors.__file__).parent
LABELS = frozenset({"dep_", "tag_", "dep", "tag"})
STILL_READ_LABELS = {
    f"attribution/{name}.py"
    for name in (
        "adjectives", "antecedents", "blocks", "contents", "grammar", "hedging", "lookup", "nouns",
        "phrases", "resolve", "subjects", "verbs", "verdicts",
    )
}  # fmt: skip
"""Files that have yet to ask `extractors/syntax`; the list only gets shorter."""


def read_labels(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    return any(isinstance(node, ast.Attribute) and node.attr in LABELS for node in ast.walk(tree))


def files_with_labels() -> set[str]:
    paths = (path for path in ROOT.rglob("*.py") if read_labels(path))
    return {path.relative_to(ROOT).as_posix() for path in paths}


def test_labels_are_read_in_the_syntax_layer_alone() -> None:
    outside = {name for name in files_with_labels() if not name.startswith("syntax/")}
    assert outside <= STILL_READ_LABELS


def test_the_list_of_exceptions_is_current() -> None:
    assert files_with_labels() >= STILL_READ_LABELS
