"""The tree, the sentence and the counts of `docs/architecture.md` are true of the code."""

import ast
import re
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from extractors import extract_claims
from schemas import Document
from tests.layer_counts import OURS, count_layers, length

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
LEFT_OUT = ("tests/", ".ci/")
MOST_LINES, MOST_LINES_OF_FUNCTION = 280, 40


def test_every_folder_is_named() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    folders = {
        parent.name
        for line in listed.stdout.splitlines()
        if not line.startswith(LEFT_OUT)
        for parent in Path(line).parents
        if parent.name
    }
    assert len(folders) > 40
    assert {name for name in folders if f"{name}/" not in PAGE} == set()


def test_the_sentence_becomes_the_claims_that_the_page_tells() -> None:
    quoted = re.search(r"^> (.+)$", PAGE, re.MULTILINE)
    assert quoted
    whole, part = extract_claims(Document(document_id="d", text=quoted[1])).claims
    assert (whole.rule, part.rule) == ("object-kill", "part")
    assert (whole.quantity.value, part.quantity.value) == (12, 2)
    assert part.part_of == whole.claim_id
    assert whole.agent is not None
    assert whole.agent.text == "government warplanes"
    assert {each.attribution.speaker for each in (whole, part)} == {"rebels"}
    assert {each.event.when for each in (whole, part)} == {"Monday"}


def cells(row: str) -> list[str]:
    """The cells of the table of counts in the row that begins so."""
    line = next(each for each in PAGE.splitlines() if each.startswith(f"| {row}"))
    return [cell.strip() for cell in line.strip("|").split("|")]


def first_number(cell: str) -> int:
    return int(re.sub(r"\D.*", "", cell.replace(",", "")))


@pytest.fixture(scope="module")
def counted() -> dict[str, object]:
    return count_layers(OURS)


def test_the_counts_of_the_layers_are_true(counted: dict[str, object]) -> None:
    for row, name in {
        "files outside `syntax/`": "files outside syntax/ that read labels",
        "sets of words": "sets of words",
        "regular expressions": "patterns with words",
        "words of a text": "comparisons with words",
    }.items():
        assert first_number(cells(row)[2]) == counted[name], row


def test_the_sizes_of_the_layers_are_about_true(counted: dict[str, object]) -> None:
    """They change with every commit; a twentieth of them is no news."""
    median, longest = counted["lines of the median file, and of the longest"]
    told = [
        float(each) for each in re.findall(r"\d+", cells("functions; files")[2].replace(",", ""))
    ]
    assert told == pytest.approx(
        [counted["functions"], counted["files"], median, longest], rel=1 / 20
    )
    length_of_longest, _ = counted["longest function, without its docstring"]
    assert first_number(cells("longest function")[2]) == length_of_longest


def test_every_module_of_the_constructions_is_named() -> None:
    named = {path.name for path in (OURS / "constructions").glob("*.py")} - {"__init__.py"}
    assert {name for name in named if f"`{name}`" not in PAGE} == set()


def test_files_and_functions_are_short() -> None:
    """Longer ones are split before they need a table of contents."""
    listed = subprocess.run(
        ["git", "ls-files", "*.py", "*.sql"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    ours = [ROOT / name for name in listed.stdout.split() if not name.startswith("tests/")]
    texts = {path: path.read_text("utf-8") for path in ours if path.is_file()}
    long = {path.name for path, text in texts.items() if len(text.splitlines()) > MOST_LINES}
    assert long == set()
    functions = (
        (path.name, node.name)
        for path, text in texts.items()
        if path.suffix == ".py"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and length(node) > MOST_LINES_OF_FUNCTION
    )
    assert set(functions) == set()


def test_a_class_has_a_name_of_its_own() -> None:
    """One name, one meaning in the whole tree."""
    listed = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    ours = [name for name in listed.stdout.split() if not name.startswith(("tests/", "docs/"))]
    named = Counter(
        node.name
        for path in (ROOT / name for name in ours)
        if path.is_file()
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert [name for name, count in named.items() if count > 1] == []
