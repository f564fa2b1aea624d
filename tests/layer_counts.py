"""Counts of the extractor's layers, for `docs/architecture.md`: `python -m tests.layer_counts`.

With a folder, it counts the same in an older tree: `python -m tests.layer_counts OLDER/extractors`.
"""

import ast
import sys
from pathlib import Path
from statistics import median

from tests.extractors.syntax.test_labels import reads_labels
from tests.words_in_code import comparisons_of_words, patterns_of_words, sets_of_words

OURS = Path(__file__).resolve().parents[1] / "extractors"
WITH_WORDS = {"languages", "syntax"}
"""Folders that may hold words of a language, or labels, which are lower-case words too."""


def count_layers(root: Path) -> dict[str, object]:
    """What a tree of extractors holds, by name."""
    sources = {path.relative_to(root): path.read_text("utf-8") for path in root.rglob("*.py")}
    trees = {path: ast.parse(source) for path, source in sources.items()}
    plain = [tree for path, tree in trees.items() if WITH_WORDS.isdisjoint(path.parts)]
    outside = [source for path, source in sources.items() if "syntax" not in path.parts]
    functions = [
        (length(node), f"{path}:{node.name}")
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]
    lines = [len(source.splitlines()) for source in sources.values()]
    return {
        "files outside syntax/ that read labels": sum(map(reads_labels, outside)),
        "sets of words": sum(map(sets_of_words, plain)),
        "patterns with words": sum(map(patterns_of_words, plain)),
        "comparisons with words": sum(map(comparisons_of_words, plain)),
        "functions": len(functions),
        "longest function, without its docstring": max(functions),
        "files": len(lines),
        "lines of the median file, and of the longest": (median(lines), max(lines)),
    }


def length(function: ast.FunctionDef) -> int:
    """Lines of a function without its docstring."""
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    told = (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


if __name__ == "__main__":
    for name, counted in count_layers(Path(sys.argv[1]) if sys.argv[1:] else OURS).items():
        print(f"{name}: {counted}")  # noqa: T201 - a command
